import type { FacilityId, OrganisationId } from "@tsunagi/contracts/ids";
import type { FacilityView, OwnFacility } from "@tsunagi/contracts/rest/facilities";
import { type Job, organisationsOf } from "../kernel/actor.ts";
import { found } from "../kernel/errors.ts";
import type { StaffUnit } from "../kernel/unit.ts";
import { authorise } from "../permissions/authorise.ts";
import { facilitiesOf, loadFacility } from "./store.ts";
import { viewVacancy } from "./vacancy/append.ts";
import { newestVacancies } from "./vacancy/store.ts";
import { mayWith, viewFacility } from "./viewFacility.ts";

/** A facility with all it says of itself, for whoever may search and for whoever works there (R18). */
export async function readFacility(unit: StaffUnit, { facilityId }: { facilityId: FacilityId }): Promise<FacilityView> {
  const row = found(await loadFacility(unit.tx, facilityId));
  const job = await mayLook(unit, row.organisationId as OrganisationId);
  unit.audit({ action: "facility.read", job, subjectId: facilityId });
  return viewFacility(unit, row);
}

/** The job somebody looks at a facility by. @throws CareError forbidden */
export async function mayLook(unit: StaffUnit, organisationId: OrganisationId): Promise<Job> {
  const own = unit.actor.jobs.find((job) => job.organisationId === organisationId);
  return own ?? authorise(unit, "facility.search");
}

/** The facilities of the organisations one works at, with what they said last. */
export async function listOwnFacilities(unit: StaffUnit): Promise<{ facilities: OwnFacility[] }> {
  const organisationIds = organisationsOf(unit.actor);
  const facilities = await facilitiesOf(unit.tx, organisationIds);
  const newest = await newestVacancies(
    unit.tx,
    facilities.map(({ id }) => id),
  );
  const may = new Map<OrganisationId, OwnFacility["may"]>();
  for (const id of organisationIds) may.set(id, await mayWith(unit, id));
  unit.audit({ action: "facility.listOwn" });
  return {
    facilities: facilities.map(({ roomTypes: _, ...facility }) => {
      const row = newest.get(facility.id);
      return {
        ...facility,
        vacancy: row ? viewVacancy(unit, row) : null,
        may: may.get(facility.organisationId) ?? { edit: false, report: false },
      };
    }),
  };
}
