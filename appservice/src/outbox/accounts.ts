import { BOT_PREFIX } from "../config/config.ts";
import type { EncryptedBot } from "../crypto/encryptedBot.ts";
import type { Keeper } from "../keeper/keeper.ts";
import { MatrixError } from "../matrix/errors.ts";
import type { Homeserver, Method } from "../matrix/homeserver.ts";
import type { Deliverers } from "./outbox.ts";

interface Dependencies {
  readonly homeserver: Homeserver;
  readonly operatorUserId: string;
  readonly bot: EncryptedBot;
  readonly keeper: Keeper;
}

type AccountKinds =
  | "account.create"
  | "account.password"
  | "account.lock"
  | "account.unlock"
  | "device.signOut"
  | "device.trust"
  | "device.distrust";

const segment = encodeURIComponent;

/** Accounts and devices, by Synapse's admin API, and the keeper's trust in devices. */
export function accountDeliverers(d: Dependencies): Pick<Deliverers, AccountKinds> {
  const admin = <T>(method: Method, path: string, body?: unknown): Promise<T> =>
    d.homeserver.json<T>(method, `/_synapse/admin${path}`, {
      ...(body === undefined ? {} : { body }),
      as: { userId: d.operatorUserId },
    });
  const user = (userId: string) => `/v2/users/${segment(userId)}`;

  return {
    "account.create": async ({ payload: { userId, password, code } }) => {
      if (userId.startsWith(`@${BOT_PREFIX}`)) throw new Error("a bot's name");
      // The Matrix profile shows a code; names reach colleagues through the hub only.
      await admin("PUT", user(userId), { password, displayname: code, logout_devices: false });
      return null;
    },
    "account.password": async ({ payload: { userId, password, signOut } }) => {
      await admin("POST", `/v1/reset_password/${segment(userId)}`, { new_password: password, logout_devices: signOut });
      return null;
    },
    "account.lock": async ({ payload: { userId, permanent } }) => {
      await d.bot.trust.revokeLocalApprovals(userId);
      await deleteDevices(admin, userId);
      if (permanent) await admin("POST", `/v1/deactivate/${segment(userId)}`, { erase: false });
      else await admin("PUT", user(userId), { locked: true });
      return null;
    },
    "account.unlock": async ({ payload: { userId } }) => {
      await admin("PUT", user(userId), { locked: false });
      return null;
    },
    "device.signOut": async ({ payload: { userId, deviceId } }) => {
      try {
        await admin("DELETE", `${user(userId)}/devices/${segment(deviceId)}`);
      } catch (error) {
        if (!(error instanceof MatrixError && error.status === 404)) throw error;
      }
      return null;
    },
    "device.trust": async ({ payload: { userId, deviceId, fingerprint } }) => {
      await d.keeper.review(userId, true);
      const approved = await d.bot.trust.approveDevice(userId, deviceId, fingerprint);
      d.bot.unsettle();
      if (approved) await d.keeper.review(userId, false);
      return approved ? "trusted" : "gone";
    },
    "device.distrust": async ({ payload: { userId } }) => {
      await d.bot.trust.revokeLocalApprovals(userId);
      d.bot.unsettle();
      return null;
    },
  };
}

type Admin = <T>(method: Method, path: string, body?: unknown) => Promise<T>;

async function deleteDevices(admin: Admin, userId: string): Promise<void> {
  const path = `/v2/users/${segment(userId)}`;
  const { devices } = await admin<{ devices: { device_id: string }[] }>("GET", `${path}/devices`);
  if (devices.length === 0) return;
  await admin("POST", `${path}/delete_devices`, { devices: devices.map((device) => device.device_id) });
}
