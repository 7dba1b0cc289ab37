import { type AgeBand, ageBands } from "@tsunagi/contracts/codes/negotiation";
import type { NegotiationCaseId } from "@tsunagi/contracts/ids";
import { ageOn } from "@tsunagi/contracts/japan";
import type { ConsiderationSheet, EnquirySheet, WishInput } from "@tsunagi/contracts/rest/negotiation";
import type { PersonInput } from "@tsunagi/contracts/rest/people";

/** What is sealed in a case. */
export interface SealedCase {
  readonly sheet: EnquirySheet;
  /** The last one that was written, so that nobody types it twice. */
  readonly consideration: ConsiderationSheet;
}

export const casePurpose = (id: NegotiationCaseId): string => `negotiation-case:${id}`;

export const EMPTY_CONSIDERATION: ConsiderationSheet = {
  adl: "",
  diagnoses: "",
  medication: "",
  family: "",
  other: "",
};

/** The anonymous sheet: fields are named one by one, so that nothing more gets in when a person's data grow. */
export function sheetOf(code: string, person: PersonInput, wish: WishInput, now: Date): EnquirySheet {
  return {
    code,
    ageBand: ageBandOf(person.birthDate, now),
    sex: person.sex,
    municipality: person.municipality,
    careLevel: person.careLevel,
    bedriddenLevel: person.bedriddenLevel,
    dementiaLevel: person.dementiaLevel,
    needs: [...wish.needs],
    wishedFrom: wish.wishedFrom,
    period: wish.period,
    costClass: wish.costClass,
    text: wish.text,
  };
}

const OLDEST = 95;
const YOUNGEST = 40;

/** @param birthDate `YYYY-MM-DD` */
export function ageBandOf(birthDate: string, now: Date): AgeBand {
  const age = ageOn(birthDate, now);
  if (age < YOUNGEST) return "under40";
  const band = String(Math.min(Math.floor(age / 5) * 5, OLDEST));
  return ageBands.has(band) ? band : "95";
}
