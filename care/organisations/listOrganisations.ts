import type { OrganisationInput, OrganisationView } from "@tsunagi/contracts/rest/organisations";
import { found } from "../kernel/errors.ts";
import type { StaffUnit } from "../kernel/unit.ts";
import { authorise } from "../permissions/authorise.ts";
import { findOrganisations, insertOrganisation, loadOrganisation, type OrganisationFilter } from "./store.ts";

/** Organisations of the network; public facts, so anybody signed in may. */
export async function listOrganisations(
  unit: StaffUnit,
  filter: OrganisationFilter,
): Promise<{ organisations: OrganisationView[]; total: number }> {
  unit.audit({ action: "organisation.list" });
  return findOrganisations(unit.tx, filter);
}

/** Adds an organisation that is in no open-data file. */
export async function createOrganisation(unit: StaffUnit, input: OrganisationInput): Promise<OrganisationView> {
  const job = await authorise(unit, "organisation.manage");
  const id = await insertOrganisation(unit.tx, { ...input, nameKana: input.nameKana ?? "" });
  unit.audit({ action: "organisation.create", job, subjectId: id, detail: { kind: input.kind } });
  return found(await loadOrganisation(unit.tx, id));
}
