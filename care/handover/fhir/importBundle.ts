import { type CardItem, type CardSection, cardSections } from "@tsunagi/contracts/codes/emergency";
import { itemsOf } from "@tsunagi/contracts/emergencyCard";
import type { Bundle, CodeableConcept, Composition, FhirResource, Patient, Reference } from "fhir/r4.js";
import type { Answer, CardContents, Entry } from "../answers.ts";
import { absenceSaid } from "./absence.ts";
import { isA } from "./codec.ts";
import { codecOf } from "./codecs.ts";
import { codeIn, markOf } from "./entries.ts";
import { fitted, type LeftOut, textIn } from "./fit.ts";
import { itemFor } from "./foreign.ts";
import { photoOf } from "./patient.ts";
import { ANSWER } from "./systems.ts";

export interface ReadBundle {
  /** The bundle's own name, as its maker gave it. */
  readonly identifier: string;
  readonly madeAt: string;
  readonly madeBy: string;
  readonly patient: { readonly name: string; readonly birthDate: string };
  /** Sections of the card as the bundle says them; null = it says nothing of that section. */
  readonly sections: CardContents;
  /** What was not understood, or did not fit. */
  readonly leftOut: readonly LeftOut[];
}

export type BundleProblem = "notFhir" | "noPatient";

/**
 * Reads a patient summary. Our own gives back exactly what was exported; of others as much as is understood, with a
 * list of what is not.
 */
export function readBundle(json: unknown): Read {
  try {
    return understood(json as Partial<Bundle<FhirResource>> | null);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error; // something other than FHIR stands where a name or a list should
    return { ok: false, problem: "notFhir" };
  }
}

type Read = { ok: true; bundle: ReadBundle } | { ok: false; problem: BundleProblem };

function understood(bundle: Partial<Bundle<FhirResource>> | null): Read {
  if (typeof bundle !== "object" || bundle?.resourceType !== "Bundle" || !Array.isArray(bundle.entry))
    return { ok: false, problem: "notFhir" };
  const found = new Map<string, FhirResource>();
  for (const { fullUrl, resource } of bundle.entry) {
    if (!resource?.resourceType) continue;
    found.set(fullUrl ?? `${resource.resourceType}/${resource.id}`, resource);
  }
  const all = [...found.values()];
  const patient = all.find((one) => isA(one, "Patient"));
  const composition = all.find((one) => isA(one, "Composition"));
  if (!patient) return { ok: false, problem: "noPatient" };
  const reader = new Reader(found, patient);
  reader.readAll(composition);
  return {
    ok: true,
    bundle: {
      identifier: textIn(bundle.identifier?.value ?? bundle.id),
      madeAt: textIn(bundle.timestamp ?? composition?.date),
      madeBy: makerOf(composition, (reference) => reader.lookup(reference)),
      patient: { name: textIn(nameOf(patient)), birthDate: textIn(patient.birthDate) },
      sections: reader.sections(composition),
      leftOut: reader.leftOut,
    },
  };
}

class Reader {
  readonly leftOut: LeftOut[] = [];
  readonly #found: ReadonlyMap<string, FhirResource>;
  /** The same by type and id, as others refer to them. */
  readonly #named: ReadonlyMap<string, FhirResource>;
  readonly #patient: Patient;
  readonly #entries = new Map<CardItem, Entry[]>();
  readonly #absent = new Map<CardItem, "none" | "unknown">();

  constructor(found: ReadonlyMap<string, FhirResource>, patient: Patient) {
    this.#found = found;
    this.#named = new Map([...found.values()].map((one) => [`${one.resourceType}/${one.id}`, one]));
    this.#patient = patient;
  }

  readonly lookup = (reference: Reference | undefined): FhirResource | undefined => {
    const address = reference?.reference ?? "";
    return this.#found.get(address) ?? this.#named.get(address.split("/").slice(-2).join("/"));
  };

  readAll(composition: Composition | undefined): void {
    const photo = photoOf(this.#patient);
    if (photo) this.#entries.set("photo", [{ image: photo }]);
    for (const resource of this.#inOrder(composition)) {
      try {
        this.#read(resource);
      } catch (error) {
        if (!(error instanceof TypeError)) throw error; // anything may come from elsewhere: this one is not made as FHIR says
        this.leftOut.push({ what: textIn(resource.resourceType), why: "notUnderstood" });
      }
    }
  }

  /** In the order of the document's sections; then what no section points to. */
  #inOrder(composition: Composition | undefined): FhirResource[] {
    const pointed = (composition?.section ?? []).flatMap(({ entry = [] }) => entry.map(this.lookup));
    const first = pointed.filter((one): one is FhirResource => one !== undefined);
    return [...new Set([...first, ...this.#found.values()])];
  }

  #read(resource: FhirResource): void {
    const mark = markOf(resource);
    const code = "code" in resource ? resource.code : undefined;
    const drug = isA(resource, "MedicationStatement") ? resource.medicationCodeableConcept : undefined;
    const item = (mark?.item as CardItem | undefined) ?? itemFor(resource);
    if (item === "helper") return; // read with what points to it
    if (!item) {
      this.leftOut.push({ what: textIn(resource.resourceType), why: "notUnderstood" });
      return;
    }
    const absence = mark ? undefined : absenceSaid((drug ?? code) as CodeableConcept | undefined);
    if (absence === "partly") this.leftOut.push({ what: resource.resourceType, why: "narrower" });
    else if (absence) this.#absent.set(item, absence);
    if (absence) return;
    const read = codecOf(item)?.read(resource, this.lookup);
    if (!read) this.leftOut.push({ what: textIn(resource.resourceType), why: "notUnderstood" });
    else this.#entries.set(item, [...(this.#entries.get(item) ?? []), { ...read, ...mark?.fields }]);
  }

  sections(composition: Composition | undefined): CardContents {
    const told = statesOf(composition);
    const read = cardSections.codes.map((section) => [section, this.#section(section, told)] as const);
    return Object.fromEntries(read) as unknown as CardContents;
  }

  #section(section: CardSection, told: ReadonlyMap<CardItem, Answer["state"]>): { content: unknown } | null {
    const items = itemsOf(section).map(([item, spec]) => {
      const { entries, leftOut } = fitted(item, spec, this.#entries.get(item) ?? []);
      this.leftOut.push(...leftOut);
      const [only] = entries;
      const state = told.get(item) ?? this.#absent.get(item);
      if (only) return [item, { state: "known", entries }] as const;
      return [
        item,
        state === "none" ? { state: "none" } : state && state !== "blank" ? { state: "unknown" } : undefined,
      ] as const;
    });
    if (items.every(([, answer]) => answer === undefined)) return null;
    return { content: Object.fromEntries(items.map(([item, answer]) => [item, answer ?? { state: "unknown" }])) };
  }
}

/** The answers our own documents state beside the resources. */
function statesOf(composition: Composition | undefined): Map<CardItem, Answer["state"]> {
  const marks = (composition?.section ?? []).flatMap(({ extension = [] }) => extension);
  const states = marks
    .filter(({ url }) => url === ANSWER)
    .map(
      ({ extension = [] }) => [codeIn(extension, "item"), codeIn(extension, "state")] as [CardItem, Answer["state"]],
    );
  return new Map(states);
}

const nameOf = ({ name = [] }: Patient): string =>
  name[0]?.text ?? [name[0]?.family, ...(name[0]?.given ?? [])].filter(Boolean).join(" ");

function makerOf(
  composition: Composition | undefined,
  lookup: (reference?: Reference) => FhirResource | undefined,
): string {
  const place = lookup(composition?.custodian);
  const author = lookup(composition?.author[0]);
  const names = [
    isA(place, "Organization") ? place.name : composition?.custodian?.display,
    isA(author, "Practitioner") ? author.name?.[0]?.text : composition?.author[0]?.display,
  ];
  return names.map(textIn).filter(Boolean).join(" / ");
}
