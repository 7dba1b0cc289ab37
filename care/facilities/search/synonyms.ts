import { fold } from "@tsunagi/contracts/fold";

/** Words people use for the same thing; the first is the one looked for. */
const SAME: readonly (readonly [string, ...string[]])[] = [
  ["胃ろう", "胃瘻", "PEG", "ペグ"],
  ["腸ろう", "腸瘻"],
  ["褥瘡", "じょくそう", "床ずれ", "とこずれ"],
  ["喀痰吸引", "かくたん", "たん吸引", "痰吸引"],
  ["レスピレーター", "人工呼吸器", "呼吸器"],
  ["看取り", "みとり", "ターミナル", "終末期"],
  ["認知症", "にんちしょう", "痴呆"],
  ["酸素療法", "HOT", "在宅酸素"],
  ["インスリン", "インシュリン"],
  ["中心静脈栄養", "IVH", "TPN"],
  ["ストーマ", "人工肛門"],
  ["特養", "特別養護老人ホーム", "とくよう"],
  ["老健", "ろうけん", "老人保健施設"],
  ["グループホーム", "GH", "グルホ"],
  ["ショートステイ", "ショート"],
  ["デイサービス", "デイ"],
  ["デイケア", "通所リハ"],
  ["ケアマネ", "居宅介護支援"],
];

/** Folded word → the folded word that is looked for. */
export const synonyms: ReadonlyMap<string, string> = new Map(
  SAME.flatMap(([wanted, ...others]) => others.map((other) => [fold(other), fold(wanted)] as const)),
);

/** What people call a service type, beside its name in the law. */
const COMMON: Readonly<Record<string, readonly string[]>> = {
  "care:15": ["デイサービス"],
  "care:16": ["デイケア", "通所リハ"],
  "care:21": ["ショートステイ", "短期入所"],
  "care:22": ["ショートステイ", "短期入所", "老健"],
  "care:32": ["グループホーム"],
  "care:33": ["有料老人ホーム", "特定施設"],
  "care:43": ["ケアマネ", "居宅"],
  "care:51": ["特養", "特別養護老人ホーム"],
  "care:52": ["老健"],
  "care:54": ["特養", "地域密着型特養"],
  "care:73": ["小規模多機能", "小多機"],
  "care:77": ["看多機", "かんたき"],
  "care:78": ["デイサービス"],
  "disability:24": ["ショートステイ"],
  "disability:33": ["グループホーム"],
  "disability:65": ["放デイ"],
};

export const commonWordsOf = (service: string): readonly string[] => COMMON[service] ?? [];
