import { commands } from "@tsunagi/bots/commands";
import type { Answer } from "@tsunagi/bots/framework/command";
import { prepare, run } from "@tsunagi/bots/framework/dispatch";
import { readCall } from "@tsunagi/bots/framework/parse";
import { embeddedEngine } from "@tsunagi/care/facilities/search/embedded/embeddedEngine";
import { FacilitySearch } from "@tsunagi/care/facilities/search/facilitySearch";
import { matrixRoomId } from "@tsunagi/contracts/ids";
import { afterAll, beforeAll, expect, it } from "vitest";
import { buildRegion, type OpenedTeam, openTestHub, type Region, type TestHub, teamOf } from "../../env/careFixture.ts";
import { inventFacility, reported, SEARCH_NOW } from "../../env/facilities.ts";

let hub: TestHub;
let region: Region;
let team: OpenedTeam;
let search: FacilitySearch;
const asked: unknown[] = [];

const facilities = [
  inventFacility({ name: "やすらぎ苑", needs: { gastrostomy: "accept" }, vacancy: reported(1, { count: 2 }) }),
  inventFacility({
    name: "ひだまりの家",
    serviceType: "32",
    municipality: "223255",
    needs: { gastrostomy: "consult" },
  }),
  inventFacility({ name: "遠くの園", municipality: "221309", needs: { gastrostomy: "accept" } }),
];

beforeAll(async () => {
  hub = await openTestHub();
  region = await buildRegion(hub);
  team = await teamOf(hub, "care", region.careManager, region.visitingNurse);
  const facts = {
    load: async () => [],
    all: async function* () {
      yield facilities;
    },
  };
  const settings = { staleAfterHours: 72, timeZone: "Asia/Tokyo" };
  search = new FacilitySearch(embeddedEngine(), facts, settings, () => SEARCH_NOW);
  await search.open();
});
afterAll(() => hub.close());

/** What the bot answers in the person's room. */
async function say(body: string): Promise<Answer> {
  const call = readCall({ msgtype: "m.text", body });
  if (!call) throw new Error("no command");
  const room = {
    matrixRoomId: matrixRoomId.parse("!room:hub.example"),
    kind: "team" as const,
    personId: team.personId,
    organisationId: null,
  };
  const prepared = prepare(commands, call, room, null);
  if ("refused" in prepared) return prepared.refused;
  const find: typeof search.search = (input) => {
    asked.push(input);
    return search.search(input);
  };
  return hub.as(region.careManager, (unit) => run(prepared, unit, { room, quoted: null, search: find }));
}

it("answers with the best facilities around the person, why, and what to check", async () => {
  const { body, card } = await say("/検索 胃ろう");
  expect(card.title.ja).toBe("合う施設 2件（上位2件）");
  expect(card.items?.map(({ title }) => title)).toEqual([
    "やすらぎ苑（介護老人福祉施設・三島市）",
    "ひだまりの家（認知症対応型共同生活介護・函南町）",
  ]);
  expect(card.items?.[0]?.text).toContain("空き 2　合う理由：経管栄養（胃ろう） ○、いま空きあり");
  expect(card.items?.[1]?.text).toContain("確かめること：経管栄養（胃ろう） △ 要相談");
  expect(body).toContain("条件：三島市・となりの市町・経管栄養（胃ろう）");
});

it("goes where the words say", async () => {
  const { card } = await say("!find 浜松 胃ろう");
  expect(card.items?.map(({ title }) => title)).toEqual(["遠くの園（介護老人福祉施設・浜松市）"]);
});

it("says what to change when nothing fits", async () => {
  const { card } = await say("/検索 胃ろう グループホーム 個室 沼津 空き");
  expect(card.title.ja).toBe("合う施設が見つかりませんでした");
  expect(card.items?.length).toBeGreaterThan(0);
  for (const { title } of card.items ?? []) expect(title).toMatch(/ → \d+件$/);
});

it("tells the search nothing of who it is for, and the reading of the person stands in the access log", async () => {
  await say("/検索");
  const { familyName, code, birthDate } = team.person;
  for (const secret of [familyName, code, birthDate, team.personId])
    expect(JSON.stringify(asked)).not.toContain(secret);
  const rows = await hub.auditRows();
  expect(rows.filter(({ action, person_id }) => action === "person.read" && person_id === team.personId)).not.toEqual(
    [],
  );
});
