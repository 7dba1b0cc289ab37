import { shareHistoryAgain } from "@tsunagi/care/rooms/shareHistoryAgain";
import { openRoom, roomOfTeam } from "@tsunagi/care/rooms/store";
import { matrixRoomId } from "@tsunagi/contracts/ids";
import { afterAll, beforeAll, expect, it } from "vitest";
import {
  buildRegion,
  openTestHub,
  type Region,
  refusal,
  sent,
  type TestHub,
  teamOf,
  type Worker,
} from "../../env/careFixture.ts";

const ROOM = matrixRoomId.parse("!team:hub.example");
let hub: TestHub;
let region: Region;

beforeAll(async () => {
  hub = await openTestHub();
  region = await buildRegion(hub);
  const { teamId } = await teamOf(hub, "care", region.careManager, region.helper);
  const { id } = await hub.system((unit) => roomOfTeam(unit.tx, teamId));
  await hub.system((unit) => openRoom(unit.tx, id, ROOM));
});
afterAll(() => hub.close());

const ask = (by: Worker, roomId = ROOM) => hub.as(by, (unit) => shareHistoryAgain(unit, { roomId }));
const shared = async () => (await sent(hub, "history.share")).map(({ userId }) => userId);

it("hands a room's keys on once more to whoever is in it, and gathers them once for many questions", async () => {
  const before = (await shared()).length;
  await Promise.all([ask(region.helper), ask(region.helper), ask(region.helper)]);
  const more = (await shared()).slice(before);
  expect(more.length).toBeLessThanOrEqual(2); // the half minute may turn between two questions
  expect(new Set(more)).toEqual(new Set([region.helper.userId]));
});

it("knows no such room for whoever is not in it", async () => {
  expect(await refusal(ask(region.visitingNurse))).toBe("notFound");
  expect(await refusal(ask(region.helper, matrixRoomId.parse("!other:hub.example")))).toBe("notFound");
});
