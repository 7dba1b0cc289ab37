import type { CardSection } from "@tsunagi/contracts/codes/emergency";
import { sectionSchemas } from "@tsunagi/contracts/emergencyCard";
import fc from "fast-check";
import type { FhirResource } from "fhir/r4.js";
import { describe, expect, it } from "vitest";
import { anyContents, exported } from "../testCards.ts";
import { bundleOf } from "./exportBundle.ts";
import { readBundle } from "./importBundle.ts";

const concept = (system: string, code: string, display?: string) => ({
  coding: [{ system, code, ...(display ? { display } : {}) }],
});
const patient = { reference: "Patient/1" };

/** A summary as another system would make it: no mark of ours, addresses of its own server. */
const foreign = (...resources: object[]) => ({
  resourceType: "Bundle",
  type: "document",
  identifier: { system: "urn:ietf:rfc:3986", value: "urn:uuid:foreign" },
  timestamp: "2026-11-01T00:00:00Z",
  entry: [
    { resourceType: "Patient", id: "1", name: [{ family: "Mihon", given: ["Taro"] }], birthDate: "1941-02-03" },
    ...resources,
  ].map((resource) => {
    const { resourceType, id } = resource as FhirResource;
    return { fullUrl: `https://elsewhere.example/${resourceType}/${id}`, resource };
  }),
});
const read = (...resources: object[]) => {
  const result = readBundle(foreign(...resources));
  if (!result.ok) throw new Error(result.problem);
  return result.bundle;
};

describe("a patient summary of another system", () => {
  it("is read as far as it is understood", () => {
    const {
      sections,
      leftOut,
      patient: who,
    } = read(
      {
        resourceType: "AllergyIntolerance",
        id: "a",
        patient,
        category: ["medication"],
        code: concept("http://snomed.info/sct", "373270004", "Penicillin"),
        reaction: [{ manifestation: [{ text: "Urticaria" }, { text: "Dyspnoea" }] }],
      },
      {
        resourceType: "MedicationStatement",
        id: "m",
        status: "active",
        subject: patient,
        medicationCodeableConcept: { text: "Warfarin 1 mg" },
        effectiveDateTime: "2026-10",
        dosage: [{ text: "once a day" }],
      },
      {
        resourceType: "Condition",
        id: "c",
        subject: patient,
        clinicalStatus: concept("http://terminology.hl7.org/CodeSystem/condition-clinical", "resolved"),
        code: { text: "Stroke" },
        onsetDateTime: "2017",
      },
    );
    expect(who).toEqual({ name: "Mihon Taro", birthDate: "1941-02-03" });
    expect(leftOut).toEqual([]);
    expect(sections.allergies?.content).toMatchObject({
      allergies: {
        state: "known",
        entries: [{ substance: "Penicillin", kind: "drug", reaction: "Urticaria、Dyspnoea" }],
      },
    });
    expect(sections.medications?.content).toMatchObject({
      medications: { entries: [{ name: "Warfarin 1 mg", usage: "once a day", dispensedOn: "" }] },
    });
    expect(sections.conditions?.content).toMatchObject({
      current: { state: "unknown" },
      history: { state: "known", entries: [{ name: "Stroke", since: "2017" }] },
    });
    expect(sections.wish).toBeNull();
  });

  it("says none only where it is none of all kinds, in the words of either edition of IPS", () => {
    const allergy = (code: object) => ({ resourceType: "AllergyIntolerance", id: "a", patient, code });
    const ips = "http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips";
    const answer = (code: object) =>
      (read(allergy(code)).sections.allergies?.content as { allergies: { state: string } } | undefined)?.allergies
        .state;
    expect(answer(concept(ips, "no-known-allergies"))).toBe("none");
    expect(answer(concept("http://snomed.info/sct", "716186003"))).toBe("none");
    expect(answer(concept(ips, "no-allergy-info"))).toBe("unknown");
    const drugsOnly = read(allergy(concept(ips, "no-known-medication-allergies")));
    expect(drugsOnly.sections.allergies).toBeNull();
    expect(drugsOnly.leftOut).toEqual([{ what: "AllergyIntolerance", why: "narrower" }]);
  });

  it("names what is not understood, does not fit or is broken, and reads the rest", () => {
    const { sections, leftOut } = read(
      { resourceType: "Immunization", id: "i" },
      { resourceType: "RelatedPerson", id: "r", patient, name: [{ text: "架空 花子" }] },
      { resourceType: "Condition", id: "broken", subject: patient, clinicalStatus: { coding: 5 }, code: 7 },
      { resourceType: "Condition", id: "long", subject: patient, code: { text: "長".repeat(130) } },
    );
    expect(leftOut).toEqual([
      { what: "Immunization", why: "notUnderstood" },
      { what: "Condition", why: "notUnderstood" },
      { what: "緊急連絡先（2人以上）：架空 花子", why: "incomplete" },
      { what: `治療中の病気：${"長".repeat(30)}`, why: "tooLong" },
    ]);
    expect(sections.conditions?.content).toMatchObject({ current: { entries: [{ name: "長".repeat(100) }] } });
  });

  it("is refused when it is no bundle, or nobody's", () => {
    expect(readBundle(null)).toEqual({ ok: false, problem: "notFhir" });
    expect(readBundle({ resourceType: "Patient" })).toEqual({ ok: false, problem: "notFhir" });
    expect(readBundle({ resourceType: "Bundle", entry: [] })).toEqual({ ok: false, problem: "noPatient" });
  });
});

describe("a damaged summary", () => {
  /** Puts something else at one place somewhere in a value. */
  const damaged = (value: unknown, path: readonly number[], instead: unknown): unknown => {
    const [step, ...rest] = path;
    if (step === undefined || typeof value !== "object" || value === null) return instead;
    const keys = Object.keys(value);
    const key = keys[step % Math.max(keys.length, 1)];
    if (key === undefined) return instead;
    const copy: Record<string, unknown> | unknown[] = Array.isArray(value) ? [...value] : { ...value };
    (copy as Record<string, unknown>)[key] = damaged((value as Record<string, unknown>)[key], rest, instead);
    return copy;
  };
  const other = fc.constantFrom(null, 7, "text", [], {}, [null], { coding: 5 }, true, "", [[]]);

  it("is read in part or refused, and never stops the hub", () => {
    const steps = fc.array(fc.nat(40), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(anyContents, fc.array(fc.tuple(steps, other), { minLength: 1, maxLength: 4 }), (contents, faults) => {
        const made: unknown = JSON.parse(JSON.stringify(bundleOf(exported(contents))));
        const broken = faults.reduce((value, [path, instead]) => damaged(value, path, instead), made);
        const result = readBundle(broken);
        if (!result.ok) return;
        for (const [section, read] of Object.entries(result.bundle.sections))
          if (read) expect(sectionSchemas[section as CardSection].safeParse(read.content).success).toBe(true);
      }),
      { numRuns: 400 },
    );
  }, 60_000);
});
