import { type Relation, relations } from "@tsunagi/contracts/codes/consent";
import { type CardItem, cardItems } from "@tsunagi/contracts/codes/emergency";
import type {
  ContactPoint,
  HealthcareService,
  HumanName,
  Organization,
  Practitioner,
  PractitionerRole,
  RelatedPerson,
} from "fhir/r4.js";
import { type Codec, isA, type Lookup, placed, profiles, type WriteContext, type Written } from "./codec.ts";
import { coded, codes, concept, ips, jpCore, plain, terminology } from "./systems.ts";

const phones = (...numbers: (string | undefined)[]): { telecom?: ContactPoint[] } => {
  const told = numbers.filter((number): number is string => Boolean(number));
  if (told.length === 0) return {};
  return { telecom: told.map((value, i) => ({ system: "phone", value: plain(value), rank: i + 1 })) };
};
const readPhones = (telecom: readonly ContactPoint[] | undefined): string[] =>
  (telecom ?? []).filter(({ system }) => system === undefined || system === "phone").map(({ value }) => value ?? "");

/** How HL7's list of roles calls our relations; those it has no word for have our own code alone. */
const HL7_RELATIONS: Readonly<Partial<Record<Relation, string>>> = {
  spouse: "SPS",
  child: "CHILD",
  childInLaw: "CHILDINLAW",
  parent: "PRN",
  sibling: "SIB",
  grandchild: "GRNDCHILD",
  relative: "FAMMEMB",
  guardian: "GUARD",
  acquaintance: "FRND",
};
const ROLES = terminology("v3-RoleCode");

function relationship(relation: string | undefined) {
  if (!relation || !relations.has(relation)) return {};
  const theirs = HL7_RELATIONS[relation];
  const coding = [coded(codes("relation"), relation, relations.label(relation, "en"))];
  if (theirs) coding.unshift(coded(ROLES, theirs));
  return { relationship: [concept(coding, relations.label(relation, "ja"))] };
}

function readRelation({ relationship: kinds = [] }: RelatedPerson): string {
  const all = kinds.flatMap(({ coding = [] }) => coding);
  const ours = all.find(({ system }) => system === codes("relation"))?.code;
  return ours ?? relations.codes.find((code) => all.some((one) => one.code === HL7_RELATIONS[code])) ?? "";
}

const contacts: Codec = {
  item: "contacts",
  write({ name = "", relation, phone, phone2 }, { patient, newUrl }) {
    const resource: RelatedPerson = {
      resourceType: "RelatedPerson",
      active: true,
      patient,
      ...relationship(relation),
      name: [{ text: plain(name) }],
      ...phones(phone, phone2),
    };
    return [placed(newUrl(), resource)];
  },
  read(resource) {
    if (!isA(resource, "RelatedPerson")) return undefined;
    const [phone = "", phone2 = ""] = readPhones(resource.telecom);
    return { name: nameOf(resource.name), relation: readRelation(resource), phone, phone2 };
  },
};

const supporter: Codec = {
  item: "supporter",
  write({ name = "", relation, phone }, { patient, newUrl }) {
    const resource: RelatedPerson = {
      resourceType: "RelatedPerson",
      active: true,
      patient,
      relationship: [
        concept(
          [coded(codes("item"), "supporter", cardItems.label("supporter", "en"))],
          plain(relation || "避難支援等実施者"),
        ),
      ],
      name: [{ text: plain(name) }],
      ...phones(phone),
    };
    return [placed(newUrl(), resource)];
  },
  read(resource) {
    if (!isA(resource, "RelatedPerson")) return undefined;
    const [phone = ""] = readPhones(resource.telecom);
    return { name: nameOf(resource.name), relation: resource.relationship?.[0]?.text ?? "", phone };
  },
};

const organisation = (url: string, name: string, phone?: string): Written => {
  const resource: Organization = {
    resourceType: "Organization",
    meta: profiles(ips("Organization"), jpCore("Organization")),
    name: plain(name),
    ...phones(phone),
  };
  return placed(url, resource);
};

interface AtWork {
  readonly code: CardItem;
  readonly person: string | undefined;
  readonly place: string | undefined;
  readonly phone: string | undefined;
  readonly specialty?: string | undefined;
}

/** Somebody's job at a place: the role, then the person and the place where the card names them. */
function atWork({ code, person, place, phone, specialty }: AtWork, { newUrl }: WriteContext): Written[] {
  const [role, who, where] = [newUrl(), newUrl(), newUrl()];
  const resource: PractitionerRole = {
    resourceType: "PractitionerRole",
    meta: profiles(ips("PractitionerRole"), jpCore("PractitionerRole")),
    active: true,
    ...(person ? { practitioner: { reference: who } } : {}),
    ...(place ? { organization: { reference: where } } : {}),
    code: [concept([coded(codes("item"), code, cardItems.label(code, "en"))], cardItems.label(code, "ja"))],
    ...(specialty ? { specialty: [{ text: plain(specialty) }] } : {}),
    ...phones(phone),
  };
  const practitioner = (name: string): Practitioner => ({
    resourceType: "Practitioner",
    meta: profiles(ips("Practitioner"), jpCore("Practitioner")),
    name: [{ text: plain(name) }],
  });
  return [
    placed(role, resource),
    ...(person ? [placed(who, practitioner(person))] : []),
    ...(place ? [organisation(where, place)] : []),
  ];
}

function readWork(resource: PractitionerRole, lookup: Lookup) {
  const [who, where] = [lookup(resource.practitioner), lookup(resource.organization)];
  return {
    person: isA(who, "Practitioner") ? nameOf(who.name) : (resource.practitioner?.display ?? ""),
    place: isA(where, "Organization") ? (where.name ?? "") : (resource.organization?.display ?? ""),
    phone: readPhones(resource.telecom)[0] ?? "",
  };
}

const doctors: Codec = {
  item: "doctors",
  write: ({ institution, department, doctor, phone }, context) =>
    atWork({ code: "doctors", person: doctor, place: institution, phone, specialty: department }, context),
  read(resource, lookup) {
    if (!isA(resource, "PractitionerRole")) return undefined;
    const { person, place, phone } = readWork(resource, lookup);
    return { institution: place, department: resource.specialty?.[0]?.text ?? "", doctor: person, phone };
  },
};

const careManager: Codec = {
  item: "careManager",
  write: ({ name, office, phone }, context) =>
    atWork({ code: "careManager", person: name, place: office, phone }, context),
  read(resource, lookup) {
    if (!isA(resource, "PractitionerRole")) return undefined;
    const { person, place, phone } = readWork(resource, lookup);
    return { name: person, office: place, phone };
  },
};

const pharmacy: Codec = {
  item: "pharmacy",
  write: ({ name = "", phone }, { newUrl }) => [organisation(newUrl(), name, phone)],
  read(resource) {
    if (!isA(resource, "Organization")) return undefined;
    return { name: resource.name ?? "", phone: readPhones(resource.telecom)[0] ?? "" };
  },
};

const services: Codec = {
  item: "services",
  write({ name = "", office, phone }, { newUrl }) {
    const [service, provider] = [newUrl(), newUrl()];
    const resource: HealthcareService = {
      resourceType: "HealthcareService",
      active: true,
      ...(office ? { providedBy: { reference: provider } } : {}),
      name: plain(name),
      ...phones(phone),
    };
    return [placed(service, resource), ...(office ? [organisation(provider, office)] : [])];
  },
  read(resource, lookup) {
    if (!isA(resource, "HealthcareService")) return undefined;
    const provider = lookup(resource.providedBy);
    const office = isA(provider, "Organization") ? (provider.name ?? "") : "";
    return { name: resource.name ?? "", office, phone: readPhones(resource.telecom)[0] ?? "" };
  },
};

const nameOf = (names: readonly HumanName[] | undefined): string =>
  names?.[0]?.text ?? [names?.[0]?.family, ...(names?.[0]?.given ?? [])].filter(Boolean).join(" ");

export const people: readonly Codec[] = [contacts, supporter, doctors, pharmacy, careManager, services];
