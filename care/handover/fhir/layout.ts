import type { CardItem, CardSection } from "@tsunagi/contracts/codes/emergency";
import type { Coding } from "fhir/r4.js";
import { coded, codes, LOINC } from "./systems.ts";

export interface DocumentSection {
  readonly code: Coding;
  readonly title: string;
  readonly items: readonly (readonly [CardSection, CardItem])[];
}

const loinc = (code: string, display: string) => coded(LOINC, code, display);
const own = (code: string, display: string) => coded(codes("section"), code, display);

/**
 * The document's sections and what of the card stands in each. The first three are those IPS requires; those with a
 * LOINC code are IPS's own and hold only the resources IPS allows there; the rest IPS leaves to us.
 */
export const DOCUMENT_SECTIONS: readonly DocumentSection[] = [
  {
    code: loinc("10160-0", "History of Medication use Narrative"),
    title: "服用薬",
    items: [["medications", "medications"]],
  },
  {
    code: loinc("48765-2", "Allergies and adverse reactions Document"),
    title: "アレルギー",
    items: [["allergies", "allergies"]],
  },
  {
    code: loinc("11450-4", "Problem list - Reported"),
    title: "治療中の病気",
    items: [["conditions", "current"]],
  },
  {
    code: loinc("104605-1", "Alert"),
    title: "禁忌薬・特に注意する治療",
    items: [
      ["allergies", "contraindicated"],
      ["devices", "anticoagulant"],
      ["devices", "insulin"],
      ["devices", "steroid"],
    ],
  },
  {
    code: loinc("46264-8", "History of medical device use"),
    title: "医療機器",
    items: [
      ["devices", "pacemaker"],
      ["devices", "homeOxygen"],
      ["devices", "tracheostomy"],
      ["devices", "otherDevice"],
    ],
  },
  {
    code: loinc("47519-4", "History of Procedures Document"),
    title: "透析",
    items: [["devices", "dialysis"]],
  },
  {
    code: loinc("11348-0", "History of Past illness Narrative"),
    title: "既往歴",
    items: [["conditions", "history"]],
  },
  {
    code: loinc("42348-3", "Advance directives"),
    title: "救命処置についての意思（ご本人の希望。医師の指示ではありません）",
    items: [["wish", "wish"]],
  },
  {
    code: loinc("18776-5", "Plan of care note"),
    title: "避難",
    items: [
      ["evacuation", "shelter"],
      ["evacuation", "help"],
      ["evacuation", "power"],
    ],
  },
  {
    code: own("identity", "Photo and blood type"),
    title: "写真・血液型",
    items: [
      ["identity", "photo"],
      ["identity", "bloodType"],
    ],
  },
  {
    code: own("usual", "Usual state"),
    title: "ふだんの状態",
    items: [
      ["usual", "consciousness"],
      ["usual", "adl"],
      ["usual", "speech"],
    ],
  },
  {
    code: own("disability", "Disability"),
    title: "障がい情報",
    items: [
      ["disability", "certificate"],
      ["disability", "communication"],
    ],
  },
  {
    code: own("contacts", "Emergency contacts"),
    title: "緊急連絡先・避難支援者",
    items: [
      ["contacts", "contacts"],
      ["evacuation", "supporter"],
    ],
  },
  {
    code: own("careTeam", "Doctors, pharmacies, care"),
    title: "かかりつけ・介護",
    items: [
      ["doctors", "doctors"],
      ["doctors", "pharmacy"],
      ["care", "careManager"],
      ["care", "services"],
    ],
  },
];

/** Where the consents by which this is handed over stand. */
export const CONSENT_SECTION = { code: own("consent", "Consent to emergency reading"), title: "救急時の閲覧の同意" };

/** IPS's words for "none" and "no information": the code of IPS 1.1, and the SNOMED CT concept of IPS 2.0. */
export const ABSENCE: Readonly<Partial<Record<CardItem, Readonly<Record<"none" | "unknown", AbsenceCode>>>>> = {
  medications: {
    none: { hl7: "no-known-medications", snomed: "787481004", text: "No known medications" },
    unknown: { hl7: "no-medication-info", snomed: "1287211007", text: "No information about medications" },
  },
  allergies: {
    none: { hl7: "no-known-allergies", snomed: "716186003", text: "No known allergies" },
    unknown: { hl7: "no-allergy-info", snomed: "1287211007", text: "No information about allergies" },
  },
  current: {
    none: { hl7: "no-known-problems", snomed: "160245001", text: "No known problems" },
    unknown: { hl7: "no-problem-info", snomed: "1287211007", text: "No information about problems" },
  },
};

export interface AbsenceCode {
  readonly hl7: string;
  readonly snomed: string;
  readonly text: string;
}
