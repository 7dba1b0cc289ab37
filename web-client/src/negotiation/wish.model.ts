import { type EnquirySheet, type IdentifyingHit, type WishInput, wishInput } from "@tsunagi/contracts/rest/negotiation";
import { type FieldProblems, Form, problemsBy } from "../kit/form.ts";

export interface WishValues {
  readonly personId: string;
  readonly needs: WishInput["needs"];
  readonly wishedFrom: string;
  readonly period: WishInput["period"] | "";
  readonly costClass: WishInput["costClass"] | "";
  readonly text: string;
}

export const emptyWish = (personId: string): WishValues => ({
  personId,
  needs: [],
  wishedFrom: "",
  period: "long",
  costClass: "unknown",
  text: "",
});

const toWish = (values: WishValues): unknown => ({
  needs: values.needs,
  wishedFrom: values.wishedFrom === "" ? null : values.wishedFrom,
  period: values.period,
  costClass: values.costClass,
  text: values.text,
});

/** What the hub gets; call it after `checkWish` found nothing. */
export const wishOf = (values: WishValues): WishInput => wishInput.parse(toWish(values));

export const checkWish = (values: WishValues): FieldProblems => ({
  ...(values.personId === "" ? { personId: "fields.choose" as const } : {}),
  ...problemsBy(wishInput, toWish(values)),
});

/** The wish, checked before it is shown as facilities would see it. */
export const wishForm = (
  personId: string,
  preview: (values: WishValues, signal: AbortSignal) => Promise<void>,
): Form<WishValues> => new Form<WishValues>({ initial: emptyWish(personId), check: checkWish, submit: preview });

/** A wish as facilities would see it. */
export interface Preview {
  readonly values: WishValues;
  readonly sheet: EnquirySheet;
  readonly hits: readonly IdentifyingHit[];
  readonly consented: boolean;
}
