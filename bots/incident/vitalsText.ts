import type { IncidentVitals } from "@tsunagi/contracts/rest/incident";

type Name = Exclude<keyof IncidentVitals, "kind">;

/** What people write before a value; `least` and `most` are those of the contract. */
const WORDS: readonly { readonly name: Name; readonly word: RegExp; readonly least: number; readonly most: number }[] =
  [
    { name: "pulse", word: /(?:脈拍?|HR|PR)\s*(\d+)/i, least: 0, most: 350 },
    { name: "respiration", word: /(?:呼吸数?|RR)\s*(\d+)/i, least: 0, most: 120 },
    { name: "spo2", word: /(?:SpO2|サチュ)\s*(\d+)/i, least: 0, most: 100 },
    { name: "temperature", word: /(?:体温|BT)\s*(\d+(?:\.\d+)?)/i, least: 20, most: 45 },
    { name: "oxygen", word: /(?:酸素|O2\b)\s*(\d+(?:\.\d+)?)/i, least: 0, most: 20 },
  ];
const PRESSURE = /(?:血圧|BP)\s*(\d+)(?:\s*\/\s*(\d+))?/i;

/**
 * Reads `血圧 182/90 脈 88 SpO2 91` in any order.
 * @returns null when nothing in it is understood, or a value cannot be
 */
export function readVitals(text: string): IncidentVitals | null {
  const plain = text.normalize("NFKC");
  const pressure = PRESSURE.exec(plain);
  const numberOf = (digits: string | undefined) => (digits === undefined ? null : Number(digits));
  const found = Object.fromEntries(
    WORDS.map(({ name, word }) => [name, numberOf(word.exec(withoutPulseOx(plain, name))?.[1])]),
  );
  const vitals = {
    kind: "vitals",
    systolic: numberOf(pressure?.[1]),
    diastolic: numberOf(pressure?.[2]),
    ...found,
  } as IncidentVitals;
  const { kind: _, ...values } = vitals;
  const said = Object.values(values).some((value) => value !== null);
  const possible =
    WORDS.every(({ name, least, most }) => {
      const value = vitals[name];
      return value === null || (value >= least && value <= most);
    }) &&
    (vitals.systolic ?? 0) <= 350 &&
    (vitals.diastolic ?? 0) <= 250;
  return said && possible ? vitals : null;
}

/** `SpO2 91` must not be read as oxygen. */
const withoutPulseOx = (text: string, name: Name): string => (name === "oxygen" ? text.replaceAll(/SpO2/gi, "") : text);
