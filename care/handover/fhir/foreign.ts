import type { CardItem } from "@tsunagi/contracts/codes/emergency";
import type { FhirResource } from "fhir/r4.js";
import { isA } from "./codec.ts";

/** Resources others need, or that the card has no place for on purpose: nothing of the card is lost with them. */
const HELPERS: ReadonlySet<FhirResource["resourceType"]> = new Set([
  "Composition",
  "Patient",
  "Practitioner",
  "Organization",
  "Device",
  "Medication",
  "Provenance",
]);
const PAST = ["inactive", "remission", "resolved"];

/** Where on the card a resource without our mark belongs; undefined = nowhere we know. */
export function itemFor(resource: FhirResource): CardItem | "helper" | undefined {
  if (isA(resource, "MedicationStatement") || isA(resource, "MedicationRequest")) return "medications";
  if (isA(resource, "AllergyIntolerance")) return "allergies";
  if (isA(resource, "RelatedPerson")) return "contacts";
  if (isA(resource, "DeviceUseStatement")) return "otherDevice";
  if (isA(resource, "Condition")) {
    const past = resource.clinicalStatus?.coding?.some(({ code }) => PAST.includes(code ?? ""));
    return past ? "history" : "current";
  }
  if (isA(resource, "Consent")) return resource.scope.coding?.some(({ code }) => code === "adr") ? "wish" : "helper";
  return HELPERS.has(resource.resourceType) ? "helper" : undefined;
}
