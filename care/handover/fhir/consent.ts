import { type ConsentGiver, type ConsentMethod, consentGivers, consentMethods } from "@tsunagi/contracts/codes/consent";
import type { Consent, Reference } from "fhir/r4.js";
import { coded, codes, concept, LOINC, terminology } from "./systems.ts";

/** A consent to emergency reading that stands. */
export interface StandingConsent {
  /** `YYYY-MM-DD` */
  readonly givenOn: string;
  readonly givenBy: ConsentGiver;
  readonly method: ConsentMethod;
}

/** On what ground this is handed over. */
export const consentOf = ({ givenOn, givenBy, method }: StandingConsent, patient: Reference): Consent => ({
  resourceType: "Consent",
  status: "active",
  scope: concept([coded(terminology("consentscope"), "patient-privacy", "Privacy Consent")]),
  category: [concept([coded(LOINC, "59284-0", "Consent Document")])],
  patient,
  dateTime: givenOn,
  performer: [{ display: consentGivers.label(givenBy, "ja") }],
  policyRule: concept(
    [coded(codes("consentMethod"), method, consentMethods.label(method, "en"))],
    `救急時の閲覧に同意（${consentMethods.label(method, "ja")}）`,
  ),
  provision: { type: "permit", purpose: [coded(terminology("v3-ActReason"), "ETREAT", "emergency treatment")] },
});
