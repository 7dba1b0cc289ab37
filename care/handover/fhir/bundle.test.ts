import { type CardSection, cardSections } from "@tsunagi/contracts/codes/emergency";
import { sectionSchemas, unasked } from "@tsunagi/contracts/emergencyCard";
import fc from "fast-check";
import type { Bundle, Composition, FhirResource } from "fhir/r4.js";
import { describe, expect, it } from "vitest";
import { anyContents, exported } from "../testCards.ts";
import { bundleOf } from "./exportBundle.ts";
import { readBundle } from "./importBundle.ts";
import { ABSENT_UNKNOWN, SNOMED } from "./systems.ts";
import { schemaErrors } from "./testSchema.ts";

const known = (...entries: Readonly<Record<string, string>>[]) => ({ state: "known", entries });
const bundle = (contents: Record<string, unknown>): Bundle<FhirResource> =>
  JSON.parse(JSON.stringify(bundleOf(exported(contents))));
const resources = (made: Bundle<FhirResource>) =>
  (made.entry ?? []).flatMap(({ resource }) => (resource ? [resource] : []));
const compositionOf = (made: Bundle<FhirResource>) => resources(made)[0] as Composition;
const sectionOf = (made: Bundle<FhirResource>, loinc: string) =>
  compositionOf(made).section?.find(({ code }) => code?.coding?.[0]?.code === loinc);
const pointed = (made: Bundle<FhirResource>, loinc: string) =>
  (sectionOf(made, loinc)?.entry ?? []).map(
    ({ reference }) => made.entry?.find(({ fullUrl }) => fullUrl === reference)?.resource,
  );

const read = (made: unknown) => {
  const result = readBundle(made);
  if (!result.ok) throw new Error(result.problem);
  return result.bundle;
};
const contentsOf = (sections: Readonly<Record<CardSection, { content: unknown } | null>>) =>
  Object.fromEntries(cardSections.codes.map((section) => [section, sections[section]?.content ?? null]));
const whole = (contents: Record<string, unknown>) =>
  Object.fromEntries(
    cardSections.codes.map((section) => [
      section,
      contents[section] ? sectionSchemas[section].parse(contents[section]) : null,
    ]),
  );

describe("a card as a patient summary", () => {
  it("comes back the same in every field, whatever people typed, and is valid FHIR R4", () => {
    fc.assert(
      fc.property(anyContents, (contents) => {
        const made = bundle(contents);
        expect(schemaErrors(made)).toEqual([]);
        const back = read(made);
        expect(back.leftOut).toEqual([]);
        expect(contentsOf(back.sections)).toEqual(whole(contents));
      }),
      { numRuns: 200 },
    );
  }, 60_000);

  it("would not pass for FHIR with an element that R4 does not know, or a value of the wrong kind", () => {
    const made = bundle({ wish: unasked("wish") });
    const withFirst = (change: object) => ({
      ...made,
      entry: made.entry?.map((entry, i) =>
        i === 1 ? { ...entry, resource: { ...entry.resource, ...change } } : entry,
      ),
    });
    expect(schemaErrors(made)).toEqual([]);
    expect(schemaErrors(withFirst({ gender: "lady" }))).not.toEqual([]);
    expect(schemaErrors(withFirst({ bloodType: "A" }))).not.toEqual([]);
  });

  it("is a document: the composition first, the patient behind it, every address found in it", () => {
    const made = bundle({ medications: { medications: known({ name: "ワルファリン錠1mg" }) } });
    expect(made).toMatchObject({ type: "document", timestamp: "2026-11-25T00:30:00.000Z" });
    expect(
      resources(made)
        .slice(0, 2)
        .map(({ resourceType }) => resourceType),
    ).toEqual(["Composition", "Patient"]);
    const urls = new Set((made.entry ?? []).map(({ fullUrl }) => fullUrl));
    const references = [...JSON.stringify(made).matchAll(/"reference":"(urn:uuid:[^"]+)"/g)].map(([, url]) => url);
    expect(references.length).toBeGreaterThan(5);
    expect(references.filter((url) => !urls.has(url ?? ""))).toEqual([]);
  });

  it("has what IPS requires of a composition, and text in every section", () => {
    const composition = compositionOf(bundle({}));
    expect(composition.type.coding?.[0]).toMatchObject({ system: "http://loinc.org", code: "60591-5" });
    const sections = composition.section ?? [];
    expect(sections.map(({ code }) => code?.coding?.[0]?.code)).toEqual(
      expect.arrayContaining(["10160-0", "48765-2", "11450-4"]),
    );
    expect(sections.every(({ text, title, entry, emptyReason }) => text?.div && title && (entry || emptyReason))).toBe(
      true,
    );
  });

  it.each([
    ["10160-0", "no-medication-info", "no-known-medications", "787481004"],
    ["48765-2", "no-allergy-info", "no-known-allergies", "716186003"],
    ["11450-4", "no-problem-info", "no-known-problems", "160245001"],
  ])("codes no information and none apart in section %s", (loinc, noInfo, none, snomedNone) => {
    const nobodyAsked = bundle({});
    const nobodyKnows = bundle({
      medications: unasked("medications"),
      allergies: unasked("allergies"),
      conditions: unasked("conditions"),
    });
    const thereIsNone = bundle({
      medications: { medications: { state: "none" } },
      allergies: { allergies: { state: "none" }, contraindicated: { state: "unknown" } },
      conditions: { current: { state: "none" }, history: { state: "none" } },
    });
    const codesIn = (made: Bundle<FhirResource>) => JSON.stringify(pointed(made, loinc));
    for (const made of [nobodyAsked, nobodyKnows]) {
      expect(codesIn(made)).toContain(`"system":"${ABSENT_UNKNOWN}","code":"${noInfo}"`);
      expect(codesIn(made)).toContain(`"system":"${SNOMED}","code":"1287211007"`);
    }
    expect(codesIn(thereIsNone)).toContain(`"system":"${ABSENT_UNKNOWN}","code":"${none}"`);
    expect(codesIn(thereIsNone)).toContain(`"system":"${SNOMED}","code":"${snomedNone}"`);
    expect(sectionOf(thereIsNone, loinc)?.text?.div).toContain("なし（確認済）");
    expect(sectionOf(nobodyAsked, loinc)?.text?.div).toContain("未記入");
  });

  it("names the person in kanji and by the reading, and drugs by the code of their book", () => {
    const made = bundle({
      medications: { medications: known({ name: "アムロジピン錠5mg", codeType: "4", code: "2171022F2088" }) },
    });
    const patient = resources(made).find(({ resourceType }) => resourceType === "Patient");
    expect(JSON.stringify(patient)).toContain('"valueCode":"SYL"}],"use":"official","text":"たかさき とくこ"');
    expect(pointed(made, "10160-0")).toMatchObject([
      { medicationCodeableConcept: { coding: [{ system: "urn:oid:1.2.392.100495.20.1.73", code: "2171022F2088" }] } },
    ]);
  });

  it("shows the wish as a wish and the consent by which it is handed over", () => {
    const made = bundle({
      wish: { wish: known({ detail: "家で過ごしたい", writer: "本人", writtenOn: "2026-04-01" }) },
    });
    expect(pointed(made, "42348-3")).toMatchObject([
      { resourceType: "Consent", policyRule: { text: "ご本人の希望です。医師の指示ではありません。" } },
    ]);
    expect(pointed(made, "consent")).toMatchObject([{ resourceType: "Consent", dateTime: "2026-10-01" }]);
  });

  it("says who wrote and who confirmed each section", () => {
    const made = bundle({ wish: unasked("wish") });
    const provenance = resources(made).filter(({ resourceType }) => resourceType === "Provenance");
    expect(provenance).toHaveLength(1);
    expect(JSON.stringify(provenance)).toContain("見本 良子 / みほん訪問看護（架空）");
  });
});
