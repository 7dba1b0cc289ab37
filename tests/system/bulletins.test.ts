import type { BulletinId } from "@tsunagi/contracts/ids";
import type pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { demoPerson } from "../env/demoPerson.ts";
import type { Person } from "../env/person.ts";
import { type ThrowawayStack, throwawayStack } from "../env/throwaway.ts";
import { until } from "../env/until.ts";
import { withDatabase } from "../env/withDatabase.ts";

/** Enough that some are still on their way when the hub is killed. */
const BULLETINS = 4;

let stack: ThrowawayStack;
let city: Person;
let nurse: Person;

beforeAll(async () => {
  stack = await throwawayStack({ durable: true });
  city = await demoPerson(stack, "city");
  nurse = await demoPerson(stack, "nurse");
});
afterAll(async () => {
  city.stop();
  nurse.stop();
  await stack.discard();
});

/** How many encrypted messages stand in each facility's room, by room. */
async function messagesInFacilityRooms(): Promise<ReadonlyMap<string, number>> {
  const rooms = await rows<{ id: string }>(
    stack.databaseUrl,
    "select matrix_room_id as id from room where kind = 'facility' and matrix_room_id is not null",
  );
  const counted = await rows<{ id: string; count: string }>(
    stack.synapseDatabaseUrl,
    "select room_id as id, count(*) from events where type = 'm.room.encrypted' group by room_id",
  );
  const counts = new Map(counted.map(({ id, count }) => [id, Number(count)]));
  return new Map(rooms.map(({ id }) => [id, counts.get(id) ?? 0]));
}

const sumOf = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((sum, count) => sum + count, 0);

const rows = <Row extends pg.QueryResultRow>(url: string, text: string): Promise<Row[]> =>
  withDatabase(url, async (client) => (await client.query<Row>(text)).rows);

async function post(title: string): Promise<BulletinId> {
  const audience = { areas: [], municipalities: [], kinds: [], services: [], roles: [] };
  const body = {
    title,
    body: "今の状況を知らせてください。",
    category: "disaster",
    urgency: "urgent",
    ask: "damage",
    audience,
  };
  return (await city.hub.call("postBulletin", { body } as never)).id;
}

/** Of each bulletin how many rooms have it; undefined while the hub is not there. */
const delivered = async (ids: readonly BulletinId[]) => {
  const read = (bulletinId: BulletinId) => city.hub.call("readBulletin", { params: { bulletinId } });
  const views = await Promise.all(ids.map(read)).catch(() => undefined);
  return views?.map(({ reach }) => ({
    total: reach?.length ?? 0,
    done: reach?.filter((one) => one.delivered).length ?? 0,
  }));
};

it("comes into every facility's room exactly once though the hub is killed while it goes out", async () => {
  const before = await messagesInFacilityRooms();
  const ids: BulletinId[] = [];
  for (let n = 1; n <= BULLETINS; n += 1) ids.push(await post(`台風の状況確認 ${n}（試験）`));
  await stack.killHub();
  const sent = sumOf(await messagesInFacilityRooms());
  await stack.startHub();
  const reach = await until("every room has it", async () => {
    const now = await delivered(ids);
    return now?.every(({ total, done }) => done === total) ? now : undefined;
  });

  const after = await messagesInFacilityRooms();
  const more = [...after].map(([room, count]) => count - (before.get(room) ?? 0)).filter((count) => count > 0);
  const total = reach[0]?.total ?? 0;
  expect(total).toBeGreaterThan(5);
  expect(more).toEqual(Array.from({ length: total }, () => BULLETINS));
  expect(sent, "the kill came before the last one had gone").toBeLessThan(sumOf(after));
});

it("can be read by those it was meant for, urgent ones marked as such", async () => {
  const { rooms } = await nurse.hub.call("listRooms");
  const room = rooms.find(({ kind }) => kind === "facility")?.roomId ?? "";
  await nurse.joined(room);
  for (let n = 1; n <= BULLETINS; n += 1) await nurse.reads(room, `台風の状況確認 ${n}（試験）`);
});
