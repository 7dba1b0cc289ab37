import { codeList } from "./codeList.ts";

/** What a bulletin (掲示) is about. */
export const bulletinCategories = codeList({
  training: ["研修", "Training"],
  system: ["制度", "Rules and systems"],
  infection: ["感染症", "Infection"],
  disaster: ["災害", "Disaster"],
  recruiting: ["募集", "Recruiting"],
  other: ["その他", "Other"],
});

/** An urgent one goes out before all routine ones. */
export const bulletinUrgencies = codeList({ routine: ["通常", "Routine"], urgent: ["至急", "Urgent"] });

/** How far a bulletin is that has not gone yet. */
export const bulletinPlanStates = codeList({
  draft: ["下書き", "Draft"],
  waiting: ["承認待ち", "Waiting for approval"],
  returned: ["差戻し", "Sent back"],
  scheduled: ["予約", "Scheduled"],
  released: ["送信済み", "Sent"],
  cancelled: ["取消", "Cancelled"],
});
export type BulletinPlanState = (typeof bulletinPlanStates.codes)[number];

/** What was done with it; each stands in its history. */
export const bulletinPlanActs = codeList({
  written: ["作成", "Written"],
  changed: ["変更", "Changed"],
  approved: ["承認", "Approved"],
  returned: ["差戻し", "Sent back"],
  released: ["送信", "Sent"],
  cancelled: ["取消", "Cancelled"],
});
export type BulletinPlanAct = (typeof bulletinPlanActs.codes)[number];

/** What facilities are asked to answer. */
export const bulletinAsks = codeList({
  nothing: ["回答なし", "No answer"],
  confirm: ["確認しました", "Confirm"],
  attendance: ["参加・不参加", "Attendance"],
  damage: ["被害状況", "Damage"],
});
export type BulletinAsk = (typeof bulletinAsks.codes)[number];

/** Who is told when a facility stays silent, one after the other. */
export const escalationSteps = codeList({
  duty: ["当番", "On duty"],
  deputy: ["代わりの事業所", "Deputy organisation"],
});
export type EscalationStep = (typeof escalationSteps.codes)[number];

export const bulletinAnswers = codeList({
  confirmed: ["確認しました", "Confirmed"],
  attending: ["参加", "Attending"],
  absent: ["不参加", "Not attending"],
  noDamage: ["被害なし", "No damage"],
  partDamage: ["一部被害", "Some damage"],
  canAccept: ["受入可能", "Can take people in"],
  powerCut: ["停電", "Power cut"],
  unreachable: ["連絡不能", "Cannot be reached"],
});
export type BulletinAnswer = (typeof bulletinAnswers.codes)[number];

/** The answers each question allows. */
export const answersOf: Readonly<Record<BulletinAsk, readonly BulletinAnswer[]>> = {
  nothing: [],
  confirm: ["confirmed"],
  attendance: ["attending", "absent"],
  damage: ["noDamage", "partDamage", "canAccept", "powerCut", "unreachable"],
};
