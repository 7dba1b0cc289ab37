import type { Session } from "@tsunagi/contracts/rest/session";
import type { ReactNode } from "react";
import { useViewModel } from "../kit/useViewModel.ts";
import type { MatrixAccount } from "../matrix/account.ts";
import { Directory } from "../rooms/directory.ts";
import { type Services, WorkplaceContext } from "./services.ts";

interface Props {
  readonly services: Services;
  readonly session: Session;
  readonly account: MatrixAccount;
  readonly children: ReactNode;
}

/** Everything pages work with, from the moment the session is whole until it ends. */
export function WorkplaceProvider({
  services: { hub, connection, session: model },
  session,
  account,
  children,
}: Props) {
  const { keeperUserId } = session;
  const [, directory] = useViewModel(
    () =>
      new Directory({ listRooms: (signal) => hub.call("listRooms", { signal }), list: account.rooms, keeperUserId }),
  );
  const workplace = { hub, connection, session, account, directory, signOut: model.signOut };
  return <WorkplaceContext value={workplace}>{children}</WorkplaceContext>;
}
