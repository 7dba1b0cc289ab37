import { openGrant } from "@tsunagi/care/breakGlass/openGrant";
import { closeIncident } from "@tsunagi/care/incident/closeIncident";
import { cancelIncidentEntry, writeIncidentEntry } from "@tsunagi/care/incident/entries";
import { eraseExpired } from "@tsunagi/care/incident/eraseExpired";
import { tellHospitalName } from "@tsunagi/care/incident/naming";
import { readSummary, saveSummary } from "@tsunagi/care/incident/summary/readSummary";
import { listIncidents, readIncident } from "@tsunagi/care/incident/viewIncident";
import { readIncidentRequest } from "@tsunagi/care/incident/viewRequest";
import type { IncidentEntryContent, IncidentView } from "@tsunagi/contracts/rest/incident";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  buildRegion,
  consentTo,
  openTestHub,
  outboxOf,
  type Region,
  refusal,
  type TestHub,
  teamOf,
  type Worker,
} from "../../env/careFixture.ts";
import { openTransports, type Transports } from "../../env/transports.ts";

let hub: TestHub;
let region: Region;
let transports: Transports;

beforeAll(async () => {
  hub = await openTestHub();
  region = await buildRegion(hub);
  transports = await openTransports(hub, region);
});
afterAll(() => hub.close());

const write = (view: IncidentView, content: IncidentEntryContent) =>
  hub.as(transports.crew, (unit) => writeIncidentEntry(unit, { incidentId: view.id, content }));
const close = (view: IncidentView) => hub.as(transports.crew, (unit) => closeIncident(unit, { incidentId: view.id }));
const read = (by: Worker, { id: incidentId }: IncidentView) => hub.as(by, (unit) => readSummary(unit, { incidentId }));
const save = (by: Worker, { id: incidentId }: IncidentView, form: "pdf" | "html") =>
  hub.as(by, (unit) => saveSummary(unit, { incidentId, form }));
const rowsOf = (action: string, subjectId: string) =>
  hub.db.sql<{ person_id: string | null; text: string }>(
    "select person_id, detail::text as text from audit_entry where action = $1 and subject_id = $2 order by seq",
    [action, subjectId],
  );

/** Somebody with the consent, whom the crew reads by an emergency grant. */
async function knownPerson() {
  const { personId } = await teamOf(hub, "care", region.careManager);
  await consentTo(hub, region.careManager, personId, "emergency");
  const grant = { personId, reason: "transport" as const, note: "", acknowledged: false };
  await hub.as(transports.crew, (unit) => openGrant(unit, grant));
  return personId;
}

describe("the summary of a transport", () => {
  it("says what happened to crew and receiving hospital, to nobody else, and each reading is recorded", async () => {
    const view = await transports.confirmed(await knownPerson());
    expect(await refusal(read(transports.crew, view))).toBe("summaryGone");
    await write(view, { kind: "gcs", eye: 3, verbal: 4, motor: 6 });
    const { entries } = await write(view, { kind: "note", text: "誤った記録" });
    const entryId = entries.find(({ content }) => content.kind === "note")?.id;
    if (!entryId) throw new Error("no entry");
    await hub.as(transports.crew, (unit) => cancelIncidentEntry(unit, { incidentId: view.id, entryId }));
    const { put } = await transports.photo(view);
    await put(0, 1);
    const sent = await outboxOf(hub, () => close(view));
    expect(JSON.stringify(sent)).not.toContain("誤った記録");
    for (const by of [transports.crew, region.nurse]) {
      const { summary } = await read(by, view);
      expect(summary).toMatchObject({ code: view.code, hospitalsAsked: 2, photos: 1, videos: 0 });
      expect(summary.entries.map(({ cancelled }) => cancelled)).toEqual([false, true]);
      expect(summary.person?.birthDate).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(summary.hospital).not.toBeNull();
    }
    for (const other of [transports.otherCrew, transports.otherNurse, region.careManager])
      expect(await refusal(read(other, view))).toBe("forbidden");
    const rows = await rowsOf("incident.readSummary", view.id);
    expect(rows.filter(({ text }) => text.includes("view"))).toHaveLength(2);
    expect(rows[0]?.person_id).toBe(view.personId);
  });

  it("is made as a PDF and as a page that runs nothing, with a name that says nothing of the patient", async () => {
    const view = await transports.confirmed();
    await write(view, { kind: "note", text: "<img src=x onerror=alert(1)> 髙橋さんの家から搬送" });
    await write(view, { kind: "gcs", eye: 1, verbal: 1, motor: 1 });
    await close(view);
    const pdf = await save(region.nurse, view, "pdf");
    expect(pdf.bytes.subarray(0, 5).toString()).toBe("%PDF-");
    expect(pdf.fileName).toMatch(/^transport-[\w-]+-\d{8}\.pdf$/);
    const page = (await save(transports.crew, view, "html")).bytes.toString();
    expect(page).toContain("意識 GCS E1V1M1（3点）");
    expect(page).toContain("&lt;img src=x");
    expect(page).not.toMatch(/<img|<script|https?:/);
    const forms = await rowsOf("incident.readSummary", view.id);
    expect(forms.map(({ text }) => /pdf|html/.exec(text)?.[0])).toEqual(["pdf", "html"]);
  });

  it("is offered until its time is over, then nothing of what it said is left, and closing twice writes one", async () => {
    const view = await transports.confirmed();
    await close(view);
    await close(view);
    const request = () =>
      hub.as(region.nurse, (unit) =>
        readIncidentRequest(unit, { requestId: transports.requestFor(view, region.nurse) }),
      );
    expect((await request()).summary?.incidentId).toBe(view.id);
    const listed = async () => (await hub.as(transports.crew, listIncidents)).map(({ id }) => id);
    expect(await listed()).toContain(view.id);
    hub.clock.advance(hub.settings.incidentSummaryHours * 60 + 1);
    expect(await refusal(read(region.nurse, view))).toBe("summaryGone");
    expect((await request()).summary).toBeNull();
    expect(await listed()).not.toContain(view.id);
    await hub.system(eraseExpired);
    const left = await hub.db.sql("select 1 from incident_summary where incident_id = $1 and sealed is not null", [
      view.id,
    ]);
    expect(left).toHaveLength(0);
    expect(await refusal(read(transports.crew, view))).toBe("summaryGone");
    expect((await hub.as(transports.crew, (unit) => readIncident(unit, { incidentId: view.id }))).state).toBe("closed");
  });
});

describe("the name", () => {
  it("is told to one hospital by the crew before it is confirmed, and recorded for the person with the hospital", async () => {
    const personId = await knownPerson();
    const view = await transports.ask(await transports.open(personId));
    expect((await transports.asHospital(region.nurse, view)).person).toBeNull();
    const tell = () =>
      hub.as(transports.crew, (unit) =>
        tellHospitalName(unit, { incidentId: view.id, requestId: transports.requestFor(view, region.nurse) }),
      );
    const sent = await outboxOf(hub, async () => {
      await tell();
      await tell();
    });
    const seen = await transports.asHospital(region.nurse, view);
    expect(seen.person?.familyName).toBeTruthy();
    expect(JSON.stringify(sent)).not.toContain(seen.person?.familyName);
    expect((await transports.asHospital(transports.otherNurse, view)).person).toBeNull();
    const rows = await rowsOf("incident.tellName", view.id);
    expect(rows.map((row) => row.person_id)).toEqual([personId, personId]);
    expect(rows[0]?.text).toContain(region.nurse.organisationId);
    await transports.answer(transports.otherNurse, view);
    await transports.confirm(view, transports.otherNurse);
    expect((await transports.asHospital(region.nurse, view)).person).toBeNull();
    expect(await refusal(tell())).toBe("hospitalDecided");
  });

  it("of somebody nobody knows cannot be told", async () => {
    const view = await transports.ask(await transports.open());
    const requestId = transports.requestFor(view, region.nurse);
    const told = hub.as(transports.crew, (unit) => tellHospitalName(unit, { incidentId: view.id, requestId }));
    expect(await refusal(told)).toBe("notFound");
  });
});
