import { type IncidentVitals, vitals } from "@tsunagi/contracts/rest/incident";

type Name = Exclude<keyof IncidentVitals, "kind">;

/** What people write before a value. */
const WORDS: readonly { readonly name: Name; readonly word: RegExp }[] = [
  { name: "pulse", word: /(?:脈拍?|HR|PR)\s*(\d+)/i },
  { name: "respiration", word: /(?:呼吸数?|RR)\s*(\d+)/i },
  { name: "spo2", word: /(?:SpO2|サチュ)\s*(\d+)/i },
  { name: "temperature", word: /(?:体温|BT)\s*(\d+(?:\.\d+)?)/i },
  { name: "oxygen", word: /(?:酸素|O2\b)\s*(\d+(?:\.\d+)?)/i },
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
  const values = { systolic: numberOf(pressure?.[1]), diastolic: numberOf(pressure?.[2]), ...found };
  if (Object.values(values).every((value) => value === null)) return null;
  return vitals.safeParse({ kind: "vitals", ...values }).data ?? null;
}

/** `SpO2 91` must not be read as oxygen. */
const withoutPulseOx = (text: string, name: Name): string => (name === "oxygen" ? text.replaceAll(/SpO2/gi, "") : text);
