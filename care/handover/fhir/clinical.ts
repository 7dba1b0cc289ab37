import { allergyKinds, cardItems } from "@tsunagi/contracts/codes/emergency";
import type { AllergyIntolerance, CodeableConcept, Condition, Flag, MedicationStatement } from "fhir/r4.js";
import type { Entry } from "../answers.ts";
import { type Codec, isA, placed, profiles } from "./codec.ts";
import { absent, coded, codes, concept, DRUG_SYSTEMS, ips, jpCore, plain, terminology } from "./systems.ts";

const note = (text: string | undefined) => (text ? { note: [{ text: plain(text) }] } : {});

/** Medication as somebody says it is taken; codes of drugs by the systems JP Core names. */
export const medications: Codec = {
  item: "medications",
  write(entry, { patient, newUrl }) {
    const { name = "", dose, usage, amount, dispensedOn, codeType, code = "" } = entry;
    const known = DRUG_SYSTEMS.find(({ type, form }) => type === codeType && form.test(code));
    const directions = [dose, usage, amount].filter(Boolean).join(" ");
    const resource: MedicationStatement = {
      resourceType: "MedicationStatement",
      meta: profiles(ips("MedicationStatement")),
      status: "active",
      medicationCodeableConcept: concept(known ? [coded(known.system, code, plain(name))] : [], plain(name)),
      subject: patient,
      ...(dispensedOn ? { effectiveDateTime: dispensedOn } : { _effectiveDateTime: absent("unknown") }),
      ...(directions ? { dosage: [{ text: plain(directions) }] } : {}),
      ...note(entry.note),
    };
    return [placed(newUrl(), resource)];
  },
  read(resource) {
    if (!isA(resource, "MedicationStatement") && !isA(resource, "MedicationRequest")) return undefined;
    const { medicationCodeableConcept: drug } = resource;
    const coding = drug?.coding?.find(({ system }) => DRUG_SYSTEMS.some((one) => one.system === system));
    const codeType = DRUG_SYSTEMS.find(({ system }) => system === coding?.system)?.type;
    const request = isA(resource, "MedicationRequest");
    return {
      name: drug?.text ?? drug?.coding?.[0]?.display ?? "",
      usage: (request ? resource.dosageInstruction : resource.dosage)?.[0]?.text ?? "",
      dispensedOn: dayOf(request ? resource.authoredOn : resource.effectiveDateTime),
      note: textOf(resource.note),
      ...(coding?.code && codeType ? { codeType, code: coding.code } : {}),
    };
  },
};

const CATEGORY = { drug: "medication", food: "food" } as const;

export const allergies: Codec = {
  item: "allergies",
  write({ substance = "", kind, reaction }, { patient, newUrl }) {
    const category = kind === "drug" || kind === "food" ? CATEGORY[kind] : undefined;
    const resource: AllergyIntolerance = {
      resourceType: "AllergyIntolerance",
      meta: profiles(ips("AllergyIntolerance"), jpCore("AllergyIntolerance")),
      clinicalStatus: concept([coded(terminology("allergyintolerance-clinical"), "active", "Active")]),
      verificationStatus: concept([
        coded(terminology("allergyintolerance-verification"), "unconfirmed", "Unconfirmed"),
      ]),
      ...(category ? { category: [category] } : {}),
      code: concept([], plain(substance)),
      patient,
      ...(reaction ? { reaction: [{ manifestation: [{ text: plain(reaction) }] }] } : {}),
    };
    return [placed(newUrl(), resource)];
  },
  read(resource) {
    if (!isA(resource, "AllergyIntolerance")) return undefined;
    const { code, category, reaction = [] } = resource;
    const kind = allergyKinds.codes.find((one) => one !== "other" && CATEGORY[one] === category?.[0]);
    const signs = reaction.flatMap(({ manifestation }) => manifestation.map(wordsOf));
    return { substance: wordsOf(code), kind: kind ?? "", reaction: signs.join("、") };
  },
};

/** Something to watch out for, as IPS's alerts say it. */
const flag = (item: Codec["item"], word: (entry: Entry) => string, read: (text: string) => Entry): Codec => ({
  item,
  write(entry, { patient, newUrl }) {
    const resource: Flag = {
      resourceType: "Flag",
      meta: profiles(ips("Flag-alert")),
      status: "active",
      category: [concept([coded(terminology("flag-category"), "drug", "Drug")])],
      code: concept([coded(codes("item"), item, cardItems.label(item, "en"))], plain(word(entry))),
      subject: patient,
    };
    return [placed(newUrl(), resource)];
  },
  read: (resource) => (isA(resource, "Flag") ? read(resource.code.text ?? "") : undefined),
});

const flagOf = (item: Codec["item"]) =>
  flag(
    item,
    ({ detail = "" }) => detail,
    (detail) => ({ detail }),
  );
export const flags: readonly Codec[] = [
  flag(
    "contraindicated",
    ({ name = "", reason }) => [name, reason].filter(Boolean).join(" "),
    (name) => ({ name }),
  ),
  flagOf("anticoagulant"),
  flagOf("insulin"),
  flagOf("steroid"),
];

const condition = (item: "current" | "history"): Codec => ({
  item,
  write({ name = "", since, ...entry }, { patient, newUrl }) {
    const status = item === "current" ? coded(CLINICAL, "active", "Active") : coded(CLINICAL, "inactive", "Inactive");
    const resource: Condition = {
      resourceType: "Condition",
      meta: profiles(ips("Condition"), jpCore("Condition")),
      clinicalStatus: concept([status]),
      category: [concept([coded(terminology("condition-category"), "problem-list-item", "Problem List Item")])],
      code: concept([], plain(name)),
      subject: patient,
      ...(since ? { onsetString: plain(since) } : {}),
      ...note(entry.note),
    };
    return [placed(newUrl(), resource)];
  },
  read(resource) {
    if (!isA(resource, "Condition")) return undefined;
    const { code, onsetString, onsetDateTime } = resource;
    return { name: wordsOf(code), since: onsetString ?? onsetDateTime ?? "", note: textOf(resource.note) };
  },
});

const CLINICAL = terminology("condition-clinical");
export const conditions: readonly Codec[] = [condition("current"), condition("history")];

export const wordsOf = (code: CodeableConcept | undefined): string =>
  code?.text ?? code?.coding?.find(({ display }) => display)?.display ?? code?.coding?.[0]?.code ?? "";
export const textOf = (notes: readonly { text: string }[] | undefined): string =>
  (notes ?? []).map(({ text }) => text).join("\n");
/** The day of a FHIR date; a year or a month alone is no day. */
const dayOf = (date: string | undefined): string =>
  /^\d{4}-\d{2}-\d{2}/.test(date ?? "") ? (date ?? "").slice(0, 10) : "";
