import type { CardItem } from "@tsunagi/contracts/codes/emergency";
import type { FhirResource, Reference, Resource } from "fhir/r4.js";
import type { Entry } from "../answers.ts";

/** What a writer needs beside the entry. */
export interface WriteContext {
  readonly patient: Reference;
  /** A new `urn:uuid:` for each resource of the bundle. */
  readonly newUrl: () => string;
}

export interface Written {
  readonly url: string;
  readonly resource: FhirResource;
}

/** Finds a resource of the same bundle by its reference. */
export type Lookup = (reference: Reference | undefined) => FhirResource | undefined;

/** How one item of the card becomes resources and how it is read from them. Pure both ways. */
export interface Codec {
  readonly item: CardItem;
  /** The first is what the document's section points to; those behind it are what it points to itself. */
  write(entry: Entry, context: WriteContext): readonly Written[];
  /** What the resource's own elements say; undefined when it is none of this kind. */
  read(resource: FhirResource, lookup: Lookup): Entry | undefined;
}

export const isA = <T extends FhirResource["resourceType"]>(
  resource: FhirResource | undefined,
  type: T,
): resource is Extract<FhirResource, { resourceType: T }> => resource?.resourceType === type;

/** A resource with the address it has in the bundle. */
export const placed = (url: string, resource: FhirResource): Written => ({
  url,
  resource: { ...resource, id: url.slice("urn:uuid:".length) },
});

export const profiles = (...urls: string[]): Resource["meta"] => ({ profile: urls });
