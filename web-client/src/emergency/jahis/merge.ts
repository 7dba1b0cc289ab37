import type { Medication } from "@tsunagi/contracts/emergencyCard";

/** How a scanned drug stands to what is on the card already. */
export type Standing = "new" | "same" | "newer" | "older";

const bare = (text: string): string => text.normalize("NFKC").replaceAll(/\s/g, "");

/** The same drug, by its code where both have one of the same kind, else by its name. */
function sameDrug(a: Medication, b: Medication): boolean {
  if (a.code !== "" && a.codeType !== "" && a.codeType === b.codeType && b.code !== "") return a.code === b.code;
  return bare(a.name) === bare(b.name);
}

const sameEntry = (a: Medication, b: Medication): boolean =>
  sameDrug(a, b) && a.dispensedOn === b.dispensedOn && bare(a.dose) === bare(b.dose) && bare(a.usage) === bare(b.usage);

export function standingOf(medication: Medication, known: readonly Medication[]): Standing {
  if (known.some((one) => sameEntry(one, medication))) return "same";
  const alike = known.filter((one) => sameDrug(one, medication) && one.dispensedOn !== "");
  if (medication.dispensedOn === "" || alike.length === 0) return "new";
  if (alike.some(({ dispensedOn }) => dispensedOn > medication.dispensedOn)) return "older";
  return alike.some(({ dispensedOn }) => dispensedOn < medication.dispensedOn) ? "newer" : "new";
}

/** A list without entries that stand there twice, newest day first; what has no day stays at the end. */
export function byDay(medications: readonly Medication[]): Medication[] {
  const once = medications.filter((one, i) => medications.findIndex((other) => sameEntry(one, other)) === i);
  return once.sort((a, b) => b.dispensedOn.localeCompare(a.dispensedOn));
}

/** Puts the chosen ones onto the card's list: they take the place of earlier days' entries of the same drug. */
export function merge(known: readonly Medication[], chosen: readonly Medication[]): Medication[] {
  const outdated = (one: Medication) =>
    chosen.some((next) => sameDrug(one, next) && one.dispensedOn !== "" && one.dispensedOn < next.dispensedOn);
  return byDay([...known.filter((one) => !outdated(one)), ...chosen]);
}
