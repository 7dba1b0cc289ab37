import type { CodeableConcept, FhirResource, Reference } from "fhir/r4.js";
import type { Answer } from "../answers.ts";
import { profiles } from "./codec.ts";
import { ABSENCE, type AbsenceCode } from "./layout.ts";
import { ABSENT_UNKNOWN, absent, coded, concept, ips, SNOMED, terminology } from "./systems.ts";

/**
 * "None" and "no information" in the sections IPS requires: a statement of its own, never an empty place. A section of
 * the card that was never filled in is no information.
 */
export function absenceOf({ item, state }: Answer, patient: Reference): FhirResource | undefined {
  const codes = ABSENCE[item];
  if (!codes || state === "known") return undefined;
  const code = conceptOf(codes[state === "none" ? "none" : "unknown"]);
  if (item === "allergies")
    return {
      resourceType: "AllergyIntolerance",
      meta: profiles(ips("AllergyIntolerance")),
      clinicalStatus: concept([coded(terminology("allergyintolerance-clinical"), "active", "Active")]),
      code,
      patient,
    };
  if (item === "medications")
    return {
      resourceType: "MedicationStatement",
      meta: profiles(ips("MedicationStatement")),
      status: state === "none" ? "not-taken" : "unknown",
      medicationCodeableConcept: code,
      subject: patient,
      _effectiveDateTime: absent("unknown"),
    };
  return {
    resourceType: "Condition",
    meta: profiles(ips("Condition")),
    clinicalStatus: concept([coded(terminology("condition-clinical"), "active", "Active")]),
    category: [concept([coded(terminology("condition-category"), "problem-list-item", "Problem List Item")])],
    code,
    subject: patient,
  };
}

const conceptOf = ({ hl7, snomed, text }: AbsenceCode) =>
  concept([coded(ABSENT_UNKNOWN, hl7, text), coded(SNOMED, snomed)], text);

const ALL = Object.values(ABSENCE).flatMap((codes) =>
  (["none", "unknown"] as const).map((state) => ({ ...codes[state], state })),
);
const NARROWER = ["no-known-medication-allergies", "no-known-food-allergies", "no-known-environmental-allergies"];

/** What a statement of absence says; undefined for anything else. `partly` = none of one kind, which is not none at all. */
export function absenceSaid(code: CodeableConcept | undefined): "none" | "unknown" | "partly" | undefined {
  for (const { system, code: value } of code?.coding ?? []) {
    if (system === ABSENT_UNKNOWN && NARROWER.includes(value ?? "")) return "partly";
    const found = ALL.find(
      ({ hl7, snomed }) => (system === ABSENT_UNKNOWN ? hl7 : system === SNOMED ? snomed : "") === value,
    );
    if (found) return found.state;
  }
  return undefined;
}
