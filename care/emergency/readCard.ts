import type { CardSection } from "@tsunagi/contracts/codes/emergency";
import type { PersonId } from "@tsunagi/contracts/ids";
import type { EmergencyCardView } from "@tsunagi/contracts/rest/emergency";
import { admitReader } from "../breakGlass/admitReader.ts";
import type { StaffUnit } from "../kernel/unit.ts";
import { admitToCard, cardPurpose, namesFor, openCard } from "./openCard.ts";
import { versionsOf } from "./store.ts";

/** Somebody's emergency card (R13), by right or by an emergency grant; the reading is recorded. @throws CareError forbidden, consentMissing */
export async function readCard(unit: StaffUnit, { personId }: { personId: PersonId }): Promise<EmergencyCardView> {
  const reader = await admitReader(unit, personId);
  const detail = reader.by === "grant" ? { grant: reader.grantId } : {};
  unit.audit({ action: "emergency.read", job: reader.job, personId, detail });
  return openCard(unit, personId);
}

export interface CardVersion {
  readonly content: unknown;
  readonly version: number;
  readonly savedAt: string;
  readonly savedBy: { readonly name: string; readonly role: string; readonly organisationName: string };
}

/** All versions of one section, newest first. @throws CareError forbidden, consentMissing */
export async function cardHistory(
  unit: StaffUnit,
  { personId, section }: { personId: PersonId; section: CardSection },
): Promise<CardVersion[]> {
  const job = await admitToCard(unit, "emergency.read", personId);
  unit.audit({ action: "emergency.readHistory", job, personId, detail: { section } });
  const rows = await versionsOf(unit.tx, personId, section);
  const nameOf = await namesFor(unit, rows, []);
  const versions: CardVersion[] = [];
  for (const row of rows) {
    versions.push({
      content: await unit.vault.openFor(unit.tx, personId, row, cardPurpose(personId, section, row.version)),
      version: row.version,
      savedAt: row.savedAt.toISOString(),
      savedBy: nameOf(row.savedById, row.savedByOrgId, row.savedByRole),
    });
  }
  return versions;
}
