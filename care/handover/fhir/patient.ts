import { bedriddenLevels, careLevels, dementiaLevels, disabilityLevels } from "@tsunagi/contracts/codes/levels";
import type { PersonInput } from "@tsunagi/contracts/rest/people";
import type { Extension, HumanName, Patient } from "fhir/r4.js";
import { profiles } from "./codec.ts";
import { codes, ips, jpCore, LEVEL, NAME_REPRESENTATION, PERSON_CODE, plain } from "./systems.ts";

export interface ExportedPerson extends PersonInput {
  /** Stands for the person wherever the name may not. */
  readonly code: string;
}

const PHOTO = /^data:(image\/jpeg);base64,(.+)$/s;

/** The person as JP Core writes Japanese names: once in kanji, once by the reading. @param photo data URL of a JPEG */
export function patientOf(person: ExportedPerson, photo: string | undefined): Patient {
  const [, contentType, data] = PHOTO.exec(photo ?? "") ?? [];
  return {
    resourceType: "Patient",
    meta: profiles(ips("Patient"), jpCore("Patient")),
    extension: levels(person),
    identifier: [{ system: PERSON_CODE, value: person.code }],
    active: true,
    name: [
      humanName(person.familyName, person.givenName, "IDE"),
      humanName(person.familyKana, person.givenKana, "SYL"),
    ],
    ...(person.phone ? { telecom: [{ system: "phone", value: plain(person.phone) }] } : {}),
    gender: person.sex === "other" ? "unknown" : person.sex,
    birthDate: person.birthDate,
    ...(person.address ? { address: [{ text: plain(person.address), country: "JP" }] } : {}),
    ...(contentType && data ? { photo: [{ contentType, data }] } : {}),
  };
}

const humanName = (family: string, given: string, representation: "IDE" | "SYL"): HumanName => ({
  extension: [{ url: NAME_REPRESENTATION, valueCode: representation }],
  use: "official",
  text: plain(`${family} ${given}`),
  family: plain(family),
  given: [plain(given)],
});

/** 要介護度 and its neighbours: no profile has an element for them. */
function levels(person: PersonInput): Extension[] {
  const { careLevel, bedriddenLevel, dementiaLevel, disabilityLevel } = person;
  const labels = {
    careLevel: careLevel && careLevels.label(careLevel, "ja"),
    bedriddenLevel: bedriddenLevel && bedriddenLevels.label(bedriddenLevel, "ja"),
    dementiaLevel: dementiaLevel && dementiaLevels.label(dementiaLevel, "ja"),
    disabilityLevel: disabilityLevel && disabilityLevels.label(disabilityLevel, "ja"),
  };
  const values = { careLevel, bedriddenLevel, dementiaLevel, disabilityLevel };
  return Object.entries(values).flatMap(([name, code]) => {
    const text = labels[name as keyof typeof labels];
    if (!code || !text) return [];
    return [{ url: LEVEL, valueCodeableConcept: { coding: [{ system: codes(name), code }], text } }];
  });
}

/** The photo of a patient as the card keeps it. */
export function photoOf(patient: Patient): string | undefined {
  const jpeg = patient.photo?.find(({ contentType, data }) => contentType === "image/jpeg" && data);
  return jpeg ? `data:image/jpeg;base64,${jpeg.data}` : undefined;
}
