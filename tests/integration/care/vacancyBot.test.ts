import { commands } from "@tsunagi/bots/commands";
import type { Answer } from "@tsunagi/bots/framework/command";
import { prepare, run } from "@tsunagi/bots/framework/dispatch";
import { readCall } from "@tsunagi/bots/framework/parse";
import { renderNotice } from "@tsunagi/bots/rooms/renderNotice";
import { askVacancies } from "@tsunagi/care/facilities/vacancy/askVacancies";
import { vacancyReports } from "@tsunagi/care/facilities/vacancy/store";
import { COMMAND_KEY } from "@tsunagi/contracts/events";
import { type FacilityId, matrixRoomId, type OrganisationId } from "@tsunagi/contracts/ids";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { addService } from "../../env/addService.ts";
import {
  createOperator,
  hire,
  openOrganisation,
  openTestHub,
  refusal,
  sent,
  type TestHub,
  type Worker,
} from "../../env/careFixture.ts";

let hub: TestHub;
let operator: Worker;
let organisationId: OrganisationId;
let nurse: Worker;

beforeAll(async () => {
  hub = await openTestHub();
  operator = await createOperator(hub);
});
afterAll(() => hub.close());

/** An organisation of its own for every test, with somebody who may report. */
beforeEach(async () => {
  organisationId = await openOrganisation(hub, operator, "みほん園", "careProvider");
  nurse = await hire(hub, operator, organisationId, "nurse");
});

const add = (serviceType: string) => addService(hub.db.sql, organisationId, serviceType);

type Content = Record<string, unknown>;
const text = (body: string): Content => ({ msgtype: "m.text", body });
const press = ({ card }: Answer, label: string): Content => {
  const action = card.actions?.find((one) => one.label.ja === label);
  if (!action) throw new Error(`no button ${label}`);
  return { [COMMAND_KEY]: { name: action.command, arguments: action.arguments } };
};

/** What the bot does with a message in the organisation's room. */
async function say(content: Content): Promise<Answer> {
  const call = readCall(content);
  if (!call) throw new Error("no command");
  const room = {
    matrixRoomId: matrixRoomId.parse("!r:hub"),
    kind: "facility" as const,
    personId: null,
    organisationId,
  };
  const prepared = prepare(commands, call, room, null);
  if ("refused" in prepared) return prepared.refused;
  return hub.as(nurse, (unit) =>
    run(prepared, unit, { room, quoted: null, search: () => Promise.reject(new Error("no search here")) }),
  );
}

const newest = async (id: FacilityId) => (await hub.system(({ tx }) => vacancyReports(tx, id, { limit: 1 })))[0];

describe("/空き in the organisation's room", () => {
  it("reports what was written, in any order of what may be left out", async () => {
    const home = await add("51");
    const answer = await say(text("/空き ２名 個室 女性 2026-12-01 待機は娘さんの希望待ち"));
    expect(answer.body).toContain("個室・女性　空き2（2026-12-01から）");
    expect(await newest(home)).toMatchObject({
      lines: [{ roomType: "private", sex: "female", count: 2, availableFrom: "2026-12-01" }],
      note: "待機は娘さんの希望待ち",
      reportedById: nurse.staffId,
    });
    await say(text("!vacancy 満床"));
    expect(await newest(home)).toMatchObject({ lines: [], note: "待機は娘さんの希望待ち" });
  });

  it("asks by buttons which service and which kind of place is meant, and does what was chosen", async () => {
    const home = await add("51");
    const day = await add("15");
    await add("43");
    const which = await say(text("/空き 1"));
    expect(which.card.actions?.map(({ label }) => label.ja)).toEqual([
      "通所介護（みほん園）",
      "介護老人福祉施設（みほん園）",
    ]);
    expect(await newest(day)).toBeUndefined();
    const place = await say(press(which, "介護老人福祉施設（みほん園）"));
    await say(press(place, "多床室・男女不問"));
    expect(await newest(home)).toMatchObject({ lines: [{ roomType: "shared", sex: "any", count: 1 }] });
    await say(press(which, "通所介護（みほん園）"));
    expect(await newest(day)).toMatchObject({ lines: [{ roomType: "place", sex: "any", count: 1 }] });
  });

  it("says what to do when there is nothing to report or the number is none", async () => {
    expect(await refusal(say(text("/空き 1")))).toBe("noVacancyService");
    await add("51");
    expect((await say(text("/空き たくさん"))).card.kind).toBe("problem");
    const other = await openOrganisation(hub, operator, "よその園", "careProvider");
    const foreign = { [COMMAND_KEY]: { name: "unchanged", arguments: { service: `svc_${"y".repeat(26)}` } } };
    expect(await refusal(say(foreign))).toBe("notFound");
    expect(other).not.toBe(organisationId);
  });
});

describe("the question of the day", () => {
  const ask = () => hub.system((unit) => askVacancies(unit));
  const questions = async (id: FacilityId) =>
    (await sent(hub, "room.notice")).flatMap(({ notice }) =>
      notice.notice === "vacancyCheck" && notice.facility.id === id ? [notice] : [],
    );

  it("comes once a day to who has not reported for a day, and is answered by one tap", async () => {
    const home = await add("51");
    await ask();
    await ask();
    expect(await questions(home)).toMatchObject([{ vacancy: null }]);
    await say(text("/空き 2 個室 女性"));
    hub.clock.advance(23 * 60);
    await ask();
    expect(await questions(home)).toHaveLength(1);
    hub.clock.advance(60 * 2);
    await ask();
    await ask();
    const all = await questions(home);
    expect(all).toHaveLength(2);
    const card = renderNotice(all[1] ?? { notice: "unreadable", sentAt: "" });
    expect(card.body).toContain("個室・女性　空き2");
    await say(press(card, "変わりなし"));
    expect(await newest(home)).toMatchObject({ cause: "unchanged", lines: [{ count: 2 }] });
  });

  it("is put to nobody without places, and not after a report of today", async () => {
    const office = await add("43");
    const day = await add("15");
    await say(text("/空き 3"));
    await ask();
    expect(await questions(office)).toEqual([]);
    expect(await questions(day)).toEqual([]);
  });
});
