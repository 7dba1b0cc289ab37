import type { Role } from "@tsunagi/contracts/codes/roles";
import type { OrganisationId } from "@tsunagi/contracts/ids";
import type { DutyView } from "@tsunagi/contracts/rest/duty";
import { CareError, found } from "../../kernel/errors.ts";
import type { StaffUnit } from "../../kernel/unit.ts";
import { authorise } from "../../permissions/authorise.ts";
import { loadOrganisation, organisationName } from "../store.ts";
import { loadDuty, putDuty } from "./store.ts";

/** Whom an organisation wants told when it stays silent. @throws CareError forbidden */
export async function readDuty(
  unit: StaffUnit,
  { organisationId }: { organisationId: OrganisationId },
): Promise<DutyView> {
  const job = await authorise(unit, "staff.manage", { organisationIds: [organisationId] });
  unit.audit({ action: "duty.read", job, subjectId: organisationId });
  return viewDuty(unit, organisationId);
}

/**
 * Sets it. The deputy is asked in its own room when the role on duty has not moved either.
 * @throws CareError forbidden, notFound for a deputy that is not there, dutyOwnDeputy
 */
export async function saveDuty(
  unit: StaffUnit,
  {
    organisationId,
    role,
    deputyId,
  }: { organisationId: OrganisationId; role: Role | null; deputyId: OrganisationId | null },
): Promise<DutyView> {
  const job = await authorise(unit, "staff.manage", { organisationIds: [organisationId] });
  if (deputyId === organisationId) throw new CareError("dutyOwnDeputy");
  if (deputyId) found(await loadOrganisation(unit.tx, deputyId));
  await putDuty(unit.tx, organisationId, { role, deputyId }, { by: unit.actor.staffId, at: unit.now });
  unit.audit({ action: "duty.save", job, subjectId: organisationId, detail: { role, deputyId } });
  return viewDuty(unit, organisationId);
}

async function viewDuty({ tx }: StaffUnit, organisationId: OrganisationId): Promise<DutyView> {
  const { role, deputyId } = await loadDuty(tx, organisationId);
  return { role, deputy: deputyId ? { id: deputyId, name: await organisationName(tx, deputyId) } : null };
}
