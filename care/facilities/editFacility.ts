import type { FacilityId } from "@tsunagi/contracts/ids";
import type { FacilityProfile, FacilityProfileInput, FacilityView } from "@tsunagi/contracts/rest/facilities";
import { CareError, found } from "../kernel/errors.ts";
import type { StaffUnit } from "../kernel/unit.ts";
import { authorise } from "../permissions/authorise.ts";
import { facilityChanged } from "./search/facilityChanged.ts";
import { loadFacility, lockFacility, putProfile } from "./store.ts";
import { profileOf, viewFacility } from "./viewFacility.ts";

/**
 * A facility says what it is, as a whole. The audit row names the parts that differ, so that its people can see who
 * changed what.
 * @throws CareError profileChanged when somebody saved after `basedOn`
 */
export async function editFacility(
  unit: StaffUnit,
  { facilityId, ...input }: { facilityId: FacilityId } & FacilityProfileInput,
): Promise<FacilityView> {
  const organisationId = found(await lockFacility(unit.tx, facilityId));
  const job = await authorise(unit, "facility.edit", { organisationIds: [organisationId] });
  const before = found(await loadFacility(unit.tx, facilityId));
  const { basedOn, ...profile } = input;
  if ((before.profile?.updatedAt.toISOString() ?? null) !== basedOn) throw new CareError("profileChanged");
  const updatedAt = new Date(Math.max(unit.now.getTime(), (before.profile?.updatedAt.getTime() ?? 0) + 1));
  await putProfile(unit.tx, facilityId, profile, { updatedById: unit.actor.staffId, updatedAt });
  await facilityChanged(unit, [facilityId]);
  const fields = differing(profileOf(before), profile);
  unit.audit({ action: "facility.edit", job, subjectId: facilityId, detail: { fields } });
  return viewFacility(unit, found(await loadFacility(unit.tx, facilityId)));
}

/** Names of the parts that are not the same; the order of a list does not matter. */
export function differing(before: FacilityProfile, after: FacilityProfile): string[] {
  const told = (part: unknown): string =>
    Array.isArray(part) ? JSON.stringify(part.map((one) => JSON.stringify(sorted(one))).sort()) : JSON.stringify(part);
  const names = Object.keys(after) as (keyof FacilityProfile)[];
  return names.filter((name) => told(before[name]) !== told(after[name]));
}

const sorted = (value: unknown): unknown =>
  typeof value === "object" && value !== null ? Object.entries(value).sort(([a], [b]) => a.localeCompare(b)) : value;
