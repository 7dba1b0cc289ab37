import type { Session } from "@tsunagi/contracts/rest/session";
import { browserNetwork, Connection, probeHub } from "../hub/connection.ts";
import { HubClient } from "../hub/hubClient.ts";
import { LockModel } from "../lock/lock.model.ts";
import { keepLockLimit, lockMinutes } from "../lock/lockMinutes.ts";
import { browserSurroundings } from "../lock/surroundings.ts";
import type { MatrixAccount } from "../matrix/account.ts";
import { deviceName } from "../matrix/deviceName.ts";
import type { Keeping } from "../matrix/signIn.ts";
import { Updates } from "../pwa/updates.model.ts";
import { hubSession } from "../session/hubSession.ts";
import type { SignInPort } from "../session/ports.ts";
import { type SessionKeep, SessionModel } from "../session/session.model.ts";
import { BrowserTabLock } from "../session/tabLock.ts";
import { type Sealed, SealedRecords } from "../vault/sealed.ts";
import { Vault } from "../vault/vault.ts";
import type { Services } from "./services.ts";

/** Puts the client together: the one place where parts learn of one another. */
export function compose(): Services {
  const vault = new Vault();
  const sealed = new SealedRecords(vault);
  const connection = new Connection(browserNetwork, probeHub);
  const hub = new HubClient({ fetch: (...request) => fetch(...request), onReached: connection.report });
  const lock: LockModel = new LockModel({
    vault,
    around: browserSurroundings(),
    minutes: lockMinutes,
    onSpent: () => session.expel(),
  });
  const session = new SessionModel<MatrixAccount>({
    door: lazyDoor({ vault, sealed }, () => lock.refresh()),
    hub: hubSession(hub),
    lock: new BrowserTabLock(),
    keep: sessionKeep(sealed),
    deviceName: deviceName(navigator.userAgent),
    restart: () => location.replace("/"),
  });
  hub.renewBy(session.renew);
  hub.onStepNeeded(() => void session.refresh().catch(() => undefined)); // the next call asks again
  startOnceOpen(lock, session);
  askWhenBack(connection, session);
  return { hub, connection, session, lock, sealed, updates: new Updates(serviceWorkers(), () => location.reload()) };
}

const serviceWorkers = (): ServiceWorkerContainer | undefined =>
  import.meta.env.PROD && "serviceWorker" in navigator ? navigator.serviceWorker : undefined;

/** Before the PIN is typed nothing of the account can be read: the session begins after it. */
function startOnceOpen(lock: LockModel, session: SessionModel<MatrixAccount>): void {
  lock.subscribe(() => {
    const { state } = lock.getSnapshot();
    if (state === "open" || state === "empty") session.start();
  });
}

/** A page that opened without a network asks the hub as soon as there is one. */
function askWhenBack(connection: Connection, session: SessionModel<MatrixAccount>): void {
  let { online } = connection.getSnapshot();
  connection.subscribe(() => {
    const before = online;
    online = connection.getSnapshot().online;
    if (online && !before) void session.revalidate();
  });
}

const SESSION = "session";

const sessionKeep = (sealed: Sealed): SessionKeep => ({
  read: () => sealed.read<Session>(SESSION),
  write: (session) => {
    keepLockLimit(session.limits.lockMinutes);
    return sealed.write(SESSION, session);
  },
});

/**
 * The sign-in page shows before the Matrix SDK is there; it comes while the person types.
 * @param onChange somebody has come, or gone
 */
function lazyDoor(keeping: Keeping, onChange: () => Promise<void>): SignInPort<MatrixAccount> {
  const load = async () => (await import("../matrix/signIn.ts")).matrixSignIn(keeping);
  return {
    hasAccount: () => {
      void load();
      return keeping.vault.isOpen;
    },
    restore: async () => (await load()).restore(),
    signIn: async (input) => {
      const account = await (await load()).signIn(input);
      await onChange();
      return account;
    },
    forget: async () => {
      await (await load()).forget();
      await onChange();
    },
  };
}
