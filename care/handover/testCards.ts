import { type CardField, cardSections } from "@tsunagi/contracts/codes/emergency";
import { type FieldSpec, fieldsOf, type ItemSpec, itemsOf } from "@tsunagi/contracts/emergencyCard";
import type { EmergencyCardView } from "@tsunagi/contracts/rest/emergency";
import fc from "fast-check";
import type { ExportInput } from "./fhir/exportBundle.ts";

const by = { name: "見本 良子", role: "visitingNurse", organisationName: "みほん訪問看護（架空）" };

/** Sections as the hub gives them, from contents alone. All people here are invented. */
export const saved = (contents: Readonly<Record<string, unknown>>): EmergencyCardView["sections"] =>
  Object.fromEntries(
    cardSections.codes.map((section) => {
      const content = contents[section];
      const at = "2026-11-20T01:00:00.000Z";
      return [
        section,
        content ? { content, version: 2, savedAt: at, savedBy: by, source: null, confirmed: { at, by } } : null,
      ];
    }),
  ) as unknown as EmergencyCardView["sections"];

export const exported = (contents: Readonly<Record<string, unknown>>): ExportInput => ({
  person: {
    code: "P-0001",
    familyName: "髙﨑",
    givenName: "德子",
    familyKana: "たかさき",
    givenKana: "とくこ",
    birthDate: "1941-02-03",
    sex: "female",
    municipality: "222062" as never,
    address: "三島市みほん町1-2-3",
    phone: "055-000-0000",
    careLevel: "care3",
    bedriddenLevel: "A2",
    dementiaLevel: null,
    disabilityLevel: null,
  },
  sections: saved(contents),
  lastConfirmedAt: "2026-11-20T01:00:00.000Z",
  consents: [{ givenOn: "2026-10-01", givenBy: "person", method: "oral" }],
  author: { name: "見本 良子", organisationName: "みほん訪問看護（架空）" },
  now: new Date("2026-11-25T00:30:00.000Z"),
});

const PIECES = [
  "ペニシリン",
  "髙﨑",
  "𠮷",
  "邊\u{E0106}",
  " ",
  "　",
  "\n",
  "<b>&\"'",
  "Ⅱ",
  "5mg",
  "é",
  "-",
  "\u00a0",
  "👵",
];

/** Text as the card's schemas let it through: trimmed, not empty, with whatever people type. */
const text = (max: number): fc.Arbitrary<string> =>
  fc
    .oneof(
      fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }).map((all) => all.join("")),
      fc.string({ maxLength: 12 }),
    )
    .map(
      (typed) =>
        typed
          .trim()
          .slice(0, max)
          .replace(/[\ud800-\udbff]$/, "")
          .trim() || "あ",
    );

const day = fc
  .date({ min: new Date("1900-01-01"), max: new Date("2030-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

function filled({ kind, list, max }: FieldSpec): fc.Arbitrary<string> {
  if (kind === "photo")
    return fc.base64String({ minLength: 8, maxLength: 40 }).map((data) => `data:image/jpeg;base64,${data}`);
  if (kind === "date") return day;
  return list ? fc.constantFrom(...list.codes) : text(max);
}

const entry = (item: ItemSpec): fc.Arbitrary<Record<string, string>> =>
  fc.record(
    Object.fromEntries(
      fieldsOf(item).map(([name, field]): [CardField, fc.Arbitrary<string>] => [
        name,
        field.required ? filled(field) : fc.oneof(fc.constant(""), filled(field)),
      ]),
    ),
  );

const answer = (item: ItemSpec) =>
  fc.oneof(
    fc.record({ state: fc.constantFrom("unknown", "none") }),
    fc.record({
      state: fc.constant("known"),
      entries: fc.array(entry(item), { minLength: 1, maxLength: Math.min(item.most, 3) }),
    }),
  );

/** Any card: every section filled in with any answers, or never filled in. */
export const anyContents: fc.Arbitrary<Record<string, unknown>> = fc.record(
  Object.fromEntries(
    cardSections.codes.map((section) => [
      section,
      fc.option(fc.record(Object.fromEntries(itemsOf(section).map(([name, item]) => [name, answer(item)]))), {
        freq: 4,
      }),
    ]),
  ),
);
