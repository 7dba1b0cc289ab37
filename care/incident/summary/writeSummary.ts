import type { IncidentId } from "@tsunagi/contracts/ids";
import type { IncidentSummary } from "@tsunagi/contracts/rest/incidentSummary";
import { displayName } from "../../kernel/actor.ts";
import type { StaffUnit } from "../../kernel/unit.ts";
import { organisationName } from "../../organisations/store.ts";
import { nameToTell } from "../naming.ts";
import { sealIn } from "../sealing.ts";
import { type IncidentRow, mediaOf, requestsOf } from "../store.ts";
import { sheetOf, viewEntries } from "../viewIncident.ts";
import { insertSummary } from "./store.ts";

export const summaryPurpose = (id: IncidentId): string => `incident-summary:${id}`;
const HOUR_MS = 3_600_000;

/**
 * Writes down, at the hand-over, what crew and receiving hospital take with them. It is sealed with the transport's key
 * and is erased by itself; photos are counted and not in it.
 */
export async function writeSummary(unit: StaffUnit, of: IncidentRow): Promise<void> {
  const requests = await requestsOf(unit.tx, of.id);
  const confirmed = requests.find(({ state }) => state === "confirmed");
  const media = await mediaOf(unit.tx, of.id);
  const entries = await viewEntries(unit, of);
  const summary: IncidentSummary = {
    incidentId: of.id,
    code: of.code,
    crew: await organisationName(unit.tx, of.crewOrgId),
    hospital: confirmed ? await organisationName(unit.tx, confirmed.organisationId) : null,
    hospitalsAsked: requests.length,
    openedAt: of.openedAt.toISOString(),
    confirmedAt: confirmed?.answeredAt?.toISOString() ?? null,
    closedAt: unit.now.toISOString(),
    closedBy: displayName(unit.actor),
    person: await nameToTell(unit, of),
    sheet: sheetOf(unit, of),
    entries: entries.toReversed().map(({ id: _, ...entry }) => entry),
    photos: media.filter(({ mediaType }) => mediaType.startsWith("image/")).length,
    videos: media.filter(({ mediaType }) => mediaType.startsWith("video/")).length,
  };
  await insertSummary(unit.tx, {
    incidentId: of.id,
    hospitalId: confirmed?.organisationId ?? null,
    sealed: sealIn(unit, of, summary, summaryPurpose(of.id)),
    writtenAt: unit.now,
    expiresAt: new Date(unit.now.getTime() + unit.settings.incidentSummaryHours * HOUR_MS),
    erasedAt: null,
  });
}
