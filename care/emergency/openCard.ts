import { consentScopes } from "@tsunagi/contracts/codes/consent";
import { type CardSection, cardSections } from "@tsunagi/contracts/codes/emergency";
import type { PersonId } from "@tsunagi/contracts/ids";
import type { Permission } from "@tsunagi/contracts/permissions";
import type { EmergencyCardView, ImportSource } from "@tsunagi/contracts/rest/emergency";
import { consentsToEmergency } from "../consent/requireConsent.ts";
import type { Job } from "../kernel/actor.ts";
import { CareError } from "../kernel/errors.ts";
import type { StaffUnit } from "../kernel/unit.ts";
import { organisationNames } from "../organisations/store.ts";
import { openPerson } from "../people/openPerson.ts";
import { authorise, mayI } from "../permissions/authorise.ts";
import { namesOfStaff } from "../staff/names.ts";
import { isDue, lastConfirmed } from "./rules.ts";
import { type ConfirmationRow, newestConfirmations, newestSections, type SectionRow } from "./store.ts";

export const cardPurpose = (personId: PersonId, section: CardSection, version: number): string =>
  `card:${personId}:${section}:${version}`;

/** Where a version's source stands, beside the version itself. */
export const sourcePurpose = (purpose: string): string => `${purpose}:source`;

type CardPermission = Extract<Permission, "emergency.read" | "emergency.edit">;

/**
 * The right to somebody's card, and the consent that it may be used.
 * @throws CareError forbidden; consentMissing, which leaves its own row
 */
export async function admitToCard(unit: StaffUnit, permission: CardPermission, personId: PersonId): Promise<Job> {
  const job = await authorise(unit, permission, { personId });
  if (await consentsToEmergency(unit.tx, personId)) return job;
  throw notConsented(permission, personId);
}

/** Leaves its own row. */
export function notConsented(action: CardPermission, personId: PersonId): CareError {
  const scope = consentScopes.label("emergency", "ja");
  return new CareError("consentMissing", { scope }, { denied: { action, personId } });
}

/** The card with who wrote and confirmed what. Rights and audit rows are the use case's matter. */
export async function openCard(unit: StaffUnit, personId: PersonId): Promise<EmergencyCardView> {
  const rows = await newestSections(unit.tx, personId);
  const confirmations = await newestConfirmations(unit.tx, personId);
  const nameOf = await namesFor(unit, rows, confirmations);
  const sections: Record<string, unknown> = Object.fromEntries(cardSections.codes.map((section) => [section, null]));
  const ages = [];
  for (const row of rows) {
    const { section, version, savedAt } = row;
    const confirmation = confirmations.find((one) => one.section === section && one.version === version);
    ages.push({ savedAt, confirmedAt: confirmation?.confirmedAt ?? null });
    sections[section] = {
      content: await unit.vault.openFor(unit.tx, personId, row, cardPurpose(personId, section, version)),
      version,
      savedAt: savedAt.toISOString(),
      savedBy: nameOf(row.savedById, row.savedByOrgId, row.savedByRole),
      source: await sourceOf(unit, row),
      confirmed: confirmation
        ? {
            at: confirmation.confirmedAt.toISOString(),
            by: nameOf(confirmation.confirmedById, confirmation.confirmedByOrgId, confirmation.confirmedByRole),
          }
        : null,
    };
  }
  return {
    person: await openPerson(unit, personId),
    sections: sections as EmergencyCardView["sections"],
    lastConfirmedAt: lastConfirmed(ages)?.toISOString() ?? null,
    due: isDue(ages, unit.now, unit.settings.cardConfirmDays),
    may: { edit: await mayI(unit, "emergency.edit", { personId }) },
  };
}

async function sourceOf(unit: StaffUnit, row: SectionRow): Promise<ImportSource | null> {
  const { personId, section, version, importedFrom } = row;
  if (importedFrom === null) return null;
  const purpose = sourcePurpose(cardPurpose(personId, section, version));
  return JSON.parse(await unit.vault.openTextFor(unit.tx, personId, importedFrom, purpose)) as ImportSource;
}

/** Looks all names up at once. */
export async function namesFor(
  unit: StaffUnit,
  rows: readonly SectionRow[],
  confirmations: readonly ConfirmationRow[],
): Promise<(staffId: string, organisationId: string, role: string) => Name> {
  const staff = [...rows.map((row) => row.savedById), ...confirmations.map((row) => row.confirmedById)];
  const places = [...rows.map((row) => row.savedByOrgId), ...confirmations.map((row) => row.confirmedByOrgId)];
  const names = await namesOfStaff(unit.tx, staff);
  const organisations = await organisationNames(unit.tx, places);
  return (staffId, organisationId, role) => ({
    name: names.get(staffId) ?? "",
    role,
    organisationName: organisations.get(organisationId) ?? "",
  });
}

interface Name {
  readonly name: string;
  readonly role: string;
  readonly organisationName: string;
}
