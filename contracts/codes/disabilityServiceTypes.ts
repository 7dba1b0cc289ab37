import { codeList } from "./codeList.ts";

/** 障害福祉サービス種類: disability welfare service types. */
export const disabilityServiceTypes = codeList({
  "11": ["居宅介護", "Home care"],
  "12": ["重度訪問介護", "Home care for severe disability"],
  "13": ["行動援護", "Behaviour support"],
  "14": ["重度障害者等包括支援", "Comprehensive support"],
  "15": ["同行援護", "Accompanying support"],
  "21": ["療養介護", "Medical care"],
  "22": ["生活介護", "Daily life care"],
  "24": ["短期入所", "Short stay"],
  "32": ["施設入所支援", "Residential support"],
  "33": ["共同生活援助", "Group home"],
  "34": ["宿泊型自立訓練", "Residential training"],
  "41": ["自立訓練（機能訓練）", "Training (functional)"],
  "42": ["自立訓練（生活訓練）", "Training (daily life)"],
  "45": ["就労継続支援Ａ型", "Employment support A"],
  "46": ["就労継続支援Ｂ型", "Employment support B"],
  "52": ["計画相談支援", "Planning consultation"],
  "53": ["地域移行支援", "Transition to the community"],
  "54": ["地域定着支援", "Settling in the community"],
  "60": ["就労移行支援", "Transition to employment"],
  "61": ["自立生活援助", "Independent living support"],
  "62": ["就労定着支援", "Staying employed"],
  "63": ["児童発達支援", "Child development support"],
  "65": ["放課後等デイサービス", "After-school day service"],
  "66": ["居宅訪問型児童発達支援", "Child development support at home"],
  "67": ["保育所等訪問支援", "Visits to nurseries"],
  "68": ["福祉型障害児入所施設", "Children's home (welfare)"],
  "69": ["医療型障害児入所施設", "Children's home (medical)"],
  "70": ["障害児相談支援", "Consultation for children"],
});

export type DisabilityServiceType = (typeof disabilityServiceTypes.codes)[number];
