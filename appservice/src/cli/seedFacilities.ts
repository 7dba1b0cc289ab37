import { editFacility } from "@tsunagi/care/facilities/editFacility";
import { facilityChanged } from "@tsunagi/care/facilities/search/facilityChanged";
import { insertVacancy } from "@tsunagi/care/facilities/vacancy/store";
import { newId } from "@tsunagi/care/kernel/ids";
import type { Caller, Care } from "@tsunagi/care/kernel/unit";
import { servicesOfImports } from "@tsunagi/care/organisations/store";
import type { FacilityId } from "@tsunagi/contracts/ids";
import { facilityProfileInput, vacancyInput } from "@tsunagi/contracts/rest/facilities";
import { demoFacility } from "@tsunagi/prisma/seed/demoFacilities";

const HOUR_MS = 3_600_000;

/**
 * Profiles and vacancies of the invented facilities. Reports are put in as of some hours ago, which no use case does.
 * @param administrator whoever may edit every profile
 */
export async function seedFacilities(care: Care, administrator: Caller): Promise<number> {
  return care.asStaff(administrator, async (unit) => {
    const services = await servicesOfImports(unit.tx, "care");
    const changed: FacilityId[] = [];
    for (const [index, { id, serviceType }] of services.entries()) {
      const { profile, vacancy } = demoFacility(serviceType, index);
      if (profile)
        await editFacility(unit, { facilityId: id, ...facilityProfileInput.parse({ ...profile, basedOn: null }) });
      if (!vacancy) continue;
      const { hoursAgo, ...said } = vacancy;
      const reportedAt = new Date(unit.now.getTime() - hoursAgo * HOUR_MS);
      const row = { id: newId("vac"), serviceId: id, cause: "reported" as const, reportedById: null, reportedAt };
      await insertVacancy(unit.tx, { ...row, ...vacancyInput.parse(said) });
      changed.push(id);
    }
    await facilityChanged(unit, changed);
    unit.audit({ action: "facility.edit", detail: { demo: changed.length } });
    return changed.length;
  });
}
