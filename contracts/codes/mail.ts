import { codeList } from "./codeList.ts";
import type { Role } from "./roles.ts";

/** Desks (係) every organisation has by itself, as far as somebody with the profession works there. */
export const mailDesks = codeList({
  discharge: ["退院支援室", "Discharge support"],
  careManagers: ["ケアマネジャー", "Care managers"],
  counter: ["相談窓口", "Counselling"],
  nursing: ["看護", "Nursing"],
  physicians: ["医師", "Physicians"],
  dental: ["歯科", "Dental"],
  pharmacy: ["薬剤", "Pharmacy"],
  rehabilitation: ["リハビリ", "Rehabilitation"],
  city: ["市町の担当", "Municipal desk"],
  rescue: ["救急", "Ambulance service"],
  office: ["管理者", "Administration"],
});
export type MailDesk = (typeof mailDesks.codes)[number];

/** Whose letters those to a desk are. */
export const rolesOfDesk: Readonly<Record<MailDesk, readonly Role[]>> = {
  discharge: ["msw", "dischargeNurse"],
  careManagers: ["careManager", "chiefCareManager"],
  counter: [
    "facilityCounselor",
    "certifiedSocialWorker",
    "mentalHealthSocialWorker",
    "consultationSpecialist",
    "serviceManager",
  ],
  nursing: ["nurse", "visitingNurse", "publicHealthNurse"],
  physicians: ["physician"],
  dental: ["dentist", "dentalHygienist"],
  pharmacy: ["pharmacist"],
  rehabilitation: ["physicalTherapist", "occupationalTherapist", "speechTherapist"],
  city: ["cityStaff"],
  rescue: ["emt", "dispatcher"],
  office: ["facilityAdmin", "networkAdmin"],
};

/** Why one may write to somebody in person. */
export const mailTies = codeList({
  colleague: ["同じ事業所", "Same organisation"],
  team: ["同じチーム", "Same team"],
  enquiry: ["受入れ折衝の相手", "In a negotiation with you"],
  letters: ["やりとりあり", "Has exchanged letters with you"],
});
export type MailTie = (typeof mailTies.codes)[number];

/** `writing`: made, nothing has gone out. */
export const mailStates = codeList({
  writing: ["作成中", "Being written"],
  sent: ["送信済み", "Sent"],
  recalled: ["取消", "Taken back"],
});
export type MailState = (typeof mailStates.codes)[number];
