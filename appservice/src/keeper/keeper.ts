import { judgeIdentity } from "@tsunagi/care/devices/identity";
import { admitDevice, noticeDevice } from "@tsunagi/care/devices/noticeDevice";
import { claimEvent } from "@tsunagi/care/inbox/store";
import type { Care } from "@tsunagi/care/kernel/unit";
import { shareHistory } from "@tsunagi/care/rooms/makeRoom";
import { roomIdsOf } from "@tsunagi/care/rooms/roomsOf";
import { roomByMatrixId } from "@tsunagi/care/rooms/store";
import { findStaffByUser } from "@tsunagi/care/staff/loadActor";
import { type MatrixUserId, matrixDeviceId, matrixUserId } from "@tsunagi/contracts/ids";
import type { EncryptedBot } from "../crypto/encryptedBot.ts";
import { SerialByKey } from "../crypto/serial.ts";
import type { DeviceFacts, UserFacts } from "../crypto/trust.ts";
import { errorFields, type Log } from "../log/log.ts";
import type { MatrixEvent } from "../matrix/events.ts";

interface Dependencies {
  readonly care: Care;
  readonly bot: EncryptedBot;
  readonly log: Log;
}

/**
 * Keeper of the gate and of the past: decides by the hub's rules whose identity and which devices the bot trusts, and
 * sees to it that whoever joins, and every newly trusted device, gets the history.
 */
export class Keeper {
  readonly #d: Dependencies;
  readonly #reviews = new SerialByKey();

  constructor(dependencies: Dependencies) {
    this.#d = dependencies;
  }

  /** Devices or identities have changed: look at each, in the background. */
  onUsersChanged(userIds: readonly string[]): void {
    for (const userId of userIds) {
      if (userId === this.#d.bot.identity.userId) continue;
      this.review(userId, false).catch((error: unknown) => {
        this.#d.log.error({ user: userId, ...errorFields(error) }, "devices could not be reviewed");
      });
    }
  }

  /**
   * Brings the bot's trust in line with the hub's rules for one user.
   * @param fresh ask the homeserver first
   */
  review(userId: string, fresh: boolean): Promise<UserFacts> {
    return this.#reviews.run(userId, async () => {
      const { bot } = this.#d;
      const user = matrixUserId.parse(userId);
      if (fresh) await bot.track([userId]);
      const facts = await this.#reviewIdentity(user, await bot.trust.inspect(userId, fresh));
      await this.#reviewDevices(user, facts.devices);
      return facts;
    });
  }

  /** Somebody has joined a room: they get its history once more, for a device that signed in after the invitation. */
  async onJoin(event: MatrixEvent): Promise<boolean> {
    const userId = matrixUserId.parse(event.state_key);
    return this.#d.care.asSystem(
      event.event_id,
      async (unit) => {
        const room = await roomByMatrixId(unit.tx, event.room_id);
        const staffId = await findStaffByUser(unit.tx, userId);
        if (!room || !staffId || !(await claimEvent(unit.tx, event.event_id))) return false;
        await shareHistory(unit, room.id, userId, `join:${event.event_id}`);
        return true;
      },
      { audited: false },
    );
  }

  async #reviewIdentity(userId: MatrixUserId, facts: UserFacts): Promise<UserFacts> {
    const { identity, devices } = facts;
    if (!identity) return facts;
    const { bot, care } = this.#d;
    const signedDevices = devices
      .filter((device) => device.signedByOwner)
      .map(({ deviceId, fingerprint }) => ({ deviceId: matrixDeviceId.parse(deviceId), fingerprint }));
    const seen = { userId, masterKey: identity.masterKey, signedDevices };
    const verdict = await care.asSystem("keeper", (unit) => judgeIdentity(unit, seen), { audited: false });
    if (verdict === "refuse") {
      await bot.trust.revokeLocalApprovals(userId);
      bot.unsettle();
      return bot.trust.inspect(userId, false);
    }
    if (identity.verified) return facts;
    await bot.trust.verifyIdentity(userId, identity.masterKey);
    bot.unsettle();
    return bot.trust.inspect(userId, false);
  }

  async #reviewDevices(userId: MatrixUserId, devices: readonly DeviceFacts[]): Promise<void> {
    const { care } = this.#d;
    await care.asSystem(
      "keeper",
      async (unit) => {
        let admitted = false;
        for (const { deviceId, fingerprint, displayName, trusted } of devices) {
          if (fingerprint === "") continue;
          const device = { userId, deviceId: matrixDeviceId.parse(deviceId), fingerprint, displayName };
          if (!trusted) await noticeDevice(unit, device);
          else if (await admitDevice(unit, device)) admitted = true;
        }
        const staffId = admitted ? await findStaffByUser(unit.tx, userId) : null;
        if (!staffId) return;
        for (const { id: room } of await roomIdsOf(unit.tx, staffId)) {
          await shareHistory(unit, room, userId, `device:${room}:${staffId}:${unit.now.getTime()}`);
        }
      },
      { audited: false },
    );
  }
}
