import { withdrawConsent } from "@tsunagi/care/consent/withdrawConsent";
import { newestVacancy } from "@tsunagi/care/facilities/vacancy/store";
import { remindEnquiries } from "@tsunagi/care/negotiation/remind";
import { readNegotiation } from "@tsunagi/care/negotiation/viewCase";
import { readEnquiry } from "@tsunagi/care/negotiation/viewReceived";
import { listRooms } from "@tsunagi/care/rooms/listRooms";
import { readTeam } from "@tsunagi/care/teams/readTeam";
import type { NegotiationCaseView } from "@tsunagi/contracts/rest/negotiation";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  buildRegion,
  openTestHub,
  outboxOf,
  type Region,
  refusal,
  type TestHub,
  teamOf,
} from "../../env/careFixture.ts";
import { act, answer, askable, askHomes, enquiryTo, give, type Home, openHome } from "../../env/negotiations.ts";

let hub: TestHub;
let region: Region;

beforeAll(async () => {
  hub = await openTestHub();
  region = await buildRegion(hub);
  hub.clock.advance(3 * 24 * 60); // to a working day's morning in Japan
});
afterAll(() => hub.close());

const states = (view: NegotiationCaseView) => Object.fromEntries(view.enquiries.map((e) => [e.facility.name, e.state]));
const read = (view: NegotiationCaseView) =>
  hub.as(region.careManager, (unit) => readNegotiation(unit, { caseId: view.id }));

/** Up to where the asker may choose: yes said, identity known. */
async function ready(home: Home, view: NegotiationCaseView): Promise<void> {
  const id = enquiryTo(view, home);
  await answer(hub, home, id, "accept");
  await give(hub, region.careManager, id, 2);
}

describe("an enquiry", () => {
  it("goes to each facility in a room of its own, with an anonymous sheet", async () => {
    const { careManager } = region;
    const homes = [await openHome(hub, region, "ひとつ目苑"), await openHome(hub, region, "ふたつ目苑")];
    const { personId, person } = await askable(hub, careManager);
    let view: NegotiationCaseView | undefined;
    const sent = await outboxOf(hub, async () => {
      view = await askHomes(hub, careManager, personId, homes);
    });
    expect(view?.enquiries.map(({ state, level }) => [state, level])).toEqual([
      ["inquired", 0],
      ["inquired", 0],
    ]);
    const made = sent.flatMap((entry) => (entry.kind === "room.create" ? [entry.payload.kind] : []));
    expect(made).toEqual(["negotiation", "negotiation"]);
    const opened = sent.filter((e) => e.kind === "room.notice" && e.payload.notice.notice === "enquiryOpened");
    expect(opened).toHaveLength(2);
    expect(JSON.stringify(opened)).not.toContain(person.familyName);
    const invited = sent.flatMap((e) => (e.kind === "room.invite" ? [e.payload.userId] : []));
    for (const { counsellor } of homes) expect(invited).toContain(counsellor.userId);
    const rooms = await hub.as(homes[0]?.counsellor ?? careManager, (unit) => listRooms(unit));
    expect(rooms.rooms.filter(({ kind }) => kind === "negotiation").map((r) => [r.personId, r.asking])).toEqual([
      [null, null],
    ]);
  });

  it("needs the consent to enquiries", async () => {
    const home = await openHome(hub, region, "同意苑");
    const { personId } = await teamOf(hub, "care", region.careManager);
    expect(await refusal(askHomes(hub, region.careManager, personId, [home]))).toBe("consentMissing");
  });

  it("is not sent with the person's name in its text, looked at or not", async () => {
    const home = await openHome(hub, region, "文章苑");
    const { personId, person } = await askable(hub, region.careManager);
    const text = `${person.familyName}さんは歩けます`;
    expect(await refusal(askHomes(hub, region.careManager, personId, [home], { text }))).toBe("identifyingText");
  });

  it("is refused for a facility where nobody can answer", async () => {
    const home = await openHome(hub, region, "無人苑");
    await hub.db.sql("update membership set ended_at = now() where organisation_id = $1", [home.organisationId]);
    const { personId } = await askable(hub, region.careManager);
    expect(await refusal(askHomes(hub, region.careManager, personId, [home]))).toBe("facilityNotReachable");
  });

  it("is answered by the facility asked and nobody else's", async () => {
    const [home, other] = [await openHome(hub, region, "本人苑"), await openHome(hub, region, "よそ苑")];
    const { personId } = await askable(hub, region.careManager);
    const view = await askHomes(hub, region.careManager, personId, [home]);
    const id = enquiryTo(view, home);
    expect(await refusal(answer(hub, other, id, "accept"))).toBe("forbidden");
    expect(await refusal(answer(hub, { counsellor: region.careManager }, id, "accept"))).toBe("forbidden");
    expect(await refusal(act(hub, home.counsellor, id, "withdraw"))).toBe("forbidden");
    expect(await refusal(hub.as(other.counsellor, (unit) => readEnquiry(unit, { enquiryId: id })))).toBe("forbidden");
    expect((await answer(hub, home, id, "accept")).state).toBe("acceptable");
  });

  it("keeps one answer when it is given twice, and tells the room once", async () => {
    const home = await openHome(hub, region, "二度苑");
    const { personId } = await askable(hub, region.careManager);
    const id = enquiryTo(await askHomes(hub, region.careManager, personId, [home]), home);
    const told = await outboxOf(hub, async () => {
      await answer(hub, home, id, "accept", { version: 1 });
      await answer(hub, home, id, "accept", { version: 1 });
    });
    expect(told.filter((e) => e.kind === "room.notice")).toHaveLength(1);
  });

  it("is safe when both sides act at once: one order or the other, never both ends", async () => {
    const home = await openHome(hub, region, "同時苑");
    const { personId } = await askable(hub, region.careManager);
    const view = await askHomes(hub, region.careManager, personId, [home]);
    const id = enquiryTo(view, home);
    const [withdrawn, accepted] = await Promise.all([
      refusal(act(hub, region.careManager, id, "withdraw", { version: 1 })),
      refusal(answer(hub, home, id, "accept", { version: 1 })),
    ]);
    expect([withdrawn, accepted].filter((outcome) => outcome === "none")).toHaveLength(1);
    expect([withdrawn, accepted]).toContain("enquiryChanged");
  });

  it("asks for a reason and for conditions where an answer needs them", async () => {
    const home = await openHome(hub, region, "理由苑");
    const { personId } = await askable(hub, region.careManager);
    const view = await askHomes(hub, region.careManager, personId, [home]);
    const id = enquiryTo(view, home);
    expect(await refusal(answer(hub, home, id, "decline"))).toBe("wordsMissing");
    expect(await refusal(answer(hub, home, id, "conditional"))).toBe("wordsMissing");
    await answer(hub, home, id, "decline", { reason: "medical", text: "夜間の吸引が難しいため" });
    const [asked] = (await read(view)).enquiries;
    expect(asked?.steps.at(-1)).toMatchObject({ action: "decline", reason: "medical", text: "夜間の吸引が難しいため" });
  });
});

describe("choosing a facility", () => {
  it("takes a place, closes the others politely and lets its staff into the team, all at once", async () => {
    const { careManager } = region;
    const homes = [
      await openHome(hub, region, "決定苑", 2),
      await openHome(hub, region, "条件苑"),
      await openHome(hub, region, "辞退苑"),
    ] as const;
    const { personId, teamId } = await askable(hub, careManager);
    const view = await askHomes(hub, careManager, personId, homes);
    await ready(homes[0], view);
    await answer(hub, homes[1], enquiryTo(view, homes[1]), "conditional", { text: "朝夕2回まで" });
    await answer(hub, homes[2], enquiryTo(view, homes[2]), "decline", { reason: "full" });
    const told = await outboxOf(hub, () => act(hub, careManager, enquiryTo(view, homes[0]), "agree"));
    const after = await read(view);
    expect(states(after)).toEqual({ 決定苑: "agreed", 条件苑: "closedElsewhere", 辞退苑: "declined" });
    expect(after.state).toBe("agreed");
    const vacancy = await hub.system(({ tx }) => newestVacancy(tx, homes[0].facility));
    expect(vacancy?.lines.map(({ count }) => count)).toEqual([1]);
    const team = await hub.as(careManager, (unit) => readTeam(unit, { teamId }));
    expect(team.members.map(({ staffId }) => staffId)).toContain(homes[0].counsellor.staffId);
    expect(told.filter((e) => e.kind === "room.close")).toHaveLength(1);
  });

  it("gives the last bed to one of two askers", async () => {
    const { careManager, visitingNurse } = region;
    const home = await openHome(hub, region, "最後の一床苑", 1);
    const ids = [];
    for (const asker of [careManager, visitingNurse]) {
      const { personId } = await askable(hub, asker);
      const view = await askHomes(hub, asker, personId, [home]);
      const id = enquiryTo(view, home);
      await answer(hub, home, id, "accept");
      await give(hub, asker, id, 2);
      ids.push([asker, id] as const);
    }
    const outcomes = await Promise.all(ids.map(([asker, id]) => refusal(act(hub, asker, id, "agree"))));
    expect(outcomes.sort()).toEqual(["noPlaceLeft", "none"]);
    const rows = await hub.db.sql<{ state: string }>("select state from enquiry where facility_id = $1", [
      home.facility,
    ]);
    expect(rows.map(({ state }) => state).sort()).toEqual(["agreed", "disclosed"]);
    const vacancy = await hub.system(({ tx }) => newestVacancy(tx, home.facility));
    expect(vacancy?.lines.filter(({ count }) => count > 0)).toEqual([]);
  });

  it("chooses one facility when two are chosen at the same time", async () => {
    const homes = [await openHome(hub, region, "甲苑"), await openHome(hub, region, "乙苑")] as const;
    const { personId } = await askable(hub, region.careManager);
    const view = await askHomes(hub, region.careManager, personId, homes);
    for (const home of homes) await ready(home, view);
    const outcomes = await Promise.all(
      homes.map((home) => refusal(act(hub, region.careManager, enquiryTo(view, home), "agree"))),
    );
    expect(outcomes.filter((outcome) => outcome === "none")).toHaveLength(1);
    expect(Object.values(states(await read(view))).sort()).toEqual(["agreed", "closedElsewhere"]);
  });

  it("is not possible before a yes or before the identity is known", async () => {
    const home = await openHome(hub, region, "早すぎ苑");
    const { personId } = await askable(hub, region.careManager);
    const id = enquiryTo(await askHomes(hub, region.careManager, personId, [home]), home);
    expect(await refusal(act(hub, region.careManager, id, "agree"))).toBe("enquiryMoved");
    await answer(hub, home, id, "accept");
    expect(await refusal(act(hub, region.careManager, id, "agree"))).toBe("enquiryMoved");
  });
});

describe("what is disclosed", () => {
  it("comes step by step, each logged with recipient, items and consent, and ends with the enquiry", async () => {
    const { careManager } = region;
    const home = await openHome(hub, region, "段階苑");
    const { personId, person, negotiationConsent } = await askable(hub, careManager);
    const view = await askHomes(hub, careManager, personId, [home]);
    const id = enquiryTo(view, home);
    const look = () => hub.as(home.counsellor, (unit) => readEnquiry(unit, { enquiryId: id }));
    expect(await look()).toMatchObject({ consideration: null, identity: null, level: 0 });
    expect(await refusal(give(hub, careManager, id, 2))).toBe("enquiryMoved");
    await give(hub, careManager, id, 1);
    expect(await look()).toMatchObject({ consideration: { adl: "歩行器で移動" }, identity: null, level: 1 });
    await answer(hub, home, id, "accept");
    await give(hub, careManager, id, 2);
    expect((await look()).identity).toMatchObject({ familyName: person.familyName, birthDate: person.birthDate });
    await act(hub, careManager, id, "withdraw");
    expect(await look()).toMatchObject({ sheet: null, consideration: null, identity: null, documents: [] });
    const { disclosures } = await read(view);
    expect(
      disclosures.map(({ level, recipient, items, consents, endedAt }) => [
        level,
        recipient,
        items,
        consents,
        endedAt !== null,
      ]),
    ).toEqual([
      [2, "段階苑", ["adl", "identity", "address"], [negotiationConsent.id], true],
      [1, "段階苑", ["adl"], [negotiationConsent.id], true],
    ]);
  });

  it("ends for every facility when the consent is withdrawn", async () => {
    const { careManager } = region;
    const home = await openHome(hub, region, "撤回苑");
    const { personId, negotiationConsent } = await askable(hub, careManager);
    const view = await askHomes(hub, careManager, personId, [home]);
    await ready(home, view);
    const withdrawal = { consentId: negotiationConsent.id, givenBy: "person" as const, reason: "" };
    const result = await hub.as(careManager, (unit) => withdrawConsent(unit, withdrawal));
    expect(result.endedEnquiries).toBe(1);
    const seen = await hub.as(home.counsellor, (unit) => readEnquiry(unit, { enquiryId: enquiryTo(view, home) }));
    expect(seen).toMatchObject({ state: "withdrawn", identity: null, sheet: null });
  });
});

describe("deadlines", () => {
  it("remind the facility a day before and when it is due, and let the enquiry expire", async () => {
    const home = await openHome(hub, region, "期限苑");
    const { personId } = await askable(hub, region.careManager);
    const view = await askHomes(hub, region.careManager, personId, [home]);
    const due = await hub.db.sql<{ remind_at: Date; due_at: Date; expires_at: Date }>(
      "select remind_at, due_at, expires_at from enquiry where id = $1",
      [enquiryTo(view, home)],
    );
    const reminders = async (moment: Date | undefined) => {
      hub.clock.advance(((moment?.getTime() ?? 0) - hub.clock.now().getTime()) / 60_000 + 1);
      const sent = await outboxOf(hub, () => hub.system(async (unit) => void (await remindEnquiries(unit))));
      return sent.flatMap((e) =>
        e.kind === "room.notice" && e.payload.notice.notice === "enquiryReminder" && e.payload.notice.code === view.code
          ? [e.payload.notice.overdue]
          : [],
      );
    };
    expect(await reminders(due[0]?.remind_at)).toEqual([false]);
    expect(await reminders(due[0]?.due_at)).toEqual([true]);
    expect(await reminders(due[0]?.due_at)).toEqual([]);
    await reminders(due[0]?.expires_at);
    expect(states(await read(view))).toEqual({ 期限苑: "expired" });
  });
});
