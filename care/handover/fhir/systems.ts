import type { CodeableConcept, Coding, Extension } from "fhir/r4.js";

/**
 * Names others gave: FHIR R4, the International Patient Summary (IPS 1.1 and 2.0), JP Core 1.2, and our own for what
 * none of them has.
 */
export const LOINC = "http://loinc.org";
export const SNOMED = "http://snomed.info/sct";
/** Of IPS 1.1. IPS 2.0 took it away in favour of SNOMED CT: both are written, either is read. */
export const ABSENT_UNKNOWN = "http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips";
export const DATA_ABSENT = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";
export const NAME_REPRESENTATION = "http://hl7.org/fhir/StructureDefinition/iso21090-EN-representation";
export const terminology = (name: string): string => `http://terminology.hl7.org/CodeSystem/${name}`;

const IPS = "http://hl7.org/fhir/uv/ips/StructureDefinition/";
const JP_CORE = "http://jpfhir.jp/fhir/core/StructureDefinition/";
export const ips = (name: string): string => `${IPS}${name}-uv-ips`;
export const jpCore = (name: string): string => `${JP_CORE}JP_${name}`;

const OWN = "urn:tsunagi:";
/** Which item of the card a resource stands for, and what of it FHIR has no element for. */
export const ENTRY = `${OWN}card-entry`;
/** On a section of the document: which answer an item of the card has. */
export const ANSWER = `${OWN}card-answer`;
/** On a provenance: which section of the card in which version it speaks of. */
export const SECTION = `${OWN}card-section`;
export const PERSON_CODE = `${OWN}person-code`;
export const LEVEL = `${OWN}level`;
export const codes = (list: string): string => `${OWN}codes:${list}`;

/** Systems of drug codes by the kind a medication book states (record 201); 7, 9 and 13 digits of HOT are apart. */
export const DRUG_SYSTEMS: readonly { readonly type: string; readonly system: string; readonly form: RegExp }[] = [
  { type: "2", system: "urn:oid:1.2.392.100495.20.2.71", form: /^\S+$/ },
  { type: "3", system: "urn:oid:1.2.392.100495.20.1.72", form: /^\S+$/ },
  { type: "4", system: "urn:oid:1.2.392.100495.20.1.73", form: /^\S+$/ },
  { type: "6", system: "urn:oid:1.2.392.200119.4.403.2", form: /^\d{7}$/ },
  { type: "6", system: "urn:oid:1.2.392.200119.4.403.1", form: /^\d{9}$/ },
];

export const coded = (system: string, code: string, display?: string): Coding => ({
  system,
  code,
  ...(display ? { display } : {}),
});
export const concept = (coding: Coding[], text?: string): CodeableConcept => ({
  ...(coding.length > 0 ? { coding } : {}),
  ...(text ? { text } : {}),
});
export const absent = (reason: "unknown" | "unsupported"): { extension: Extension[] } => ({
  extension: [{ url: DATA_ABSENT, valueCode: reason }],
});

/** A FHIR string may hold no other white space than blanks, tabs and line ends: others become blanks. */
export const plain = (text: string): string => text.replaceAll(/[^\S \t\r\n]/gu, " ");
export const isPlain = (text: string): boolean => plain(text) === text;
