import { deviceProofText, type Session } from "@tsunagi/contracts/rest/session";
import type { HubClient } from "../hub/hubClient.ts";
import type { AccountPort } from "./ports.ts";

/** The hub's part of being signed in. */
export interface HubSessionPort {
  /** Opens a session anew: an OpenID token says who, the device's signature which device. */
  open(account: AccountPort, signal: AbortSignal): Promise<Session>;
  /** The session of the cookie, as it is now. */
  read(): Promise<Session>;
  /** Goes on with a session that was kept: its token goes with every write. */
  resume(session: Session): void;
  enrol(masterKey: string): Promise<Session>;
  close(): Promise<void>;
}

type Hub = Pick<HubClient, "call" | "useSession">;

export function hubSession(hub: Hub): HubSessionPort {
  const use = (session: Session): Session => {
    hub.useSession(session);
    return session;
  };
  return {
    async open(account, signal) {
      await account.waitForDeviceKeys(signal);
      const { userId, deviceId } = account;
      const openIdToken = await account.openIdToken();
      const signature = await account.signProof(deviceProofText(openIdToken, userId, deviceId));
      return use(await hub.call("openSession", { body: { openIdToken, deviceId, signature } }));
    },
    read: async () => use(await hub.call("readSession", {})),
    resume: (session) => hub.useSession(session),
    enrol: async (masterKey) => use(await hub.call("enrolIdentity", { body: { masterKey } })),
    close: async () => void (await hub.call("closeSession", {})),
  };
}
