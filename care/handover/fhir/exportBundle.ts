import { randomUUID } from "node:crypto";
import { cardSections } from "@tsunagi/contracts/codes/emergency";
import type { EmergencyCardView } from "@tsunagi/contracts/rest/emergency";
import type { Bundle, Composition, CompositionSection, Extension, FhirResource, Reference } from "fhir/r4.js";
import { type Answer, answerOf } from "../answers.ts";
import { absenceOf } from "./absence.ts";
import { profiles, type Written } from "./codec.ts";
import { codecOf } from "./codecs.ts";
import { consentOf, type StandingConsent } from "./consent.ts";
import { entryExtension } from "./entries.ts";
import { CONSENT_SECTION, DOCUMENT_SECTIONS, type DocumentSection } from "./layout.ts";
import { narrative, narrativeOf } from "./narrative.ts";
import { type ExportedPerson, patientOf } from "./patient.ts";
import { provenanceOf } from "./provenance.ts";
import { ANSWER, coded, concept, ips, LOINC, plain, terminology } from "./systems.ts";

export interface ExportInput {
  readonly person: ExportedPerson;
  readonly sections: EmergencyCardView["sections"];
  readonly lastConfirmedAt: string | null;
  /** Consents to emergency reading that stand. */
  readonly consents: readonly StandingConsent[];
  /** Who hands it over. */
  readonly author: { readonly name: string; readonly organisationName: string };
  readonly now: Date;
}

/**
 * The emergency card as a FHIR R4 document after the International Patient Summary. All resources have addresses of
 * this document alone (`urn:uuid:`); `readBundle` gives every field back.
 */
export function bundleOf(input: ExportInput): Bundle {
  const newUrl = () => `urn:uuid:${randomUUID()}`;
  const { now, author } = input;
  const addresses = { composition: newUrl(), patient: newUrl(), author: newUrl(), organisation: newUrl() };
  const subject: Reference = { reference: addresses.patient };
  const photo = answerOf(input.sections, "identity", "photo").entries[0]?.image;
  const made = DOCUMENT_SECTIONS.map((layout) => sectionOf(layout, input, subject, newUrl));
  const consents = input.consents.map((consent): Written => ({ url: newUrl(), resource: consentOf(consent, subject) }));
  const composition: Composition = {
    resourceType: "Composition",
    meta: profiles(ips("Composition")),
    language: "ja",
    text: narrative("<p>救急カード</p>"),
    status: "final",
    type: concept([coded(LOINC, "60591-5", "Patient summary Document")]),
    subject,
    date: now.toISOString(),
    author: [{ reference: addresses.author }],
    title: "患者サマリー（救急カード）",
    confidentiality: "R",
    ...(input.lastConfirmedAt ? { attester: [{ mode: "professional", time: input.lastConfirmedAt }] } : {}),
    custodian: { reference: addresses.organisation },
    section: [...made.map(({ section }) => section), consentSection(consents)],
  };
  const written: Written[] = [
    { url: addresses.composition, resource: composition },
    { url: addresses.patient, resource: patientOf(input.person, photo) },
    {
      url: addresses.author,
      resource: {
        resourceType: "Practitioner",
        meta: profiles(ips("Practitioner")),
        name: [{ text: plain(author.name) }],
      },
    },
    {
      url: addresses.organisation,
      resource: {
        resourceType: "Organization",
        meta: profiles(ips("Organization")),
        name: plain(author.organisationName),
      },
    },
    ...made.flatMap(({ resources }) => resources),
    ...consents,
    ...cardSections.codes.flatMap((section) => {
      const saved = input.sections[section];
      return saved ? [{ url: newUrl(), resource: provenanceOf(section, saved, addresses.composition) }] : [];
    }),
  ];
  return {
    resourceType: "Bundle",
    meta: profiles(ips("Bundle")),
    language: "ja",
    identifier: { system: "urn:ietf:rfc:3986", value: newUrl() },
    type: "document",
    timestamp: now.toISOString(),
    entry: written.map(({ url, resource }) => ({ fullUrl: url, resource: named(url, resource) })),
  };
}

const named = (url: string, resource: FhirResource): FhirResource => ({
  ...resource,
  id: url.slice("urn:uuid:".length),
});

interface MadeSection {
  readonly section: CompositionSection;
  readonly resources: readonly Written[];
}

function sectionOf(layout: DocumentSection, input: ExportInput, patient: Reference, newUrl: () => string): MadeSection {
  const answers = layout.items.map(([section, item]) => answerOf(input.sections, section, item));
  const pointed: string[] = [];
  const resources: Written[] = [];
  for (const answer of answers) {
    const absence = absenceOf(answer, patient);
    for (const group of absence ? [[{ url: newUrl(), resource: absence }]] : entriesOf(answer, patient, newUrl)) {
      const [main] = group;
      if (main) pointed.push(main.url);
      resources.push(...group);
    }
  }
  const section: CompositionSection = {
    extension: answers.map(answerExtension),
    title: layout.title,
    code: concept([layout.code]),
    text: narrativeOf(answers),
    ...(pointed.length > 0
      ? { entry: pointed.map((reference) => ({ reference })) }
      : { emptyReason: concept([coded(terminology("list-empty-reason"), emptyReason(answers))]) }),
  };
  return { section, resources };
}

/** Each entry's resources, the one the section points to first and marked with what it stands for. */
function entriesOf({ item, state, entries }: Answer, patient: Reference, newUrl: () => string): Written[][] {
  const codec = codecOf(item);
  if (!codec || state !== "known") return [];
  return entries.map((entry) => {
    const group = codec.write(entry, { patient, newUrl });
    const [main, ...others] = group;
    if (!main) return [];
    const find = (reference: Reference | undefined) => group.find(({ url }) => url === reference?.reference)?.resource;
    const mark = entryExtension(item, entry, codec.read(main.resource, find) ?? {});
    return [{ url: main.url, resource: { ...main.resource, extension: [mark] } as FhirResource }, ...others];
  });
}

const answerExtension = ({ section, item, state }: Answer): Extension => ({
  url: ANSWER,
  extension: [
    { url: "section", valueCode: section },
    { url: "item", valueCode: item },
    { url: "state", valueCode: state },
  ],
});

/** FHIR's own words for a section without an entry: none, not asked, not known. */
function emptyReason(answers: readonly Answer[]): "nilknown" | "notasked" | "unavailable" {
  if (answers.every(({ state }) => state === "none")) return "nilknown";
  return answers.every(({ state }) => state === "blank") ? "notasked" : "unavailable";
}

const consentSection = (consents: readonly Written[]): CompositionSection => ({
  title: CONSENT_SECTION.title,
  code: concept([CONSENT_SECTION.code]),
  text: narrative(`<p>${CONSENT_SECTION.title}：${consents.length}件</p>`),
  ...(consents.length > 0
    ? { entry: consents.map(({ url }) => ({ reference: url })) }
    : { emptyReason: concept([coded(terminology("list-empty-reason"), "unavailable")]) }),
});
