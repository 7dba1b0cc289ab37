import { facilitiesOf, type NamedFacility } from "@tsunagi/care/facilities/store";
import { CareError } from "@tsunagi/care/kernel/errors";
import { hasPlaces } from "@tsunagi/contracts/codes/serviceGroups";
import type { FacilityId } from "@tsunagi/contracts/ids";
import type { CommandContext } from "../framework/command.ts";

/**
 * The services with places of the organisation whose room this is; the one that was named, when one was.
 * @throws CareError noVacancyService when there is none; notFound when the named one is not among them
 */
export async function servicesHere(
  { unit, room }: CommandContext,
  named: FacilityId | undefined,
): Promise<readonly [NamedFacility, ...NamedFacility[]]> {
  const all = room.organisationId ? await facilitiesOf(unit.tx, [room.organisationId]) : [];
  unit.audit({ action: "facility.listOwn" });
  const [first, ...others] = all.filter(({ system, serviceType }) => hasPlaces(system, serviceType));
  if (!first) throw new CareError("noVacancyService");
  if (!named) return [first, ...others];
  const one = [first, ...others].find(({ id }) => id === named);
  if (!one) throw new CareError("notFound");
  return [one];
}
