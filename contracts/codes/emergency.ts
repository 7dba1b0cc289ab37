import { codeList } from "./codeList.ts";

/** Parts of the emergency card that are saved and confirmed each for itself (R13). */
export const cardSections = codeList({
  identity: ["写真・血液型", "Photo and blood type"],
  contacts: ["緊急連絡先", "Emergency contacts"],
  doctors: ["かかりつけ医・薬局", "Doctors and pharmacy"],
  conditions: ["病気", "Illnesses"],
  medications: ["服用薬", "Medication"],
  allergies: ["アレルギー・禁忌薬", "Allergies and contraindicated drugs"],
  devices: ["特に注意する治療・器具", "Treatments and devices to watch"],
  usual: ["ふだんの状態", "Usual state"],
  care: ["介護情報", "Care"],
  disability: ["障がい情報", "Disability"],
  evacuation: ["避難", "Evacuation"],
  wish: ["救命処置についての意思", "Wish about life support"],
});
export type CardSection = (typeof cardSections.codes)[number];

/** "None" was asked and is so; "unknown" was not, or nobody could say. They are never the same. */
export const answerStates = codeList({
  unknown: ["不明", "Unknown"],
  none: ["なし（確認済）", "None (confirmed)"],
  known: ["あり", "Yes"],
});

export const cardItems = codeList({
  photo: ["顔写真", "Photo"],
  bloodType: ["血液型", "Blood type"],
  contacts: ["緊急連絡先（2人以上）", "Emergency contacts (two or more)"],
  doctors: ["かかりつけ医・医療機関", "Doctors and clinics"],
  pharmacy: ["かかりつけ薬局", "Pharmacy"],
  current: ["治療中の病気", "Illnesses under treatment"],
  history: ["既往歴", "Medical history"],
  medications: ["服用薬", "Medication"],
  allergies: ["アレルギー", "Allergies"],
  contraindicated: ["禁忌薬", "Contraindicated drugs"],
  anticoagulant: ["抗凝固薬・抗血小板薬", "Anticoagulants, antiplatelets"],
  insulin: ["インスリン", "Insulin"],
  steroid: ["ステロイド", "Steroids"],
  pacemaker: ["ペースメーカー・ICD", "Pacemaker or ICD"],
  dialysis: ["透析", "Dialysis"],
  homeOxygen: ["在宅酸素", "Home oxygen"],
  tracheostomy: ["気管切開", "Tracheostomy"],
  otherDevice: ["その他の医療機器", "Other devices"],
  consciousness: ["ふだんの意識", "Usual consciousness"],
  adl: ["ふだんの動作（ADL）", "Usual activity (ADL)"],
  speech: ["ふだんの会話", "Usual speech"],
  careManager: ["担当ケアマネジャー", "Care manager"],
  services: ["利用中のサービス", "Services in use"],
  certificate: ["障害者手帳", "Disability certificate"],
  communication: ["意思疎通の方法", "How to communicate"],
  shelter: ["避難先・経路", "Place of refuge and way"],
  supporter: ["避難支援等実施者", "Who helps with evacuation"],
  help: ["必要な手助け", "Help needed"],
  power: ["医療機器の電源", "Power for medical devices"],
  wish: ["救命処置についての意思", "Wish about life support"],
});
export type CardItem = (typeof cardItems.codes)[number];

export const cardFields = codeList({
  image: ["写真", "Photo"],
  abo: ["ABO式", "ABO"],
  rh: ["Rh式", "Rh"],
  name: ["名前", "Name"],
  relation: ["続柄", "Relation"],
  phone: ["電話", "Phone"],
  phone2: ["ほかの電話", "Other phone"],
  keyPerson: ["キーパーソン", "Key person"],
  note: ["補足", "Note"],
  institution: ["医療機関", "Clinic or hospital"],
  department: ["診療科", "Department"],
  doctor: ["医師", "Doctor"],
  main: ["主治医", "Main doctor"],
  pharmacy: ["薬局", "Pharmacy"],
  since: ["いつから", "Since"],
  dose: ["用量", "Dose"],
  usage: ["用法", "Usage"],
  amount: ["日数・数量", "Days or quantity"],
  dispensedOn: ["調剤日", "Dispensed on"],
  prescriber: ["処方医", "Prescriber"],
  codeType: ["薬品コードの種別", "Kind of drug code"],
  code: ["薬品コード", "Drug code"],
  source: ["入力", "Entered by"],
  substance: ["原因となるもの", "Substance"],
  kind: ["種類", "Kind"],
  reaction: ["起きたこと", "Reaction"],
  reason: ["理由", "Reason"],
  detail: ["内容", "Details"],
  arm: ["シャントの腕", "Shunt arm"],
  jcs: ["JCS", "JCS"],
  office: ["事業所", "Office"],
  grade: ["等級", "Grade"],
  place: ["避難先", "Place"],
  route: ["経路", "Way"],
  writer: ["書いた人", "Written by"],
  writtenOn: ["書いた日", "Written on"],
  document: ["書面のあるところ", "Where the document is"],
});
export type CardField = (typeof cardFields.codes)[number];

export const bloodTypes = codeList({ A: ["A型", "A"], B: ["B型", "B"], O: ["O型", "O"], AB: ["AB型", "AB"] });
export const rhTypes = codeList({ positive: ["Rh＋", "Rh+"], negative: ["Rh−", "Rh-"] });
export const yes = codeList({ yes: ["はい", "Yes"] });
export const arms = codeList({ left: ["左", "Left"], right: ["右", "Right"], other: ["その他", "Other"] });
export const allergyKinds = codeList({
  drug: ["薬", "Drug"],
  food: ["食べ物", "Food"],
  other: ["その他", "Other"],
});
export const certificateKinds = codeList({
  physical: ["身体障害者手帳", "Physical disability"],
  intellectual: ["療育手帳", "Intellectual disability"],
  mental: ["精神障害者保健福祉手帳", "Mental disability"],
});
/** Japan Coma Scale, by its digits. */
export const jcsLevels = codeList({
  "0": ["0（清明）", "0 (alert)"],
  "1": ["Ⅰ-1", "I-1"],
  "2": ["Ⅰ-2", "I-2"],
  "3": ["Ⅰ-3", "I-3"],
  "10": ["Ⅱ-10", "II-10"],
  "20": ["Ⅱ-20", "II-20"],
  "30": ["Ⅱ-30", "II-30"],
  "100": ["Ⅲ-100", "III-100"],
  "200": ["Ⅲ-200", "III-200"],
  "300": ["Ⅲ-300", "III-300"],
});
export const medicationSources = codeList({
  typed: ["手入力", "Typed"],
  qr: ["お薬手帳のQR", "Medication book QR"],
  otc: ["お薬手帳のQR（市販薬）", "Medication book QR (bought)"],
});

/** What `/card` does. */
export const cardActs = codeList({ show: ["表示", "Show"], confirm: ["確認", "Confirm"] });

/** Why somebody outside the team opens a card (R13). */
export const emergencyReasons = codeList({
  transport: ["救急搬送", "Emergency transport"],
  receiving: ["救急の受け入れ・診療", "Receiving and treating in an emergency"],
  cannotTell: ["本人から聞き取れない", "The person cannot tell"],
  lifeAtStake: ["命の危険があり、同意を得られない", "Life at stake, cannot consent"],
});
export type EmergencyReason = (typeof emergencyReasons.codes)[number];

/** What an administrator finds about a reading afterwards. */
export const readingVerdicts = codeList({
  justified: ["妥当", "Justified"],
  notJustified: ["妥当でない", "Not justified"],
});
export type ReadingVerdict = (typeof readingVerdicts.codes)[number];
