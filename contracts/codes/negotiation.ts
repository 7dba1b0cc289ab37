import { codeList } from "./codeList.ts";

/** States of one enquiry to one facility (domain 4). What may follow what: care/negotiation/states.ts. */
export const enquiryStates = codeList({
  draft: ["下書き", "Draft"],
  inquired: ["打診中", "Enquired"],
  reviewing: ["確認中", "Being looked at"],
  needsDiscussion: ["要相談", "To be discussed"],
  infoRequested: ["追加情報依頼", "More information asked for"],
  acceptable: ["受入可", "Can accept"],
  conditional: ["条件付き可", "Can accept on conditions"],
  waitlisted: ["待機", "Waiting list"],
  declined: ["受入不可", "Cannot accept"],
  disclosed: ["本情報開示", "Identity disclosed"],
  visiting: ["面談・見学", "Interview or visit"],
  committee: ["判定会議", "Committee"],
  agreed: ["受入決定", "Agreed"],
  dateSet: ["入所日確定", "Day fixed"],
  completed: ["完了", "Completed"],
  withdrawn: ["取下げ", "Withdrawn"],
  expired: ["期限切れ", "Expired"],
  closedElsewhere: ["他施設決定", "Another facility chosen"],
});
export type EnquiryState = (typeof enquiryStates.codes)[number];

/** What is done to an enquiry. Which side may: care/negotiation/states.ts. */
export const enquiryActions = codeList({
  send: ["打診する", "Enquire"],
  review: ["確認を始める", "Begin to look at it"],
  accept: ["受入可と答える", "Can accept"],
  conditional: ["条件付き可と答える", "Can accept on conditions"],
  discuss: ["要相談と答える", "Needs discussion"],
  waitlist: ["待機と答える", "Put on the waiting list"],
  decline: ["受入不可と答える", "Cannot accept"],
  requestInfo: ["追加情報を求める", "Ask for more"],
  provideInfo: ["追加情報に答える", "Give what was asked for"],
  disclose1: ["受入検討の情報を渡す", "Give what is needed to consider"],
  disclose2: ["本情報を開示する", "Disclose the identity"],
  proposeVisit: ["面談・見学の候補日を出す", "Propose days for a visit"],
  arrangeVisit: ["面談・見学の日を決める", "Choose the day of the visit"],
  toCommittee: ["判定会議にかける", "Take it to the committee"],
  agree: ["受入決定とする", "Choose this facility"],
  setDate: ["入所日を決める", "Fix the day"],
  complete: ["完了とする", "Complete"],
  withdraw: ["取下げる", "Withdraw"],
  expire: ["期限切れとする", "Let it expire"],
  closeElsewhere: ["他施設決定で終える", "Close: another facility was chosen"],
});
export type EnquiryAction = (typeof enquiryActions.codes)[number];

export const enquirySides = codeList({
  asker: ["打診した側", "Asking side"],
  facility: ["施設側", "Facility"],
  system: ["つなぎ", "Tsunagi"],
});
export type EnquirySide = (typeof enquirySides.codes)[number];

/** The facility's latest word, kept beside the state: it may change while a visit is being arranged. */
export const enquiryAnswers = codeList({
  accept: ["受入可", "Can accept"],
  conditional: ["条件付き可", "On conditions"],
  discuss: ["要相談", "To be discussed"],
  waitlist: ["待機", "Waiting list"],
  decline: ["受入不可", "Cannot accept"],
});
export type EnquiryAnswer = (typeof enquiryAnswers.codes)[number];

export const declineReasons = codeList({
  full: ["満床・満室", "No vacancy"],
  medical: ["医療対応が難しい", "Medical needs cannot be met"],
  dementia: ["認知症の症状への対応が難しい", "Dementia symptoms cannot be met"],
  staffing: ["人員体制が足りない", "Not enough staff"],
  room: ["部屋・性別の条件が合わない", "No room that fits"],
  cost: ["費用面の条件が合わない", "Costs do not fit"],
  guarantor: ["身元保証の条件が合わない", "Guarantor needed"],
  other: ["その他", "Other"],
});
export type DeclineReason = (typeof declineReasons.codes)[number];

/** Five years each: narrower would point at somebody in a small town. */
export const ageBands = codeList({
  under40: ["40歳未満", "Under 40"],
  "40": ["40代前半", "40–44"],
  "45": ["40代後半", "45–49"],
  "50": ["50代前半", "50–54"],
  "55": ["50代後半", "55–59"],
  "60": ["60代前半", "60–64"],
  "65": ["60代後半", "65–69"],
  "70": ["70代前半", "70–74"],
  "75": ["70代後半", "75–79"],
  "80": ["80代前半", "80–84"],
  "85": ["80代後半", "85–89"],
  "90": ["90代前半", "90–94"],
  "95": ["95歳以上", "95 or older"],
});
export type AgeBand = (typeof ageBands.codes)[number];

export const stayPeriods = codeList({
  long: ["長期", "Long stay"],
  months: ["数か月", "Some months"],
  short: ["短期（ショートステイ）", "Short stay"],
  day: ["通い・訪問", "Day or home service"],
});

export const costClasses = codeList({
  unknown: ["未確認", "Not known yet"],
  publicAssistance: ["生活保護", "Public assistance"],
  reduction1: ["負担限度額 第1段階", "Reduced fees, step 1"],
  reduction2: ["負担限度額 第2段階", "Reduced fees, step 2"],
  reduction3: ["負担限度額 第3段階", "Reduced fees, step 3"],
  ordinary: ["減額なし", "No reduction"],
});

/** What a disclosure holds, as it stands in the log (domain 6). */
export const disclosureItems = codeList({
  sheet: ["打診票（匿名）", "Enquiry sheet (anonymous)"],
  adl: ["ADL・日常生活", "Daily living"],
  diagnoses: ["病名・経過", "Diagnoses"],
  medication: ["服薬", "Medication"],
  family: ["家族の状況", "Family"],
  other: ["その他の参考事項", "Other"],
  identity: ["氏名・生年月日", "Name and birth date"],
  address: ["住所・電話", "Address and telephone"],
  documents: ["書類", "Documents"],
});
export type DisclosureItem = (typeof disclosureItems.codes)[number];

export const caseDocumentKinds = codeList({
  summary: ["情報提供書（サマリー）", "Summary"],
  attachment: ["添付書類", "Attachment"],
});

/** Why words in a free text may point at somebody. Hits of the first kind never go out. */
export const identifyingKinds = codeList({
  person: ["ご本人の情報", "A fact about the person"],
  family: ["ご家族の名前", "A relative's name"],
  team: ["担当者の名前", "A colleague's name"],
  name: ["人の名前らしい言葉", "Looks like a name"],
  address: ["住所らしい言葉", "Looks like an address"],
  phone: ["電話番号らしい数字", "Looks like a telephone number"],
  date: ["日付", "A date"],
  number: ["番号・連絡先", "A number or an address on the net"],
});
export type IdentifyingKind = (typeof identifyingKinds.codes)[number];

/** What an attached file is; a title typed freely could tell who it is about. */
export const attachmentTitles = codeList({
  letter: ["診療情報提供書", "Referral letter"],
  nursing: ["看護サマリー", "Nursing summary"],
  medication: ["お薬の情報", "Medication"],
  test: ["検査結果", "Test results"],
  other: ["その他の書類", "Other document"],
});
