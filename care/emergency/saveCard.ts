import type { CardSection } from "@tsunagi/contracts/codes/emergency";
import type { PersonId } from "@tsunagi/contracts/ids";
import type { CardChanges, EmergencyCardView, ImportSource } from "@tsunagi/contracts/rest/emergency";
import type { Job } from "../kernel/actor.ts";
import { CareError } from "../kernel/errors.ts";
import type { StaffUnit } from "../kernel/unit.ts";
import { lockPerson } from "../people/store.ts";
import { admitToCard, cardPurpose, openCard, sourcePurpose } from "./openCard.ts";
import { namesOf } from "./rules.ts";
import { insertConfirmations, insertSection, newestSections, type SectionRow } from "./store.ts";

export type Versions = Readonly<Partial<Record<CardSection, number>>>;

/**
 * Saves sections as new versions, sealed with the person's key; the earlier ones are kept with their author. `confirm`
 * says in the same act that they are right.
 * @param input.source where the contents were taken from, when they were not written here
 * @param input.versions what each changed section was when it was read; 0 = not filled in yet
 * @throws CareError forbidden, consentMissing; cardChanged when somebody saved one of the sections meanwhile
 */
export async function saveCard(
  unit: StaffUnit,
  input: {
    personId: PersonId;
    changes: CardChanges;
    versions: Versions;
    confirm: boolean;
    source?: ImportSource | undefined;
  },
): Promise<EmergencyCardView> {
  const { personId, changes, confirm, source } = input;
  await lockPerson(unit.tx, personId);
  const job = await admitToCard(unit, "emergency.edit", personId);
  const changed = Object.keys(changes) as CardSection[];
  const current = await requireUnchanged(unit, personId, changed, input.versions);
  const saved: Partial<Record<CardSection, number>> = {};
  for (const section of changed) {
    const version = (current.get(section)?.version ?? 0) + 1;
    const purpose = cardPurpose(personId, section, version);
    const sealed = await unit.vault.sealFor(unit.tx, personId, changes[section], purpose);
    const { staffId: savedById } = unit.actor;
    const by = { savedById, savedByOrgId: job.organisationId, savedByRole: job.role };
    const from =
      source && (await unit.vault.sealTextFor(unit.tx, personId, JSON.stringify(source), sourcePurpose(purpose)));
    const row = { personId, section, version, savedAt: unit.now, importedFrom: from ?? null };
    await insertSection(unit.tx, { ...row, ...by, ...sealed });
    saved[section] = version;
  }
  const detail = { sections: changed, versions: changed.map((section) => `${section} ${saved[section]}`) };
  unit.audit({ action: "emergency.save", job, personId, detail });
  if (confirm) await confirmVersions(unit, job, personId, saved);
  return openCard(unit, personId);
}

/**
 * Says that sections are right as they are.
 * @throws CareError forbidden, consentMissing; cardChanged when what was looked at is no longer the newest
 */
export async function confirmCard(
  unit: StaffUnit,
  { personId, versions }: { personId: PersonId; versions: Versions },
): Promise<EmergencyCardView> {
  await lockPerson(unit.tx, personId);
  const job = await admitToCard(unit, "emergency.edit", personId);
  await requireUnchanged(unit, personId, Object.keys(versions) as CardSection[], versions);
  await confirmVersions(unit, job, personId, versions);
  return openCard(unit, personId);
}

/** The same for every filled section, or for one, as it is now: for whoever has the newest before them. */
export async function confirmNewest(
  unit: StaffUnit,
  { personId, section }: { personId: PersonId; section?: CardSection | undefined },
): Promise<EmergencyCardView> {
  await lockPerson(unit.tx, personId);
  const job = await admitToCard(unit, "emergency.edit", personId);
  const rows = (await newestSections(unit.tx, personId)).filter((row) => !section || row.section === section);
  if (rows.length === 0) throw new CareError("cardEmpty");
  await confirmVersions(unit, job, personId, Object.fromEntries(rows.map((row) => [row.section, row.version])));
  return openCard(unit, personId);
}

async function confirmVersions(unit: StaffUnit, job: Job, personId: PersonId, versions: Versions): Promise<void> {
  const by = { confirmedById: unit.actor.staffId, confirmedByOrgId: job.organisationId, confirmedByRole: job.role };
  const entries = Object.entries(versions) as [CardSection, number][];
  await insertConfirmations(
    unit.tx,
    entries.map(([section, version]) => ({ personId, section, version, confirmedAt: unit.now, ...by })),
  );
  const detail = { versions: entries.map(([section, version]) => `${section} ${version}`) };
  unit.audit({ action: "emergency.confirm", job, personId, detail });
}

async function requireUnchanged(
  unit: StaffUnit,
  personId: PersonId,
  sections: readonly CardSection[],
  versions: Versions,
): Promise<Map<CardSection, SectionRow>> {
  const current = new Map((await newestSections(unit.tx, personId)).map((row) => [row.section, row]));
  const moved = sections.filter((section) => (current.get(section)?.version ?? 0) !== (versions[section] ?? 0));
  if (moved.length > 0) throw new CareError("cardChanged", { what: namesOf(moved) });
  return current;
}
