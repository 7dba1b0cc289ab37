import type { Session } from "@tsunagi/contracts/rest/session";
import { createContext, useContext } from "react";
import type { Connection } from "../hub/connection.ts";
import type { HubClient } from "../hub/hubClient.ts";
import type { LockModel } from "../lock/lock.model.ts";
import type { MatrixAccount } from "../matrix/account.ts";
import type { Updates } from "../pwa/updates.model.ts";
import type { Directory } from "../rooms/directory.ts";
import type { SessionModel } from "../session/session.model.ts";
import type { Sealed } from "../vault/sealed.ts";

/** What exists from the start, signed in or not. */
export interface Services {
  readonly hub: HubClient;
  readonly connection: Connection;
  readonly session: SessionModel<MatrixAccount>;
  readonly lock: LockModel;
  readonly updates: Updates;
  /** Records on this device, encrypted: what is shown without a network. */
  readonly sealed: Sealed;
}

/** What pages have once the session is whole. */
export interface Workplace {
  readonly hub: HubClient;
  readonly connection: Connection;
  readonly session: Session;
  readonly account: MatrixAccount;
  /** The names behind room codes and user ids. */
  readonly directory: Directory;
  readonly lock: LockModel;
  readonly updates: Updates;
  readonly signOut: () => Promise<void>;
}

export const WorkplaceContext = createContext<Workplace | undefined>(undefined);

/** The hub, the Matrix account and who one is; on every page behind the sign-in. */
export function useWorkplace(): Workplace {
  const workplace = useContext(WorkplaceContext);
  if (!workplace) throw new Error("outside the session");
  return workplace;
}
