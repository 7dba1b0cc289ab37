import { codeList } from "./codeList.ts";

/** Professional roles (domain 2), and the network's own administrator. */
export const roles = codeList({
  physician: ["医師", "Physician"],
  dentist: ["歯科医師", "Dentist"],
  pharmacist: ["薬剤師", "Pharmacist"],
  nurse: ["看護師", "Nurse"],
  visitingNurse: ["訪問看護師", "Visiting nurse"],
  publicHealthNurse: ["保健師", "Public health nurse"],
  physicalTherapist: ["理学療法士", "Physical therapist"],
  occupationalTherapist: ["作業療法士", "Occupational therapist"],
  speechTherapist: ["言語聴覚士", "Speech therapist"],
  dietitian: ["管理栄養士", "Dietitian"],
  dentalHygienist: ["歯科衛生士", "Dental hygienist"],
  careManager: ["ケアマネジャー", "Care manager"],
  chiefCareManager: ["主任ケアマネジャー", "Chief care manager"],
  msw: ["医療ソーシャルワーカー", "Medical social worker"],
  dischargeNurse: ["退院支援看護師", "Discharge nurse"],
  certifiedSocialWorker: ["社会福祉士", "Certified social worker"],
  mentalHealthSocialWorker: ["精神保健福祉士", "Mental health social worker"],
  careWorker: ["介護福祉士", "Care worker"],
  helper: ["ホームヘルパー", "Home helper"],
  facilityCounselor: ["生活相談員", "Facility counsellor"],
  consultationSpecialist: ["相談支援専門員", "Consultation specialist"],
  serviceManager: ["サービス管理責任者", "Service manager"],
  welfareCommissioner: ["民生委員", "Welfare commissioner"],
  cityStaff: ["市町職員", "City staff"],
  emt: ["救急隊員", "Ambulance crew"],
  dispatcher: ["指令員", "Dispatcher"],
  facilityAdmin: ["事業所管理者", "Organisation administrator"],
  networkAdmin: ["運営管理者", "Network administrator"],
});

export type Role = (typeof roles.codes)[number];
