import type { OrganisationId } from "@tsunagi/contracts/ids";
import { organisationsOf } from "../../kernel/actor.ts";
import type { StaffUnit } from "../../kernel/unit.ts";
import { authorise } from "../../permissions/authorise.ts";
import { approvalWanted, setApproval } from "./store.ts";

interface Settings {
  organisations: { organisationId: OrganisationId; name: string; approval: boolean }[];
}

/** How one's organisations handle the bulletins they post. */
export async function readSettings(unit: StaffUnit): Promise<Settings> {
  unit.audit({ action: "bulletin.readSettings" });
  return viewSettings(unit);
}

/** Turns approval on or off for one's own organisation. @throws CareError forbidden */
export async function changeSettings(
  unit: StaffUnit,
  { organisationId, approval }: { organisationId: OrganisationId; approval: boolean },
): Promise<Settings> {
  const job = await authorise(unit, "staff.manage", { organisationIds: [organisationId] });
  await setApproval(unit.tx, organisationId, { approval, changedById: unit.actor.staffId, changedAt: unit.now });
  unit.audit({ action: "bulletin.changeSettings", job, subjectId: organisationId, detail: { approval } });
  return viewSettings(unit);
}

async function viewSettings({ tx, actor }: StaffUnit): Promise<Settings> {
  const names = new Map(actor.jobs.map(({ organisationId, organisationName }) => [organisationId, organisationName]));
  const rows = organisationsOf(actor).map(async (organisationId) => ({
    ...{ organisationId, name: names.get(organisationId) ?? "" },
    approval: await approvalWanted(tx, organisationId),
  }));
  return { organisations: await Promise.all(rows) };
}
