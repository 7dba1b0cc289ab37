import { codeList } from "./codeList.ts";

/** 要介護度 and what stands beside it. */
export const careLevels = codeList({
  none: ["非該当", "Not eligible"],
  programme: ["事業対象者", "Programme participant"],
  applying: ["申請中", "Applied for"],
  support1: ["要支援1", "Support 1"],
  support2: ["要支援2", "Support 2"],
  care1: ["要介護1", "Care 1"],
  care2: ["要介護2", "Care 2"],
  care3: ["要介護3", "Care 3"],
  care4: ["要介護4", "Care 4"],
  care5: ["要介護5", "Care 5"],
});

/** 障害高齢者の日常生活自立度（寝たきり度）. */
export const bedriddenLevels = codeList({
  independent: ["自立", "Independent"],
  J1: ["J1", "J1"],
  J2: ["J2", "J2"],
  A1: ["A1", "A1"],
  A2: ["A2", "A2"],
  B1: ["B1", "B1"],
  B2: ["B2", "B2"],
  C1: ["C1", "C1"],
  C2: ["C2", "C2"],
});

/** 認知症高齢者の日常生活自立度. */
export const dementiaLevels = codeList({
  independent: ["自立", "Independent"],
  I: ["Ⅰ", "I"],
  IIa: ["Ⅱa", "IIa"],
  IIb: ["Ⅱb", "IIb"],
  IIIa: ["Ⅲa", "IIIa"],
  IIIb: ["Ⅲb", "IIIb"],
  IV: ["Ⅳ", "IV"],
  M: ["M", "M"],
});

/** 障害支援区分. */
export const disabilityLevels = codeList({
  none: ["非該当", "Not eligible"],
  "1": ["区分1", "Level 1"],
  "2": ["区分2", "Level 2"],
  "3": ["区分3", "Level 3"],
  "4": ["区分4", "Level 4"],
  "5": ["区分5", "Level 5"],
  "6": ["区分6", "Level 6"],
});

export const sexes = codeList({
  female: ["女性", "Female"],
  male: ["男性", "Male"],
  other: ["その他・不明", "Other or unknown"],
});
