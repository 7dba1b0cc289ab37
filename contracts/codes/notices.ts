import { codeList } from "./codeList.ts";

/** What people are told of (R15 通知設定). */
export const noticeKinds = codeList({
  chat: ["メッセージ", "Messages"],
  confirmation: ["確認のお願い", "Requests to confirm"],
  bulletin: ["掲示", "Bulletins"],
  negotiation: ["受入れの調整", "Negotiations"],
  emergency: ["救急・緊急閲覧", "Emergencies"],
  mail: ["メール", "Mail"],
});
export type NoticeKind = (typeof noticeKinds.codes)[number];

/** Kinds that are pushed besides: the routine ones of the night in one, and a trial. */
export type PushKind = NoticeKind | "digest" | "trial";

export const noticeUrgencies = codeList({ routine: ["通常", "Routine"], urgent: ["至急", "Urgent"] });
export type NoticeUrgency = (typeof noticeUrgencies.codes)[number];

/** `inApp`: only in the list of notices. */
export const noticeWays = codeList({
  push: ["この端末に知らせる", "Push"],
  inApp: ["アプリの中だけ", "In the app"],
  off: ["知らせない", "Off"],
});

/** On duty nothing is held back; off duty only what is urgent comes through. */
export const dutyStates = codeList({
  onDuty: ["当番中", "On duty"],
  usual: ["通常", "As usual"],
  offDuty: ["勤務外", "Off duty"],
});
