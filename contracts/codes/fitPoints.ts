import type { Language } from "../text.ts";
import { codeList } from "./codeList.ts";
import { facilityNeeds, facilityOffers } from "./facilities.ts";
import { careLevels } from "./levels.ts";

/** Why a facility fits a search, and what is not sure of it. {value} is filled in. */
export const fitPoints = codeList({
  needAccepted: ["{value} ○", "{value}: accepted"],
  needToDiscuss: ["{value} △ 要相談", "{value}: to be discussed"],
  needUnknown: ["{value}は未回答", "{value}: not answered"],
  vacancyNow: ["いま空きあり", "Vacancy now"],
  vacancyInTime: ["希望日までに空きあり", "Vacancy in time"],
  vacancyStale: ["空き情報が古い", "The vacancy is not confirmed lately"],
  vacancyUnknown: ["空きは要問合せ", "Vacancy not reported"],
  full: ["満床・満室", "Full"],
  careLevelFits: ["{value}の受入れあり", "Takes {value}"],
  careLevelUnknown: ["要介護度の条件は未回答", "Care levels not answered"],
  costWithin: ["費用が上限以内", "Within the cost"],
  costUnknown: ["費用は未回答", "Cost not answered"],
  offered: ["{value} あり", "{value}"],
  offerUnknown: ["{value}は未回答", "{value}: not answered"],
  roomTypeUnknown: ["居室の種類は未回答", "Room types not answered"],
  near: ["{value} km", "{value} km away"],
  placeUnknown: ["場所（緯度経度）が不明", "Place on the map unknown"],
});
export type FitPointCode = (typeof fitPoints.codes)[number];

/** The point as a sentence, its value by its own list. */
export function fitSentence(
  { code, value = "" }: { code: FitPointCode; value?: string | undefined },
  language: Language,
) {
  return fitPoints.label(code, language).replace("{value}", labelOf(value, language));
}

function labelOf(value: string, language: Language): string {
  if (facilityNeeds.has(value)) return facilityNeeds.label(value, language);
  if (facilityOffers.has(value)) return facilityOffers.label(value, language);
  if (careLevels.has(value)) return careLevels.label(value, language);
  return value;
}
