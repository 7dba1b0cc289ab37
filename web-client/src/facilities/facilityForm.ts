import { facilityNeeds, facilityOffers, type RoomType } from "@tsunagi/contracts/codes/facilities";
import { type FacilityProfileInput, type FacilityView, facilityProfileInput } from "@tsunagi/contracts/rest/facilities";
import { type FieldProblems, problemsBy } from "../kit/form.ts";

type Need = (typeof facilityNeeds.codes)[number];
type Offer = (typeof facilityOffers.codes)[number];
export type NeedAnswer = FacilityProfileInput["needs"][number]["answer"] | "";
export type OfferAnswer = "yes" | "no" | "";

/** A profile as it stands in the fields. */
export interface FacilityValues {
  readonly features: string;
  readonly services: string;
  readonly roomTypes: readonly RoomType[];
  readonly careLevels:
    | FacilityProfileInput["careLevels"][number][]
    | readonly FacilityProfileInput["careLevels"][number][];
  readonly monthlyCostFrom: string;
  readonly monthlyCostTo: string;
  readonly costNote: string;
  readonly areaMunicipalities: readonly string[];
  readonly areaNote: string;
  readonly contactHours: string;
  readonly offers: Readonly<Partial<Record<Offer, OfferAnswer>>>;
  readonly needs: Readonly<Partial<Record<Need, { readonly answer: NeedAnswer; readonly note: string }>>>;
}

export function valuesOf({ profile }: Pick<FacilityView, "profile">): FacilityValues {
  const { offers, offersNot, needs, monthlyCostFrom, monthlyCostTo, ...rest } = profile;
  const answers = [
    ...offers.map((offer) => [offer, "yes"] as const),
    ...offersNot.map((offer) => [offer, "no"] as const),
  ];
  return {
    ...rest,
    monthlyCostFrom: monthlyCostFrom?.toString() ?? "",
    monthlyCostTo: monthlyCostTo?.toString() ?? "",
    offers: Object.fromEntries(answers),
    needs: Object.fromEntries(needs.map(({ need, answer, note }) => [need, { answer, note }])),
  };
}

/** Digits of any width, with or without the commas people write; null = not said, NaN = no number. */
const yenOf = (text: string): number | null => {
  const plain = text.normalize("NFKC").replaceAll(/[,\u3001\u5186\s]/g, "");
  return plain === "" ? null : Number(plain);
};

const candidate = (values: FacilityValues, basedOn: string | null) => ({
  ...values,
  monthlyCostFrom: yenOf(values.monthlyCostFrom),
  monthlyCostTo: yenOf(values.monthlyCostTo),
  offers: facilityOffers.codes.filter((offer) => values.offers[offer] === "yes"),
  offersNot: facilityOffers.codes.filter((offer) => values.offers[offer] === "no"),
  needs: facilityNeeds.codes.flatMap((need) => {
    const { answer, note } = values.needs[need] ?? { answer: "", note: "" };
    return answer === "" ? [] : [{ need, answer, note }];
  }),
  basedOn,
});

/** What is sent. @param basedOn `updatedAt` of the profile that was opened @throws ZodError */
export const profileOf = (values: FacilityValues, basedOn: string | null): FacilityProfileInput =>
  facilityProfileInput.parse(candidate(values, basedOn));

export const checkProfile = (values: FacilityValues): FieldProblems =>
  problemsBy(facilityProfileInput, candidate(values, null), {
    monthlyCostFrom: "facilities.yenNeeded",
    monthlyCostTo:
      yenOf(values.monthlyCostTo) === null || Number.isNaN(yenOf(values.monthlyCostTo))
        ? "facilities.yenNeeded"
        : "facilities.yenOrder",
  });
