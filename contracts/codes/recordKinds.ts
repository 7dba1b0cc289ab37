import { codeList } from "./codeList.ts";

/** The four kinds of shared item (R5); the same in a watch-over team (R11). */
export const recordKinds = codeList({
  dailyLife: ["日常生活", "Daily life"],
  visitResult: ["受診結果", "Visit to a doctor"],
  support: ["支援内容", "Support given"],
  wishes: ["意向", "Wishes"],
});
export type RecordKind = (typeof recordKinds.codes)[number];

export const recordStatuses = codeList({
  current: ["有効", "Current"],
  superseded: ["訂正済", "Corrected"],
  cancelled: ["取消", "Cancelled"],
});
export type RecordStatus = (typeof recordStatuses.codes)[number];
