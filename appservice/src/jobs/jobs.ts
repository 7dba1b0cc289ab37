import { escalateSilent } from "@tsunagi/care/bulletins/escalation/escalate";
import { releaseDue } from "@tsunagi/care/bulletins/plans/release";
import { deleteRunsBefore } from "@tsunagi/care/commands/store";
import { remindToConfirm } from "@tsunagi/care/emergency/remindToConfirm";
import { askVacancies } from "@tsunagi/care/facilities/vacancy/askVacancies";
import { deleteKeptBefore } from "@tsunagi/care/idempotency/store";
import * as inbox from "@tsunagi/care/inbox/store";
import { rewriteErased } from "@tsunagi/care/incident/disk/store";
import { eraseExpired } from "@tsunagi/care/incident/eraseExpired";
import type { Care } from "@tsunagi/care/kernel/unit";
import { remindEnquiries } from "@tsunagi/care/negotiation/remind";
import { fallOn } from "@tsunagi/care/notices/falling/fall";
import { releaseNotices } from "@tsunagi/care/notices/release";
import { deleteNoticesBefore } from "@tsunagi/care/notices/store";
import * as outbox from "@tsunagi/care/outbox/store";
import { tellRoom } from "@tsunagi/care/rooms/makeRoom";
import { roomByMatrixId } from "@tsunagi/care/rooms/store";
import { deleteExpired } from "@tsunagi/care/session/store";
import { Logger, parseCronItems, type Runner, run, type TaskList } from "graphile-worker";
import type { DeliveryConfig } from "../config/config.ts";
import type { EncryptedBot } from "../crypto/encryptedBot.ts";
import type { Log } from "../log/log.ts";
import type { MatrixEvent } from "../matrix/events.ts";
import type { Metrics } from "../metrics/metrics.ts";

interface Dependencies {
  readonly databaseUrl: string;
  readonly care: Care;
  readonly bot: EncryptedBot;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly delivery: DeliveryConfig;
}

const DAY_MS = 86_400_000;

/** Everything that runs by the clock, on a Postgres queue: a missed time is made up for, two never run at once. */
export function tasks(d: Dependencies): TaskList {
  return {
    /** What Synapse did not push, and keys of events that wait. */
    drain: async () => {
      const { toDevice } = await d.bot.drain();
      d.metrics.drained.inc(toDevice);
      await d.bot.flush();
    },
    backupKeys: async () => {
      await d.bot.backup.upload();
    },
    remindEnquiries: async () => {
      const { reminded, expired } = await d.care.asSystem("remindEnquiries", remindEnquiries, { audited: false });
      if (reminded + expired > 0) d.log.info({ reminded, expired }, "enquiries looked after");
    },
    /** Facilities that let a bulletin's time pass: the role on duty, then the deputy. */
    escalateBulletins: async () => {
      while ((await d.care.asSystem("escalateBulletins", escalateSilent, { audited: false })) > 0);
    },
    /** From 8 to 17 o'clock in Japan (the clock here is UTC); each facility once a day. */
    askVacancies: async () => {
      await d.care.asSystem("askVacancies", (unit) => askVacancies(unit), { audited: false });
    },
    /** Sends bulletins whose time has come, one an act, until none is due. */
    releaseBulletins: async () => {
      while (await d.care.asSystem("releaseBulletins", releaseDue, { audited: false }));
    },
    /** What was held back by night goes in the morning; what was urgent and not shown takes the next way. */
    lookAfterNotices: async () => {
      const released = await d.care.asSystem("releaseNotices", releaseNotices, { audited: false });
      const fallen = await d.care.asSystem("fallOn", fallOn, { audited: false });
      if (released + fallen > 0) d.log.info({ released, fallen }, "notices looked after");
    },
    reportParked: () => reportParked(d),
    countWaiting: () => countWaiting(d),
    forget: () => forget(d),
    /** Deletes what has expired of transports: keys and pieces of photos and videos, summaries; then takes it off the disk. */
    eraseIncidentMedia: async () => {
      const erased = await d.care.asSystem("eraseIncidentMedia", eraseExpired, { audited: false });
      if (erased === 0) return;
      await d.care.bookkeeping(rewriteErased);
      d.log.info({ erased }, "media of transports erased");
    },
    /** Asks teams to confirm emergency cards that have grown old. */
    remindOfCards: async () => {
      await d.care.asSystem("remindOfCards", remindToConfirm, { audited: false });
    },
  };
}

export function startJobs(d: Dependencies): Promise<Runner> {
  return run({
    connectionString: d.databaseUrl,
    taskList: tasks(d),
    parsedCronItems: parseCronItems([
      { task: "drain", match: "* * * * *" },
      { task: "backupKeys", match: "* * * * *" },
      { task: "remindEnquiries", match: "* * * * *" },
      { task: "escalateBulletins", match: "* * * * *" },
      { task: "lookAfterNotices", match: "* * * * *" },
      { task: "eraseIncidentMedia", match: "* * * * *" },
      { task: "askVacancies", match: "5 23,0-8 * * *" },
      { task: "releaseBulletins", match: "* * * * *" },
      { task: "reportParked", match: "* * * * *" },
      { task: "countWaiting", match: "* * * * *" },
      { task: "remindOfCards", match: "30 0 * * *", options: { backfillPeriod: DAY_MS } },
      { task: "forget", match: "17 * * * *", options: { backfillPeriod: DAY_MS } },
    ]),
    concurrency: 2,
    noHandleSignals: true,
    maxPoolSize: 4,
    logger: new Logger(() => (level, message) => {
      if (level === "error" || level === "warning") d.log.warn({ from: "graphile-worker" }, message);
    }),
  });
}

/** An event whose key has not come in time: the room is told once, so that nothing is silently lost. */
async function reportParked({ care, delivery }: Dependencies): Promise<void> {
  await care.asSystem(
    "reportParked",
    async (unit) => {
      const before = new Date(unit.now.getTime() - delivery.parkedNoticeMinutes * 60_000);
      for (const { eventId, matrixRoomId, body } of await inbox.parkedSince(unit.tx, before)) {
        const room = await roomByMatrixId(unit.tx, matrixRoomId);
        if (room?.state !== "open") continue;
        const sentAt = new Date((JSON.parse(body) as MatrixEvent).origin_server_ts).toISOString();
        await tellRoom(unit, room.id, { notice: "unreadable", sentAt }, eventId);
      }
    },
    { audited: false },
  );
}

async function countWaiting({ care, metrics }: Dependencies): Promise<void> {
  const counts = await care.asSystem(
    "countWaiting",
    async ({ tx }) => ({ inbox: await inbox.countByState(tx), outbox: await outbox.countByState(tx) }),
    { audited: false },
  );
  for (const [box, states] of Object.entries(counts)) {
    for (const [state, count] of Object.entries(states)) metrics.waiting.set({ box, state }, count);
  }
}

/** Lets go of what only had to be remembered for a while. Records and the access log are not among it. */
async function forget({ care, delivery, log }: Dependencies): Promise<void> {
  const gone = await care.asSystem(
    "forget",
    async ({ tx, now }) => {
      const before = new Date(now.getTime() - delivery.keepDoneDays * DAY_MS);
      return {
        sessions: await deleteExpired(tx, now),
        events: await inbox.deleteDoneBefore(tx, before),
        messages: await outbox.deleteSentBefore(tx, before),
        responses: await deleteKeptBefore(tx, before),
        runs: await deleteRunsBefore(tx, before),
        notices: await deleteNoticesBefore(tx, before),
      };
    },
    { audited: false },
  );
  log.info(gone, "forgotten");
}
