import { createHash } from "node:crypto";
import { type CardItem, type CardSection, cardSections } from "@tsunagi/contracts/codes/emergency";
import type { PersonId } from "@tsunagi/contracts/ids";
import type { EmergencyCardView, ImportSource } from "@tsunagi/contracts/rest/emergency";
import type { ImportPreview } from "@tsunagi/contracts/rest/handover";
import { admitToCard, openCard } from "../emergency/openCard.ts";
import { saveCard } from "../emergency/saveCard.ts";
import { CareError } from "../kernel/errors.ts";
import type { StaffUnit } from "../kernel/unit.ts";
import { changesFrom, differences } from "./differences.ts";
import { type ReadBundle, readBundle } from "./fhir/importBundle.ts";

/** Longest words of the maker that are kept. */
const SOURCE_LENGTH = 200;

/**
 * Compares a patient summary with the card; nothing is saved and nothing of the file is kept.
 * @throws CareError forbidden, consentMissing, bundleUnreadable
 */
export async function previewImport(
  unit: StaffUnit,
  { personId, bytes }: { personId: PersonId; bytes: Buffer },
): Promise<ImportPreview> {
  const job = await admitToCard(unit, "emergency.edit", personId);
  const bundle = read(bytes);
  const card = await openCard(unit, personId);
  const found = differences(card.sections, bundle.sections);
  const detail = { differences: found.length, leftOut: bundle.leftOut.length };
  unit.audit({ action: "card.importPreviewed", job, personId, detail });
  return {
    source: sourceOf(bundle, bytes),
    patient: bundle.patient,
    samePerson: bundle.patient.birthDate === card.person.birthDate,
    differences: found,
    leftOut: [...bundle.leftOut],
    versions: versionsOf(card),
  };
}

/**
 * Takes chosen items over as new versions that say where they came from; nobody has confirmed them yet.
 * @param input.versions `section:version` as the preview had them
 * @throws CareError forbidden, consentMissing, bundleUnreadable; cardChanged when somebody saved meanwhile
 */
export async function importCard(
  unit: StaffUnit,
  input: { personId: PersonId; items: readonly CardItem[]; versions: readonly string[]; bytes: Buffer },
): Promise<EmergencyCardView> {
  const { personId, items, bytes } = input;
  const job = await admitToCard(unit, "emergency.edit", personId);
  const bundle = read(bytes);
  const { sections } = await openCard(unit, personId);
  const changes = changesFrom(sections, bundle.sections, items);
  const versions = Object.fromEntries(
    input.versions.map((pair) => pair.split(":")).map(([name, n]) => [name, Number(n)]),
  );
  const source = sourceOf(bundle, bytes);
  unit.audit({ action: "card.imported", job, personId, detail: { items, digest: source.digest } });
  return saveCard(unit, { personId, changes, versions, confirm: false, source });
}

function read(bytes: Buffer): ReadBundle {
  const result = readBundle(parsed(bytes));
  if (!result.ok) throw new CareError("bundleUnreadable");
  return result.bundle;
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    throw new CareError("bundleUnreadable");
  }
}

const sourceOf = ({ identifier, madeAt, madeBy }: ReadBundle, bytes: Buffer): ImportSource => ({
  identifier: identifier.slice(0, SOURCE_LENGTH),
  madeAt: madeAt.slice(0, SOURCE_LENGTH),
  madeBy: madeBy.slice(0, SOURCE_LENGTH),
  digest: createHash("sha256").update(bytes).digest("hex"),
});

const versionsOf = ({ sections }: EmergencyCardView) =>
  Object.fromEntries(cardSections.codes.map((section) => [section, sections[section]?.version ?? 0])) as Record<
    CardSection,
    number
  >;
