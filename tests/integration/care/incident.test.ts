import { openGrant } from "@tsunagi/care/breakGlass/openGrant";
import { withdrawConsent } from "@tsunagi/care/consent/withdrawConsent";
import { closeIncident } from "@tsunagi/care/incident/closeIncident";
import { cancelIncidentEntry, writeIncidentEntry } from "@tsunagi/care/incident/entries";
import { eraseExpired } from "@tsunagi/care/incident/eraseExpired";
import { finishIncidentMedia, openIncidentMedia, readIncidentChunk } from "@tsunagi/care/incident/media";
import { openIncident } from "@tsunagi/care/incident/openIncident";
import { readRequestCard } from "@tsunagi/care/incident/readPinnedCard";
import { readIncident } from "@tsunagi/care/incident/viewIncident";
import { listIncidentRequests, readIncidentRequest } from "@tsunagi/care/incident/viewRequest";
import { listRooms } from "@tsunagi/care/rooms/listRooms";
import { type IncidentView, SEALED_CHUNK_BYTES } from "@tsunagi/contracts/rest/incident";
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
import { openTransports, SHEET, type Transports } from "../../env/transports.ts";

let hub: TestHub;
let region: Region;
let transports: Transports;
let crew: Worker;
let otherCrew: Worker;
let otherNurse: Worker;

beforeAll(async () => {
  hub = await openTestHub();
  region = await buildRegion(hub);
  transports = await openTransports(hub, region);
  ({ crew, otherCrew, otherNurse } = transports);
});
afterAll(() => hub.close());

const open = () => transports.open();
const ask = (view: IncidentView) => transports.ask(view);
const requestFor = (view: IncidentView, by: Worker) => transports.requestFor(view, by);
const answer = (by: Worker, view: IncidentView) => transports.answer(by, view);
const confirm = (view: IncidentView, by: Worker) => transports.confirm(view, by);
const asHospital = (by: Worker, view: IncidentView) => transports.asHospital(by, view);
const confirmed = () => transports.confirmed();
const photo = (view: IncidentView) => transports.photo(view);

describe("a transport", () => {
  it("gets an encrypted room with the crew in it, and says nothing of the patient outside of it", async () => {
    let view: IncidentView | undefined;
    const sent = await outboxOf(hub, async () => {
      view = await open();
    });
    expect(sent.flatMap((e) => (e.kind === "room.create" ? [e.payload.kind] : []))).toEqual(["incident"]);
    expect(sent.flatMap((e) => (e.kind === "room.invite" ? [e.payload.userId] : []))).toEqual([crew.userId]);
    const rooms = await hub.as(crew, (unit) => listRooms(unit));
    expect(rooms.rooms.map(({ kind }) => kind)).toContain("incident");
    const stored = await hub.db.sql<{ text: string }>("select encode(sealed, 'escape') as text from incident");
    expect(JSON.stringify(stored)).not.toContain("stroke");
    expect(view?.state).toBe("open");
  });

  it("is seen by its own crew only: another fire department, a care team and a hospital that was not asked are refused", async () => {
    const view = await open();
    const read = (by: Worker) => refusal(hub.as(by, (unit) => readIncident(unit, { incidentId: view.id })));
    expect(await read(crew)).toBe("none");
    for (const other of [otherCrew, region.careManager, region.nurse, region.operator])
      expect(await read(other)).toBe("forbidden");
    expect(await refusal(hub.as(region.nurse, (unit) => openIncident(unit, { personId: null, sheet: SHEET })))).toBe(
      "forbidden",
    );
  });

  it("tells the hospitals that are asked age, sex, complaint and newest vitals, and nothing else", async () => {
    const view = await ask(await open());
    const vitals = { kind: "vitals" as const, systolic: 180, diastolic: 90, pulse: 88, respiration: null };
    const content = { ...vitals, spo2: 91, temperature: null, oxygen: null };
    await hub.as(crew, (unit) => writeIncidentEntry(unit, { incidentId: view.id, content }));
    const seen = await asHospital(region.nurse, view);
    expect(seen).toMatchObject({ state: "asked", sheet: SHEET, vitals: content, incident: null });
    const list = await hub.as(region.nurse, (unit) => listIncidentRequests(unit));
    expect(list.map(({ code }) => code)).toContain(view.code);
    expect(await refusal(hub.as(otherNurse, (unit) => readIncidentRequest(unit, { requestId: seen.id })))).toBe(
      "forbidden",
    );
  });

  it("confirms one hospital even when two are tapped at once; the other is told and sees nothing any more", async () => {
    const view = await ask(await open());
    expect(await refusal(confirm(view, region.nurse))).toBe("hospitalNotReady");
    await answer(region.nurse, view);
    await answer(otherNurse, view);
    const outcomes = await Promise.all([
      refusal(confirm(view, region.nurse)),
      refusal(confirm(view, otherNurse)),
      refusal(confirm(view, region.nurse)),
    ]);
    expect(outcomes.filter((one) => one === "hospitalDecided").length).toBeGreaterThan(0);
    const states = (await hub.as(crew, (unit) => readIncident(unit, { incidentId: view.id }))).requests.map(
      ({ state }) => state,
    );
    expect(states.toSorted()).toEqual(["closedElsewhere", "confirmed"]);
    const [nurse, second] = await Promise.all([asHospital(region.nurse, view), asHospital(otherNurse, view)]);
    const [chosen, other] = nurse.state === "confirmed" ? [nurse, second] : [second, nurse];
    expect(chosen.incident?.id).toBe(view.id);
    expect(other).toMatchObject({ state: "closedElsewhere", sheet: null, vitals: null, incident: null });
    expect(await refusal(answer(region.nurse, view))).toBe("hospitalDecided");
  });

  it("keeps a cancelled entry to be seen, and the database refuses to take one away", async () => {
    const view = await open();
    const content = { kind: "jcs" as const, level: "30" as const };
    const written = await hub.as(crew, (unit) => writeIncidentEntry(unit, { incidentId: view.id, content }));
    const entryId = written.entries[0]?.id;
    if (!entryId) throw new Error("no entry");
    const after = await hub.as(crew, (unit) => cancelIncidentEntry(unit, { incidentId: view.id, entryId }));
    expect(after.entries).toEqual([expect.objectContaining({ id: entryId, content, cancelled: true })]);
    await expect(hub.db.sql("delete from incident_entry")).rejects.toThrow("append-only");
  });

  it("opened from a card needs the right to that card, and the confirmed hospital reads it while it is open", async () => {
    const { personId } = await teamOf(hub, "care", region.careManager);
    await consentTo(hub, region.careManager, personId, "emergency");
    const start = (by: Worker) => hub.as(by, (unit) => openIncident(unit, { personId, sheet: SHEET }));
    expect(await refusal(start(crew))).toBe("forbidden");
    const team = await teamOf(hub, "care", region.careManager, crew);
    await consentTo(hub, region.careManager, team.personId, "emergency");
    const opened = await hub.as(crew, (unit) => openIncident(unit, { personId: team.personId, sheet: SHEET }));
    const view = await ask(opened);
    await answer(region.nurse, view);
    const card = () =>
      hub.as(region.nurse, (unit) => readRequestCard(unit, { requestId: requestFor(view, region.nurse) }));
    expect(await refusal(card())).toBe("forbidden");
    await confirm(view, region.nurse);
    expect((await card()).person.id).toBe(team.personId);
    await hub.as(crew, (unit) => closeIncident(unit, { incidentId: view.id }));
    expect(await refusal(card())).toBe("incidentClosed");
  });

  it("is opened by an emergency grant too, and a consent that is withdrawn ends the hospital's reading", async () => {
    const { personId } = await teamOf(hub, "care", region.careManager);
    const consent = await consentTo(hub, region.careManager, personId, "emergency");
    const grant = { personId, reason: "transport" as const, note: "", acknowledged: false };
    await hub.as(crew, (unit) => openGrant(unit, grant));
    const view = await ask(await hub.as(crew, (unit) => openIncident(unit, { personId, sheet: SHEET })));
    await answer(region.nurse, view);
    await confirm(view, region.nurse);
    const requestId = requestFor(view, region.nurse);
    const card = () => hub.as(region.nurse, (unit) => readRequestCard(unit, { requestId }));
    expect((await card()).person.id).toBe(personId);
    await hub.as(region.careManager, (unit) =>
      withdrawConsent(unit, { consentId: consent.id, givenBy: "person", reason: "" }),
    );
    expect(await refusal(card())).toBe("consentMissing");
  });

  it("ends everybody's access when it is handed over; closing twice is once", async () => {
    const view = await confirmed();
    const { which, put } = await photo(view);
    await put(0, 1);
    const close = () => hub.as(crew, (unit) => closeIncident(unit, { incidentId: view.id }));
    const sent = await outboxOf(hub, async () => {
      await close();
      await close();
    });
    expect(sent.filter(({ kind }) => kind === "room.close")).toHaveLength(1);
    expect((await asHospital(region.nurse, view)).incident).toBeNull();
    for (const by of [crew, region.nurse])
      expect(await refusal(hub.as(by, (unit) => openIncidentMedia(unit, which)))).toBe("incidentClosed");
    const content = { kind: "note" as const, text: "後から" };
    const late = hub.as(crew, (unit) => writeIncidentEntry(unit, { incidentId: view.id, content }));
    expect(await refusal(late)).toBe("incidentClosed");
    const rooms = await hub.as(crew, (unit) => listRooms(unit));
    expect(rooms.rooms.map(({ code }) => code)).not.toContain(view.code);
  });
});

describe("photos of a transport", () => {
  it("come in pieces that may be sent again, and are read by the hospital while more arrive", async () => {
    const view = await confirmed();
    const { which, put } = await photo(view);
    await put(0, 1);
    await put(1, 2);
    await put(1, 9);
    const { media, key } = await hub.as(region.nurse, (unit) => openIncidentMedia(unit, which));
    expect(media).toMatchObject({ received: [0, 1], chunks: null });
    expect(key).toBe("k".repeat(43));
    const piece = await hub.as(region.nurse, (unit) => readIncidentChunk(unit, { ...which, seq: 1 }));
    expect(piece[0]).toBe(2);
    const done = await hub.as(crew, (unit) => finishIncidentMedia(unit, { ...which, chunks: 2 }));
    expect(done.chunks).toBe(2);
    expect(await refusal(put(2, 3, SEALED_CHUNK_BYTES + 1))).toBe("tooLarge");
    const seq = { ...which, seq: 1 };
    expect(await refusal(hub.as(otherNurse, (unit) => readIncidentChunk(unit, seq)))).toBe("forbidden");
  });

  it("lose key and content when their time is over, and nothing of them is left in the store", async () => {
    const view = await confirmed();
    const { which, put } = await photo(view);
    await put(0, 7);
    const left = async () => {
      const [row] = await hub.db.sql<{ pieces: string; keys: string }>(
        `select (select count(*) from incident_chunk where media_id = $1) as pieces,
                (select count(sealed_key) from incident_media where id = $1) as keys`,
        [which.mediaId],
      );
      return [Number(row?.pieces), Number(row?.keys)];
    };
    await hub.system(eraseExpired);
    expect(await left()).toEqual([1, 1]);
    hub.clock.advance(hub.settings.incidentMediaHours * 60 + 1);
    expect(await refusal(hub.as(crew, (unit) => openIncidentMedia(unit, which)))).toBe("mediaGone");
    expect(await hub.system(eraseExpired)).toBeGreaterThan(0);
    expect(await left()).toEqual([0, 0]);
    expect(await hub.system(eraseExpired)).toBe(0);
    const { media } = await hub.as(crew, (unit) => readIncident(unit, { incidentId: view.id }));
    expect(media).toMatchObject([{ id: which.mediaId, erased: true, received: [] }]);
  });
});
