import fs from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { untilOutboxEmpty } from "@tsunagi/prisma/embedded/outboxWait";
import type pg from "pg";
import { numbers } from "../env/arguments.ts";
import { demoPerson } from "../env/demoPerson.ts";
import { percentile, progress, result, round } from "../env/machine.ts";
import { throwawayStack } from "../env/throwaway.ts";
import { until } from "../env/until.ts";
import { withDatabase } from "../env/withDatabase.ts";
import { type Block, facilities } from "./broadcast/facilities.ts";
import { commandMs } from "./support/commandMs.ts";
import { sideBySide } from "./support/sideBySide.ts";

/*
 * npm run bench -- broadcast [--rooms 2000] [--people 40] [--block 50] [--commands 60]
 * Bulletins to facilities' encrypted rooms through the whole hub (use case, outbox, encryption), in turn with the same
 * number of plain sends of the same bot into the same rooms of the same Synapse, as many side by side: how much slower
 * is the hub than the homeserver alone. `ratioFirst`: the room's key has to be shared with its staff first;
 * `ratioFollowing`: it has been. Then one bulletin goes to all rooms while somebody gives commands, and an urgent one
 * to one block overtakes it: `overtakenAt` is the share of the routine one that had gone when the urgent one was there.
 */
const options = numbers({ rooms: 2000, people: 40, block: 50, commands: 60 });
/** As many as the hub delivers side by side. */
const CONCURRENCY = 16;
const KEEPER = "@_tsunagi_hub:localhost";
const BODY =
  "台風が近づいています。今の状況を知らせてください。停電、断水、職員と利用者の安否、受け入れられる人数。（試験）";

const stack = await throwawayStack({ durable: true, hubEnv: { TSUNAGI_SESSION_MINUTES: "600" } });
try {
  const city = await demoPerson(stack, "city");
  const nurse = await demoPerson(stack, "nurse");
  const blocks = await facilities(stack, options);

  /** When a fifth is through: by then the hub has warmed up, and what comes on top is the rooms. */
  let early = { rooms: 0, rss: 0 };
  const spent = { plain: 0, first: 0, plainAgain: 0, following: 0 };
  for (const [index, block] of blocks.entries()) {
    const rooms = await roomsOf(block);
    progress(`block ${index + 1}/${blocks.length}`);
    spent.plain += await plainMs(rooms, `a${index}`);
    spent.first += await bulletinMs(block);
    spent.plainAgain += await plainMs(rooms, `b${index}`);
    spent.following += await bulletinMs(block);
    if (index + 1 === Math.ceil(blocks.length / 5)) early = { rooms: (index + 1) * options.block, rss: rssMb() };
  }
  const rss = rssMb();

  const teamRoom = await until("team room", async () => {
    const { rooms } = await nurse.hub.call("listRooms");
    return rooms.find((room) => room.title.includes("ハナ"))?.roomId;
  });
  await nurse.joined(teamRoom);
  const commands = async (while_: () => boolean) => {
    const samples: number[] = [];
    for (let i = 0; i < options.commands && while_(); i += 1) samples.push(await commandMs(nurse, teamRoom, i));
    return samples;
  };
  progress("commands alone");
  await commands(() => true); // warm
  const alone = await commands(() => true);
  progress("a bulletin to all, commands beside it, and an urgent one to one block");
  const everyone = {
    municipalities: [...new Set(blocks.flatMap(({ audience }) => audience.municipalities))],
    kinds: [...new Set(blocks.flatMap(({ audience }) => audience.kinds))],
  };
  const routine = await post(everyone, "routine");
  const began = performance.now();
  let running = true;
  const all = delivered(routine).then(() => {
    running = false;
    return performance.now() - began;
  });
  const beside = await commands(() => running);
  const share = await shareGone(routine);
  const urgent = await post((blocks.at(-1) as Block).audience, "urgent");
  await delivered(urgent);
  const overtakenAt = await shareGone(routine);
  const allMs = await all;

  city.stop();
  nurse.stop();
  result({
    bench: "broadcast",
    rooms: options.rooms,
    ratioFollowing: round(spent.plainAgain / spent.following),
    ratioFirst: round(spent.plain / spent.first),
    rssMb: round(rss, 0),
    commandP95Ratio: round(percentile(beside, 0.95) / percentile(alone, 0.95)),
    kbPerRoom: round(((rss - early.rss) * 1000) / (options.rooms - early.rooms), 1),
    sendsPerSecond: {
      plain: round((2 * options.rooms * 1000) / (spent.plain + spent.plainAgain), 1),
      first: round((options.rooms * 1000) / spent.first, 1),
      following: round((options.rooms * 1000) / spent.following, 1),
      all: round((options.rooms * 1000) / allMs, 1),
    },
    commandsBeside: beside.length,
    urgentSentAt: round(share),
    overtakenAt: round(overtakenAt),
    people: options.people,
  });

  async function post(audience: Block["audience"], urgency: "routine" | "urgent"): Promise<string> {
    const body = { title: "状況確認（試験）", body: BODY, category: "disaster", urgency, ask: "nothing" };
    const whole = { areas: [], services: [], roles: [], ...audience };
    return (await city.hub.call("postBulletin", { body: { ...body, audience: whole } } as never)).id;
  }

  /** Milliseconds from the beginning of the posting transaction until it has gone to every room. */
  async function bulletinMs({ audience }: Block): Promise<number> {
    const bulletin = await post(audience, "routine");
    await untilOutboxEmpty(stack.databaseUrl);
    const text = `select extract(epoch from max(sent_at) - min(created_at))::float * 1000 as ms
      from outbox_message where idempotency_key like '%:bulletin:' || $1 || ':%'`;
    const [row] = await rows<{ ms: number }>(text, [bulletin]);
    return row?.ms ?? Number.NaN;
  }
} finally {
  await stack.discard();
}
process.exit(0);

async function roomsOf({ organisationIds }: Block): Promise<string[]> {
  const text = "select matrix_room_id as id from room where kind = 'facility' and organisation_id = any($1)";
  return (await rows<{ id: string }>(text, [organisationIds])).map(({ id }) => id);
}

function rows<Row extends pg.QueryResultRow>(text: string, values: readonly unknown[]): Promise<Row[]> {
  return withDatabase(stack.databaseUrl, async (client) => (await client.query<Row>(text, [...values])).rows);
}

/** Milliseconds for one plain message into each room, by the bot itself. */
async function plainMs(rooms: readonly string[], occasion: string): Promise<number> {
  const { asToken } = stack.secrets;
  const from = performance.now();
  await sideBySide(rooms, CONCURRENCY, async (room) => {
    const path = `/_matrix/client/v3/rooms/${encodeURIComponent(room)}/send/m.room.message/bench-${occasion}`;
    const response = await fetch(`${stack.homeserverUrl}${path}?user_id=${encodeURIComponent(KEEPER)}`, {
      method: "PUT",
      headers: { authorization: `Bearer ${asToken}`, "content-type": "application/json" },
      body: JSON.stringify({ msgtype: "m.notice", body: BODY.repeat(8) }),
    });
    if (!response.ok) throw new Error(`plain send: ${await response.text()}`);
  });
  return performance.now() - from;
}

async function delivered(bulletin: string): Promise<void> {
  while ((await shareGone(bulletin)) < 1) await delay(250);
}

/** Which share of a bulletin's rooms has it. */
async function shareGone(bulletin: string): Promise<number> {
  const text = `select count(*) filter (where state = 'sent')::float / count(*) as share
    from outbox_message where idempotency_key like '%:bulletin:' || $1 || ':%'`;
  const [row] = await rows<{ share: number }>(text, [bulletin]);
  return row?.share ?? 0;
}

/** The hub's memory now. */
function rssMb(): number {
  const status = fs.readFileSync(`/proc/${stack.hub.pid}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1000;
}
