import type { CodeList } from "@tsunagi/contracts/codes/codeList";
import {
  arms,
  bloodTypes,
  type CardField,
  type CardItem,
  cardItems,
  certificateKinds,
  jcsLevels,
  rhTypes,
} from "@tsunagi/contracts/codes/emergency";
import type {
  CarePlan,
  CodeableConcept,
  Consent,
  Device,
  DeviceUseStatement,
  Observation,
  Procedure,
} from "fhir/r4.js";
import type { Entry } from "../answers.ts";
import { textOf } from "./clinical.ts";
import { type Codec, isA, placed, profiles } from "./codec.ts";
import { absent, coded, codes, concept, ips, jpCore, LOINC, plain, terminology } from "./systems.ts";

const named = (item: CardItem) =>
  concept([coded(codes("item"), item, cardItems.label(item, "en"))], cardItems.label(item, "ja"));

/** Codes of one field in our own lists. */
const ownCoding = (field: CardField, list: CodeList<string>, value: string | undefined) =>
  value ? [coded(codes(field), value, list.label(value, "en"))] : [];
const readCoding = (field: CardField, value: CodeableConcept | undefined): string =>
  value?.coding?.find(({ system }) => system === codes(field))?.code ?? "";
const lists = { abo: bloodTypes, rh: rhTypes, arm: arms, jcs: jcsLevels, kind: certificateKinds } as const;
const anyList = (field: keyof typeof lists) => lists[field] as unknown as CodeList<string>;

/** A device in use: pacemaker, oxygen, tracheostomy tube. */
const device = (item: CardItem): Codec => ({
  item,
  write({ detail = "" }, { patient, newUrl }) {
    const [use, thing] = [newUrl(), newUrl()];
    const statement: DeviceUseStatement = {
      resourceType: "DeviceUseStatement",
      meta: profiles(ips("DeviceUseStatement")),
      status: "active",
      subject: patient,
      _timingDateTime: absent("unknown"),
      device: { reference: thing },
      note: [{ text: plain(detail) }],
    };
    const resource: Device = { resourceType: "Device", meta: profiles(ips("Device")), type: named(item), patient };
    return [placed(use, statement), placed(thing, resource)];
  },
  read(resource, lookup) {
    if (!isA(resource, "DeviceUseStatement")) return undefined;
    const thing = lookup(resource.device);
    const type = isA(thing, "Device") ? (thing.type?.text ?? "") : "";
    return { detail: textOf(resource.note) || type };
  },
});
export const devices = (["pacemaker", "homeOxygen", "tracheostomy", "otherDevice"] as const).map(device);

export const dialysis: Codec = {
  item: "dialysis",
  write({ arm, detail }, { patient, newUrl }) {
    const resource: Procedure = {
      resourceType: "Procedure",
      meta: profiles(ips("Procedure"), jpCore("Procedure")),
      status: "in-progress",
      code: named("dialysis"),
      subject: patient,
      _performedDateTime: absent("unknown"),
      ...(arm ? { bodySite: [concept(ownCoding("arm", anyList("arm"), arm), arms.label(arm as never, "ja"))] } : {}),
      ...(detail ? { note: [{ text: plain(detail) }] } : {}),
    };
    return [placed(newUrl(), resource)];
  },
  read(resource) {
    if (!isA(resource, "Procedure")) return undefined;
    return { arm: readCoding("arm", resource.bodySite?.[0]), detail: textOf(resource.note) };
  },
};

interface Observed {
  readonly item: CardItem;
  readonly coded: readonly (keyof typeof lists)[];
  /** The field that stands beside the codes, or alone. */
  readonly words?: CardField;
  readonly loinc?: readonly [code: string, display: string];
}

/** Something seen or asked: by our own codes where the card has some, else in words. */
const observation = ({ item, coded: fields, words, loinc }: Observed): Codec => ({
  item,
  write(entry, { patient, newUrl }) {
    const coding = fields.flatMap((field) => ownCoding(field, anyList(field), entry[field]));
    const labels = fields.flatMap((field) => (entry[field] ? [anyList(field).label(entry[field], "ja")] : []));
    const text = words ? (entry[words] ?? "") : "";
    const resource: Observation = {
      resourceType: "Observation",
      status: "unknown",
      code: { ...named(item), ...(loinc ? { coding: [coded(LOINC, ...loinc), ...(named(item).coding ?? [])] } : {}) },
      subject: patient,
      ...(coding.length > 0 ? { valueCodeableConcept: concept(coding, labels.join(" ")) } : {}),
      ...(text && coding.length === 0 ? { valueString: plain(text) } : {}),
      ...(text && coding.length > 0 ? { note: [{ text: plain(text) }] } : {}),
    };
    return [placed(newUrl(), resource)];
  },
  read(resource) {
    if (!isA(resource, "Observation")) return undefined;
    const { valueCodeableConcept, valueString, note } = resource;
    const read: Record<string, string> = {};
    for (const field of fields) read[field] = readCoding(field, valueCodeableConcept);
    if (words) read[words] = valueString ?? textOf(note);
    return read as Entry;
  },
});
export const observations: readonly Codec[] = [
  observation({ item: "bloodType", coded: ["abo", "rh"], loinc: ["882-1", "ABO and Rh group [Type] in Blood"] }),
  observation({ item: "consciousness", coded: ["jcs"], words: "detail" }),
  observation({ item: "adl", coded: [], words: "detail" }),
  observation({ item: "speech", coded: [], words: "detail" }),
  observation({ item: "certificate", coded: ["kind"], words: "grade" }),
  observation({ item: "communication", coded: [], words: "detail" }),
];

const plan = (item: CardItem, words: CardField): Codec => ({
  item,
  write(entry, { patient, newUrl }) {
    const resource: CarePlan = {
      resourceType: "CarePlan",
      status: "active",
      intent: "plan",
      category: [named(item)],
      title: cardItems.label(item, "ja"),
      description: plain(entry[words] ?? ""),
      subject: patient,
      ...(entry.route ? { note: [{ text: plain(entry.route) }] } : {}),
    };
    return [placed(newUrl(), resource)];
  },
  read(resource) {
    if (!isA(resource, "CarePlan")) return undefined;
    return { [words]: resource.description ?? "", ...(words === "place" ? { route: textOf(resource.note) } : {}) };
  },
});
export const plans: readonly Codec[] = [plan("shelter", "place"), plan("help", "detail"), plan("power", "detail")];

/** The person's wish about life support, in their own words: a directive of theirs, no order of a doctor's. */
export const wish: Codec = {
  item: "wish",
  write({ detail = "", writer, writtenOn, document }, { patient, newUrl }) {
    const resource: Consent = {
      resourceType: "Consent",
      status: "active",
      scope: concept([coded(terminology("consentscope"), "adr", "Advanced Care Directive")]),
      category: [concept([coded(terminology("consentcategorycodes"), "acd", "Advance Directive")])],
      patient,
      ...(writtenOn ? { dateTime: writtenOn } : {}),
      ...(writer ? { performer: [{ display: plain(writer) }] } : {}),
      policyRule: { text: "ご本人の希望です。医師の指示ではありません。" },
      sourceAttachment: {
        contentType: "text/plain; charset=utf-8",
        language: "ja",
        data: Buffer.from(detail, "utf8").toString("base64"),
        ...(document ? { title: plain(document) } : {}),
      },
    };
    return [placed(newUrl(), resource)];
  },
  read(resource) {
    if (!isA(resource, "Consent") || !resource.scope.coding?.some(({ code }) => code === "adr")) return undefined;
    const { sourceAttachment: source, performer, dateTime } = resource;
    const words = source?.contentType?.startsWith("text/plain") ? source.data : undefined;
    return {
      detail: words ? Buffer.from(words, "base64").toString("utf8") : "",
      document: source?.title ?? "",
      writer: performer?.[0]?.display ?? "",
      writtenOn: /^\d{4}-\d{2}-\d{2}/.test(dateTime ?? "") ? (dateTime ?? "").slice(0, 10) : "",
    };
  },
};
