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

const DIRECTORY = "directory";

/** Everything pages work with, from the moment the session is whole until it ends. */
export function WorkplaceProvider({
  services: { hub, connection, session: model, lock, sealed, updates },
  session,
  account,
  children,
}: Props) {
  const { keeperUserId } = session;
  const [, directory] = useViewModel(
    () =>
      new Directory({
        listRooms: (signal) => hub.call("listRooms", { signal }),
        list: account.rooms,
        keeperUserId,
        keep: { read: () => sealed.read(DIRECTORY), write: (names) => sealed.write(DIRECTORY, names) },
      }),
  );
  const workplace = { hub, connection, session, account, directory, lock, updates, signOut: model.signOut };
  return <WorkplaceContext value={workplace}>{children}</WorkplaceContext>;
}
