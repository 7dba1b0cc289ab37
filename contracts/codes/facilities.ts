import { codeList } from "./codeList.ts";

/** Medical and care needs a facility says something of, each three-valued (domain 4). */
export const facilityNeeds = codeList({
  drip: ["点滴の管理", "Drip infusion"],
  centralVenousNutrition: ["中心静脈栄養", "Central venous nutrition"],
  dialysis: ["透析", "Dialysis"],
  stoma: ["ストーマ", "Stoma"],
  oxygen: ["酸素療法", "Oxygen therapy"],
  respirator: ["レスピレーター（人工呼吸器）", "Respirator"],
  tracheostomy: ["気管切開", "Tracheostomy"],
  painCare: ["疼痛の看護", "Pain care"],
  gastrostomy: ["経管栄養（胃ろう）", "Tube feeding (gastrostomy)"],
  enterostomy: ["経管栄養（腸ろう）", "Tube feeding (enterostomy)"],
  nasalTube: ["経管栄養（経鼻）", "Tube feeding (nasal)"],
  monitoring: ["モニター測定", "Monitoring"],
  pressureUlcer: ["褥瘡", "Pressure ulcer"],
  catheter: ["カテーテル", "Catheter"],
  insulin: ["インスリン", "Insulin"],
  suction: ["喀痰吸引", "Suction of sputum"],
  suctionNight: ["喀痰吸引（夜間）", "Suction of sputum (night)"],
  endOfLife: ["看取り", "End-of-life care"],
  dementia: ["認知症（BPSD）", "Dementia (BPSD)"],
  psychiatric: ["精神疾患", "Psychiatric illness"],
  infection: ["感染症", "Infectious disease"],
  nursing24h: ["24時間看護", "24-hour nursing"],
});

/** What a facility says of a need: a guide, never a guarantee. Nothing said is `unknown`, which is not "no". */
export const needAnswers = codeList({
  accept: ["○ 受入可", "○ Accepts"],
  consult: ["△ 要相談", "△ To be discussed"],
  decline: ["× 受入不可", "× Does not accept"],
  unknown: ["不明", "Unknown"],
});

/** Things a facility offers or not; nothing said is unknown. */
export const facilityOffers = codeList({
  publicAssistance: ["生活保護の方の受入れ", "Takes people on public assistance"],
  transport: ["送迎", "Transport"],
  therapist: ["リハビリ専門職", "Therapists"],
  guarantorFree: ["身元保証人なしの受入れ", "Without a guarantor"],
  medicalCareChild: ["医療的ケア児の受入れ", "Children who need medical care"],
  feeReduction: ["負担限度額認定", "Reduced fees (負担限度額)"],
});

/** Why a report of vacancies was written. */
export const vacancyCauses = codeList({
  reported: ["報告", "Reported"],
  unchanged: ["変わりなし", "Unchanged"],
  agreed: ["受入決定", "Place taken by an agreement"],
});
export type VacancyCause = (typeof vacancyCauses.codes)[number];

export const roomTypes = codeList({
  private: ["個室", "Private room"],
  shared: ["多床室", "Shared room"],
  unit: ["ユニット型個室", "Unit-type private room"],
  place: ["定員枠（通所・訪問）", "Place (day or home service)"],
});
export type RoomType = (typeof roomTypes.codes)[number];

/** For whom a vacancy is. */
export const vacancySexes = codeList({
  female: ["女性", "Women"],
  male: ["男性", "Men"],
  any: ["男女不問", "Anybody"],
});
export type VacancySex = (typeof vacancySexes.codes)[number];
