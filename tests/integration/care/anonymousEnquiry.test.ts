import { renderNotice } from "@tsunagi/bots/rooms/renderNotice";
import { listAccess, reviewAudit } from "@tsunagi/care/audit/view";
import { readDocument } from "@tsunagi/care/consent/documents";
import { listConsents } from "@tsunagi/care/consent/listConsents";
import { CareError } from "@tsunagi/care/kernel/errors";
import type { StaffUnit } from "@tsunagi/care/kernel/unit";
import { answerEnquiry } from "@tsunagi/care/negotiation/answerEnquiry";
import { listNegotiations, listReceivedEnquiries } from "@tsunagi/care/negotiation/board";
import { checkEnquiryText, previewEnquiry } from "@tsunagi/care/negotiation/checkText";
import { attachCaseDocument } from "@tsunagi/care/negotiation/documents/attach";
import { approveSummary, draftSummary } from "@tsunagi/care/negotiation/documents/summary";
import { exportNegotiations, exportReceivedEnquiries } from "@tsunagi/care/negotiation/exportCsv";
import { listDisclosures, readNegotiation } from "@tsunagi/care/negotiation/viewCase";
import { readEnquiry, readReceivedDocument } from "@tsunagi/care/negotiation/viewReceived";
import { readPerson } from "@tsunagi/care/people/readPerson";
import { searchPeople } from "@tsunagi/care/people/searchPeople";
import { listRecords } from "@tsunagi/care/records/listRecords";
import { writeRecord } from "@tsunagi/care/records/writeRecord";
import { listRooms } from "@tsunagi/care/rooms/listRooms";
import { searchColleagues } from "@tsunagi/care/staff/listStaff";
import { readTeam } from "@tsunagi/care/teams/readTeam";
import type { EnquiryId, TeamId } from "@tsunagi/contracts/ids";
import type { NegotiationCaseView } from "@tsunagi/contracts/rest/negotiation";
import type { PersonView } from "@tsunagi/contracts/rest/people";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  buildRegion,
  consentTo,
  hire,
  type OutboxEntry,
  openTestHub,
  outboxOf,
  type Region,
  type TestHub,
  teamOf,
  type Worker,
} from "../../env/careFixture.ts";
import { act, answer, askHomes, enquiryTo, give, type Home, openHome } from "../../env/negotiations.ts";

let hub: TestHub;
let region: Region;
let home: Home;
let view: NegotiationCaseView;
let id: EnquiryId;
let person: PersonView;
let teamId: TeamId;
let told: OutboxEntry[];
let secrets: string[];

/** Everybody of the facility that was asked, whatever they do there. */
let insiders: Worker[];

beforeAll(async () => {
  hub = await openTestHub();
  region = await buildRegion(hub);
  hub.clock.advance(3 * 24 * 60);
  const { careManager, visitingNurse } = region;
  home = await openHome(hub, region, "匿名苑");
  const { organisationId, counsellor } = home;
  const roles = ["nurse", "helper", "facilityAdmin", "physician"] as const;
  insiders = [counsellor];
  for (const role of roles) insiders.push(await hire(hub, region.operator, organisationId, role));
  const opened = await teamOf(hub, "care", careManager, visitingNurse);
  ({ person, teamId } = opened);
  const { personId } = opened;
  await consentTo(hub, careManager, personId, "negotiation");
  const text = "秘密の記録、左足にむくみ";
  await hub.as(careManager, (unit) => writeRecord(unit, { personId, kind: "dailyLife", text, tellRoom: true }));
  told = await outboxOf(hub, async () => {
    view = await askHomes(hub, careManager, personId, [home], { text: "歩行器で歩けます" });
    id = enquiryTo(view, home);
    await answer(hub, home, id, "requestInfo", { text: "食事の形は？" });
    await act(hub, careManager, id, "provideInfo", { text: "軟らかい食事です" });
  });
  const { familyName, givenName, familyKana, givenKana, birthDate, address, phone, code } = person;
  secrets = [familyName, givenName, familyKana, givenKana, birthDate, address, phone, code, person.id, text].filter(
    (fact) => fact.length > 1,
  );
});
afterAll(() => hub.close());

/** What somebody gets out of a route; a refusal is what was hoped for. */
async function reached(who: Worker, work: (unit: StaffUnit) => Promise<unknown>): Promise<string> {
  try {
    const answered = await hub.as(who, work);
    return Buffer.isBuffer(answered) ? answered.toString("utf8") : JSON.stringify(answered);
  } catch (error) {
    if (error instanceof CareError)
      return JSON.stringify({ code: error.code, values: error.values, fields: error.fields });
    throw error;
  }
}

const found = (text: string): string[] => secrets.filter((secret) => text.includes(secret));

/** Every use case behind a route that tells something of a person. */
const routes = (): Record<string, (unit: StaffUnit) => Promise<unknown>> => {
  const caseId = view.id;
  return {
    readEnquiry: (unit) => readEnquiry(unit, { enquiryId: id }),
    answerEnquiry: (unit) =>
      answerEnquiry(unit, { enquiryId: id, action: "discuss", text: "", reason: null, dates: [] }),
    listReceivedEnquiries: (unit) => listReceivedEnquiries(unit, { ended: "show" }),
    exportReceivedEnquiries: (unit) => exportReceivedEnquiries(unit),
    readNegotiation: (unit) => readNegotiation(unit, { caseId }),
    listNegotiations: (unit) => listNegotiations(unit, { ended: "show" }),
    exportNegotiations: (unit) => exportNegotiations(unit),
    draftSummary: (unit) => draftSummary(unit, { caseId, level: 2 }),
    listRooms: (unit) => listRooms(unit),
    searchColleagues: (unit) => searchColleagues(unit, { text: "", limit: 50 }),
    searchByKana: (unit) => searchPeople(unit, { kana: person.familyKana }),
    searchByBirth: (unit) => searchPeople(unit, { kana: "", birthDate: person.birthDate }),
    reviewAudit: (unit) => reviewAudit(unit, { organisationId: home.organisationId, limit: 200 } as never),
  };
};

/** The same for somebody who has the person's own id by another way: their own refusals then stand in their log. */
const withTheId = (): Record<string, (unit: StaffUnit) => Promise<unknown>> => {
  const { id: personId } = person;
  return {
    readPerson: (unit) => readPerson(unit, { personId }),
    listConsents: (unit) => listConsents(unit, { personId }),
    listRecords: (unit) => listRecords(unit, { personId, history: "all", limit: 50 }),
    listAccess: (unit) => listAccess(unit, { personId, limit: 50 }),
    listDisclosures: (unit) => listDisclosures(unit, { personId }),
    previewEnquiry: (unit) => previewEnquiry(unit, { personId, wish: { ...view.sheet } }),
    checkEnquiryText: (unit) => checkEnquiryText(unit, { personId, text: "あいうえお" }),
    readTeam: (unit) => readTeam(unit, { teamId }),
  };
};

describe("a facility that was asked anonymously", () => {
  it("would be noticed if it saw something: the asker does", async () => {
    expect(found(await reached(region.careManager, (unit) => readNegotiation(unit, { caseId: view.id })))).not.toEqual(
      [],
    );
  });

  it("gets no identifying field by any route, whoever of it asks", async () => {
    for (const who of insiders) {
      for (const [name, work] of Object.entries(routes())) {
        expect([name, found(await reached(who, work))]).toEqual([name, []]);
      }
    }
  });

  it("gets no fact about the person with an id that leaked, either", async () => {
    const ids = [person.id, person.code];
    for (const who of insiders) {
      for (const [name, work] of Object.entries(withTheId())) {
        const facts = found(await reached(who, work)).filter((secret) => !ids.includes(secret));
        expect([name, facts]).toEqual([name, []]);
      }
    }
  });

  it("is told nothing of it in its room, as its clients read it after decryption", () => {
    const messages = told.flatMap((entry) =>
      entry.kind === "room.notice" ? [renderNotice(entry.payload.notice)] : [],
    );
    expect(messages.length).toBeGreaterThan(2);
    expect(found(JSON.stringify(messages))).toEqual([]);
    expect(found(JSON.stringify(told.filter((entry) => entry.kind !== "room.notice")))).toEqual([]);
  });

  it("gets no document before it was given one, and none that was given to another", async () => {
    const { careManager } = region;
    const bytes = Buffer.from(`%PDF-1.7\n${person.familyName}`);
    const withFile = await hub.as(careManager, (unit) =>
      attachCaseDocument(unit, { caseId: view.id, title: "nursing", bytes }),
    );
    const documentId = withFile.documents[0]?.id;
    if (!documentId) throw new Error("no document");
    const open = async (unit: StaffUnit) => (await readReceivedDocument(unit, { enquiryId: id, documentId })).bytes;
    for (const who of insiders) {
      expect(found(await reached(who, open))).toEqual([]);
      expect(found(await reached(who, (unit) => readDocument(unit, { documentId: documentId as never })))).toEqual([]);
    }
    const early = give(hub, careManager, id, 1, { documents: [documentId] });
    await expect(early).rejects.toMatchObject({ code: "documentNotApproved" });
  });

  it("gets at L1 what is needed to consider, by a text that was looked through", async () => {
    const { careManager } = region;
    const named = {
      title: "サマリー",
      level: 1 as const,
      text: `${person.familyName}様のサマリー`,
      textLookedAt: true,
    };
    const approve = hub.as(careManager, (unit) => approveSummary(unit, { caseId: view.id, ...named }));
    await expect(approve).rejects.toMatchObject({ code: "identifyingText" });
    const summary = { ...named, text: "歩行器で移動。食事は自立。" };
    const approved = await hub.as(careManager, (unit) => approveSummary(unit, { caseId: view.id, ...summary }));
    const documents = approved.documents.flatMap((d) => (d.kind === "summary" ? [d.id] : []));
    await give(hub, careManager, id, 1, { documents });
    const ids = [person.id, person.code]; // in the facility's log by now, see above
    for (const who of insiders) {
      for (const [name, work] of Object.entries(routes())) {
        const facts = found(await reached(who, work)).filter((secret) => !ids.includes(secret));
        expect([name, facts]).toEqual([name, []]);
      }
    }
    const seen = await hub.as(home.counsellor, (unit) => readEnquiry(unit, { enquiryId: id }));
    expect(seen.documents.map(({ text }) => text)).toEqual(["歩行器で移動。食事は自立。"]);
  });
});
