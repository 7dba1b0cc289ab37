import { browserNetwork, Connection, probeHub } from "../hub/connection.ts";
import { HubClient } from "../hub/hubClient.ts";
import { texts } from "../i18n/text.ts";
import { appearance } from "../kit/appearance.ts";
import type { MatrixAccount } from "../matrix/account.ts";
import { deviceName } from "../matrix/deviceName.ts";
import { readKeptAccount } from "../matrix/keptAccount.ts";
import { hubSession } from "../session/hubSession.ts";
import type { SignInPort } from "../session/ports.ts";
import { SessionModel } from "../session/session.model.ts";
import { BrowserTabLock } from "../session/tabLock.ts";
import type { Services } from "./services.ts";

/** Puts the client together: the one place where parts learn of one another. */
export function compose(): Services {
  const connection = new Connection(browserNetwork, probeHub);
  const hub = new HubClient({ fetch: (...request) => fetch(...request), onReached: connection.report });
  const session = new SessionModel<MatrixAccount>({
    door: lazyDoor,
    hub: hubSession(hub),
    lock: new BrowserTabLock(),
    deviceName: deviceName(navigator.userAgent),
    restart: () => location.replace("/"),
  });
  hub.renewBy(session.renew);
  hub.onStepNeeded(() => void session.refresh().catch(() => undefined)); // the next call asks again
  return { hub, connection, session };
}

/** How the device shows things is nobody's secret: it outlives the account. */
const keepLook = (): void => {
  texts.keep();
  appearance.keep();
};

const loadDoor = async () => (await import("../matrix/signIn.ts")).matrixSignIn;

/** The sign-in page shows before the Matrix SDK is there; it comes while the person types. */
const lazyDoor: SignInPort<MatrixAccount> = {
  hasAccount: () => {
    void loadDoor();
    return readKeptAccount() !== null;
  },
  restore: async () => (await loadDoor()).restore(),
  signIn: async (input) => {
    const account = await (await loadDoor()).signIn(input);
    keepLook(); // signing in clears what an earlier account left, the language and the look too
    return account;
  },
  forget: async () => {
    await (await loadDoor()).forget();
    keepLook();
  },
};
