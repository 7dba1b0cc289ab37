import type { IncidentId } from "@tsunagi/contracts/ids";
import type {
  IncidentEntryContent,
  IncidentEntryView,
  IncidentMediaView,
  IncidentSheet,
  IncidentView,
} from "@tsunagi/contracts/rest/incident";
import type { StaffUnit, Unit } from "../kernel/unit.ts";
import { organisationNames } from "../organisations/store.ts";
import { roomOfIncident } from "../rooms/store.ts";
import { namesOfStaff } from "../staff/names.ts";
import { holdAsCrew, organisationsFor } from "./access.ts";
import { openIn } from "./sealing.ts";
import {
  currentIncidentsOf,
  type EntryRow,
  entriesOf,
  type IncidentRow,
  type MediaRow,
  mediaOf,
  receivedOf,
  requestsOf,
} from "./store.ts";
import { summaryOffer } from "./summary/offer.ts";

export const sheetPurpose = (id: IncidentId): string => `incident:${id}`;
export const entryPurpose = ({ id, version }: Pick<EntryRow, "id" | "version">): string =>
  `incident-entry:${id}:${version}`;

export const sheetOf = (unit: Unit, of: IncidentRow): IncidentSheet => openIn(unit, of, of.sealed, sheetPurpose(of.id));

/** The whole of a transport for its crew; the reading is recorded. @throws CareError forbidden */
export async function readIncident(unit: StaffUnit, { incidentId }: { incidentId: IncidentId }): Promise<IncidentView> {
  const { of, job } = await holdAsCrew(unit, incidentId);
  unit.audit({ action: "incident.read", job, personId: of.personId, subjectId: of.id });
  return viewIncident(unit, of);
}

/** Transports of one's own organisation that are open, or whose summary can still be read. */
export async function listIncidents(unit: StaffUnit) {
  const rows = await currentIncidentsOf(unit.tx, organisationsFor(unit, "incident.open"), unit.now);
  unit.audit({ action: "incident.list", detail: { incidents: rows.map(({ id }) => id) } });
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    state: row.state,
    openedAt: row.openedAt.toISOString(),
    sheet: sheetOf(unit, row),
  }));
}

/** Rights and audit rows are the use case's matter. */
export async function viewIncident(unit: Unit, of: IncidentRow): Promise<IncidentView> {
  const requests = await requestsOf(unit.tx, of.id);
  const names = await organisationNames(
    unit.tx,
    requests.map(({ organisationId }) => organisationId),
  );
  const room = await roomOfIncident(unit.tx, of.id);
  return {
    id: of.id,
    code: of.code,
    state: of.state,
    roomId: of.state === "open" ? room.matrixRoomId : null,
    personId: of.personId,
    sheet: sheetOf(unit, of),
    openedAt: of.openedAt.toISOString(),
    closedAt: of.closedAt?.toISOString() ?? null,
    entries: await viewEntries(unit, of),
    requests: requests.map((row) => ({
      id: row.id,
      organisationId: row.organisationId,
      hospital: names.get(row.organisationId) ?? "",
      state: row.state,
      reason: row.reason as IncidentView["requests"][number]["reason"],
      askedAt: row.askedAt.toISOString(),
      answeredAt: row.answeredAt?.toISOString() ?? null,
      namedAt: row.namedAt?.toISOString() ?? null,
    })),
    media: await viewMedia(unit, await mediaOf(unit.tx, of.id)),
    summary: await summaryOffer(unit, of.id),
  };
}

export async function viewEntries(unit: Unit, of: IncidentRow): Promise<IncidentEntryView[]> {
  const rows = await entriesOf(unit.tx, of.id);
  const names = await namesOfStaff(
    unit.tx,
    rows.map(({ authorId }) => authorId),
  );
  return rows.map((row) => ({
    id: row.id,
    content: openIn<IncidentEntryContent>(unit, of, row.sealed, entryPurpose(row)),
    cancelled: row.cancelled,
    by: names.get(row.authorId) ?? "",
    occurredAt: row.occurredAt.toISOString(),
  }));
}

export async function viewMedia(unit: Unit, rows: readonly MediaRow[]): Promise<IncidentMediaView[]> {
  const received = await receivedOf(
    unit.tx,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    id: row.id,
    mediaType: row.mediaType,
    received: received.get(row.id) ?? [],
    chunks: row.chunks,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    erased: row.erasedAt !== null,
  }));
}
