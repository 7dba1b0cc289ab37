import type { ServiceSystem } from "@tsunagi/contracts/codes/organisationKinds";
import type { FacilityId, FacilityPhotoId, OrganisationId } from "@tsunagi/contracts/ids";
import { type FacilityProfile, type FacilityView, facilityProfile } from "@tsunagi/contracts/rest/facilities";
import type { StaffUnit } from "../kernel/unit.ts";
import { mayI } from "../permissions/authorise.ts";
import type { FacilityRow } from "./store.ts";
import { viewVacancy } from "./vacancy/append.ts";
import { newestVacancy } from "./vacancy/store.ts";

/** A facility as people see it. */
export async function viewFacility(unit: StaffUnit, row: FacilityRow): Promise<FacilityView> {
  const { organisation } = row;
  const id = row.id as FacilityId;
  const newest = await newestVacancy(unit.tx, id);
  return {
    id,
    organisationId: organisation.id as OrganisationId,
    name: organisation.name,
    nameKana: organisation.nameKana,
    municipality: organisation.municipality,
    address: organisation.address,
    phone: organisation.phone,
    fax: organisation.fax,
    website: organisation.website,
    corporateName: organisation.corporateName,
    latitude: organisation.latitude,
    longitude: organisation.longitude,
    system: row.system as ServiceSystem,
    serviceType: row.serviceType,
    businessNumber: row.businessNumber,
    capacity: row.capacity,
    openDays: row.openDays,
    openNote: row.note,
    profile: profileOf(row),
    updatedAt: row.profile?.updatedAt.toISOString() ?? null,
    photos: row.photos.map(({ id: photo, description }) => ({ id: photo as FacilityPhotoId, description })),
    vacancy: newest && viewVacancy(unit, newest),
    may: await mayWith(unit, organisation.id as OrganisationId),
  };
}

/** What is stored, read by the contract: a code that is no longer in a list shows at once, not on a page later. */
export const profileOf = ({ profile, needs }: Pick<FacilityRow, "profile" | "needs">): FacilityProfile =>
  facilityProfile.parse({ ...profile, needs });

/** What the caller may do with the facilities of an organisation. */
export async function mayWith(unit: StaffUnit, organisationId: OrganisationId): Promise<FacilityView["may"]> {
  const own = { organisationIds: [organisationId] };
  return { edit: await mayI(unit, "facility.edit", own), report: await mayI(unit, "vacancy.report", own) };
}
