import { withdrawConsent } from "@tsunagi/care/consent/withdrawConsent";
import { cardHistory, readCard } from "@tsunagi/care/emergency/readCard";
import { remindToConfirm } from "@tsunagi/care/emergency/remindToConfirm";
import { confirmCard, confirmNewest, saveCard } from "@tsunagi/care/emergency/saveCard";
import { writeItem } from "@tsunagi/care/emergency/writeItem";
import { openRoom, roomOfTeam } from "@tsunagi/care/rooms/store";
import { type SectionContent, unasked } from "@tsunagi/contracts/emergencyCard";
import { matrixRoomId, type PersonId } from "@tsunagi/contracts/ids";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  buildRegion,
  consentTo,
  type OpenedTeam,
  openTestHub,
  type Region,
  refusal,
  sent,
  type TestHub,
  teamOf,
  type Worker,
} from "../../env/careFixture.ts";

let hub: TestHub;
let region: Region;
let team: OpenedTeam;
let personId: PersonId;
let rooms = 0;

beforeAll(async () => {
  hub = await openTestHub();
  region = await buildRegion(hub);
});
beforeEach(async () => {
  team = await teamOf(hub, "care", region.careManager, region.visitingNurse, region.helper);
  personId = team.personId;
  rooms += 1;
  const { id } = await hub.system((unit) => roomOfTeam(unit.tx, team.teamId));
  await hub.system((unit) => openRoom(unit.tx, id, matrixRoomId.parse(`!card${rooms}:hub.example`)));
});
afterAll(() => hub.close());

const allergies: SectionContent<"allergies"> = {
  allergies: { state: "known", entries: [{ substance: "ペニシリン", kind: "drug", reaction: "全身のじんましん" }] },
  contraindicated: { state: "none" },
};
const consent = () => consentTo(hub, region.careManager, personId, "emergency");
const read = (by: Worker) => hub.as(by, (unit) => readCard(unit, { personId }));
const save = (by: Worker, version = 0, { content = allergies, confirm = false } = {}) =>
  hub.as(by, (unit) =>
    saveCard(unit, { personId, changes: { allergies: content }, versions: { allergies: version }, confirm }),
  );
const confirm = (by: Worker, version: number) =>
  hub.as(by, (unit) => confirmCard(unit, { personId, versions: { allergies: version } }));
const actions = async () =>
  (await hub.auditRows()).filter((row) => row.person_id === personId).map((row) => `${row.action} ${row.outcome}`);

describe("the emergency card", () => {
  it("is refused, and the attempt recorded, until the person agrees to emergency reading", async () => {
    expect(await refusal(read(region.visitingNurse))).toBe("consentMissing");
    expect(await refusal(save(region.visitingNurse))).toBe("consentMissing");
    expect(await actions()).toEqual(expect.arrayContaining(["emergency.read denied", "emergency.edit denied"]));
    await consent();
    expect((await read(region.visitingNurse)).sections.allergies).toBeNull();
  });

  it("is closed again when that consent is withdrawn", async () => {
    const { id } = await consent();
    await save(region.visitingNurse);
    const withdrawal = { consentId: id, givenBy: "person" as const, reason: "考え直した" };
    await hub.as(region.careManager, (unit) => withdrawConsent(unit, withdrawal as never));
    expect(await refusal(read(region.visitingNurse))).toBe("consentMissing");
  });

  it("keeps none, unknown and a value apart", async () => {
    await consent();
    await save(region.visitingNurse);
    const first = (await read(region.helper)).sections.allergies?.content;
    expect(first).toEqual(allergies);
    const content = { ...unasked("allergies"), contraindicated: { state: "none" } } as SectionContent<"allergies">;
    await save(region.visitingNurse, 1, { content });
    expect((await read(region.helper)).sections.allergies?.content).toEqual({
      allergies: { state: "unknown" },
      contraindicated: { state: "none" },
    });
  });

  it("keeps every version with its author; what stands there is sealed and can be neither changed nor deleted", async () => {
    await consent();
    await save(region.visitingNurse);
    await save(region.careManager, 1, { content: unasked("allergies") });
    const versions = await hub.as(region.helper, (unit) => cardHistory(unit, { personId, section: "allergies" }));
    expect(versions.map(({ version, savedBy }) => [version, savedBy.name, savedBy.role])).toEqual([
      [2, region.careManager.name, "careManager"],
      [1, region.visitingNurse.name, "visitingNurse"],
    ]);
    expect(versions[1]?.content).toEqual(allergies);
    const stored = await hub.db.sql<{ sealed: Buffer }>("select sealed from emergency_section");
    expect(stored.every(({ sealed }) => !sealed.includes(Buffer.from("ペニシリン")))).toBe(true);
    await expect(hub.db.sql("update emergency_section set version = 9")).rejects.toThrow("append-only");
    await expect(hub.db.sql("delete from emergency_section")).rejects.toThrow("append-only");
  });

  it("refuses to save over what somebody else has saved meanwhile", async () => {
    await consent();
    await save(region.visitingNurse);
    expect(await refusal(save(region.careManager))).toBe("cardChanged");
    expect(await refusal(confirm(region.careManager, 0))).toBe("cardChanged");
  });

  it("says who confirmed which section when, and a change takes the confirmation away", async () => {
    await consent();
    expect((await save(region.visitingNurse)).lastConfirmedAt).toBeNull();
    const confirmed = await confirm(region.careManager, 1);
    expect(confirmed.sections.allergies?.confirmed?.by).toMatchObject({ name: region.careManager.name });
    expect(confirmed.lastConfirmedAt).toBe(confirmed.sections.allergies?.confirmed?.at);
    expect((await save(region.visitingNurse, 1)).sections.allergies?.confirmed).toBeNull();
    expect((await save(region.visitingNurse, 2, { confirm: true })).sections.allergies?.confirmed).not.toBeNull();
  });

  it("leaves a row for every reading, saving and confirming, without what stands on it", async () => {
    await consent();
    await save(region.visitingNurse, 0, { confirm: true });
    await read(region.helper);
    expect(await actions()).toEqual(
      expect.arrayContaining(["emergency.save allowed", "emergency.confirm allowed", "emergency.read allowed"]),
    );
    expect((await hub.auditRows()).some(({ detail }) => detail.includes("ペニシリン"))).toBe(false);
  });

  it("is read by a helper but not filled in by one; strangers may do neither", async () => {
    await consent();
    await save(region.visitingNurse);
    expect((await read(region.helper)).may.edit).toBe(false);
    expect(await refusal(save(region.helper, 1))).toBe("forbidden");
    expect(await refusal(read(region.nurse))).toBe("forbidden");
  });

  it("takes one item in words, which nobody has confirmed yet, from whoever may fill it in", async () => {
    await consent();
    await save(region.careManager, 0, { confirm: true });
    const write = (by: Worker, text: string) =>
      hub.as(by, (unit) => writeItem(unit, { personId, item: "contraindicated", text }));
    const card = await write(region.careManager, "架空薬アルファ");
    expect(card.sections.allergies).toMatchObject({
      content: { contraindicated: { entries: [expect.objectContaining({ name: "架空薬アルファ" })] } },
      confirmed: null,
    });
    expect(await refusal(write(region.helper, "架空薬ベータ"))).toBe("forbidden");
  });

  it("is confirmed as a whole only when there is something on it", async () => {
    await consent();
    const whole = () => hub.as(region.visitingNurse, (unit) => confirmNewest(unit, { personId }));
    expect(await refusal(whole())).toBe("cardEmpty");
    await save(region.visitingNurse);
    expect((await whole()).lastConfirmedAt).not.toBeNull();
  });
});

describe("the reminder", () => {
  const remind = () => hub.system(remindToConfirm);
  const told = async () => {
    const { id } = await hub.system((unit) => roomOfTeam(unit.tx, team.teamId));
    return (await sent(hub, "room.notice")).filter(
      ({ room, notice }) => room === id && notice.notice === "cardUnconfirmed",
    ).length;
  };

  it("asks the team once when nobody has confirmed for longer than the setting, and again only later", async () => {
    await consent();
    await save(region.visitingNurse, 0, { confirm: true });
    hub.clock.advance(179 * 24 * 60);
    await remind();
    expect(await told()).toBe(0);
    expect((await read(region.visitingNurse)).due).toBe(false);
    hub.clock.advance(2 * 24 * 60);
    expect((await read(region.visitingNurse)).due).toBe(true);
    await Promise.all([remind(), remind()]);
    await remind();
    expect(await told()).toBe(1);
    hub.clock.advance(31 * 24 * 60);
    await remind();
    expect(await told()).toBe(2);
  });

  it("stops when the card is confirmed, and says nothing without consent", async () => {
    const { id } = await consent();
    await save(region.visitingNurse);
    hub.clock.advance(200 * 24 * 60);
    await confirm(region.visitingNurse, 1);
    await remind();
    expect(await told()).toBe(0);
    hub.clock.advance(200 * 24 * 60);
    const withdrawal = { consentId: id, givenBy: "person" as const, reason: "考え直した" };
    await hub.as(region.careManager, (unit) => withdrawConsent(unit, withdrawal as never));
    await remind();
    expect(await told()).toBe(0);
  });
});
