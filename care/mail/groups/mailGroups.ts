import type { MailGroupId, OrganisationId, StaffId } from "@tsunagi/contracts/ids";
import type { OwnMailGroup } from "@tsunagi/contracts/rest/mail";
import type { Job } from "../../kernel/actor.ts";
import { CareError } from "../../kernel/errors.ts";
import { newId } from "../../kernel/ids.ts";
import type { StaffUnit } from "../../kernel/unit.ts";
import { authorise } from "../../permissions/authorise.ts";
import { staffOfOrganisation } from "../../staff/store.ts";
import { changeGroup, groupsOf, insertGroup, setMembers } from "./store.ts";

type Place = { readonly organisationId: OrganisationId };
type Wish = { readonly name: string; readonly nameKana: string; readonly members: readonly StaffId[] };
type Groups = { groups: OwnMailGroup[] };

const admit = (unit: StaffUnit, { organisationId }: Place): Promise<Job> =>
  authorise(unit, "staff.manage", { organisationIds: [organisationId] });

/** Desks (係) an organisation has made, for letters that are for a task and not for a person. */
export async function listMailGroups(unit: StaffUnit, place: Place): Promise<Groups> {
  const job = await admit(unit, place);
  unit.audit({ action: "mail.groups", job, subjectId: place.organisationId });
  return { groups: await groupsOf(unit.tx, place.organisationId) };
}

/** @throws CareError forbidden; invalidInput when somebody does not work there */
export async function addMailGroup(unit: StaffUnit, { members, ...input }: Place & Wish): Promise<Groups> {
  const job = await admit(unit, input);
  await mustWorkThere(unit, input, members);
  const id = newId("mlg");
  await insertGroup(unit.tx, { ...input, id, createdById: unit.actor.staffId, createdAt: unit.now });
  await setMembers(unit.tx, id, members, unit.now);
  unit.audit({ action: "mail.addGroup", job, subjectId: id, detail: { members: members.length } });
  return { groups: await groupsOf(unit.tx, input.organisationId) };
}

/** @throws CareError forbidden; notFound; invalidInput when somebody does not work there */
export async function changeMailGroup(
  unit: StaffUnit,
  input: Place & Wish & { readonly mailGroupId: MailGroupId },
): Promise<Groups> {
  const { organisationId, mailGroupId, name, nameKana, members } = input;
  const job = await admit(unit, input);
  await mustWorkThere(unit, input, members);
  if (!(await changeGroup(unit.tx, organisationId, mailGroupId, { name, nameKana }))) throw new CareError("notFound");
  await setMembers(unit.tx, mailGroupId, members, unit.now);
  unit.audit({ action: "mail.changeGroup", job, subjectId: mailGroupId, detail: { members: members.length } });
  return { groups: await groupsOf(unit.tx, organisationId) };
}

/** @throws CareError forbidden; notFound */
export async function endMailGroup(
  unit: StaffUnit,
  { organisationId, mailGroupId }: Place & { readonly mailGroupId: MailGroupId },
): Promise<Groups> {
  const job = await admit(unit, { organisationId });
  if (!(await changeGroup(unit.tx, organisationId, mailGroupId, { endedAt: unit.now })))
    throw new CareError("notFound");
  unit.audit({ action: "mail.endGroup", job, subjectId: mailGroupId });
  return { groups: await groupsOf(unit.tx, organisationId) };
}

async function mustWorkThere(unit: StaffUnit, { organisationId }: Place, members: readonly StaffId[]): Promise<void> {
  const staff = await staffOfOrganisation(unit.tx, organisationId);
  const here = new Set(
    staff
      .filter(({ memberships }) => memberships.some((held) => held.organisationId === organisationId))
      .map(({ id }) => id),
  );
  if (members.every((staffId) => here.has(staffId))) return;
  const [ja, en] = ["この事業所で働いている人を選んでください", "Choose people who work at this organisation"];
  throw new CareError("invalidInput", {}, { fields: [{ path: "members", ja, en }] });
}
