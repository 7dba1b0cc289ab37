import { codeList } from "./codeList.ts";

/** Why the ambulance was called, as far as a hospital must know to say yes or no. */
export const complaints = codeList({
  consciousness: ["意識障害", "Impaired consciousness"],
  chestPain: ["胸痛", "Chest pain"],
  breathing: ["呼吸困難", "Difficulty breathing"],
  stroke: ["麻痺・ろれつ", "Stroke signs"],
  abdominal: ["腹痛", "Abdominal pain"],
  fever: ["発熱", "Fever"],
  fall: ["転倒・外傷", "Fall or injury"],
  bleeding: ["出血", "Bleeding"],
  arrest: ["心肺停止", "Cardiac arrest"],
  other: ["その他", "Other"],
});

export const incidentRequestStates = codeList({
  asked: ["回答待ち", "Asked"],
  ready: ["受入可", "Can receive"],
  notReady: ["受入不可", "Cannot receive"],
  confirmed: ["搬送先に決定", "Confirmed"],
  closedElsewhere: ["他の病院に決定", "Another hospital was chosen"],
});
export type IncidentRequestState = (typeof incidentRequestStates.codes)[number];

export const notReadyReasons = codeList({
  full: ["満床", "No bed"],
  busy: ["処置中・手術中", "Busy with another patient"],
  specialist: ["専門外", "No specialist"],
  equipment: ["設備・検査ができない", "Equipment not available"],
  other: ["その他", "Other"],
});

export const incidentTimes = codeList({
  alarm: ["覚知", "Call received"],
  arrived: ["現着", "On scene"],
  contact: ["接触", "Patient contact"],
  departed: ["現発", "Left scene"],
  hospital: ["病着", "At hospital"],
});

export const interventions = codeList({
  oxygen: ["酸素投与", "Oxygen"],
  airway: ["気道確保", "Airway"],
  cpr: ["胸骨圧迫", "Chest compressions"],
  aed: ["除細動（AED）", "Defibrillation (AED)"],
  bleedingControl: ["止血", "Bleeding control"],
  immobilisation: ["固定", "Immobilisation"],
  line: ["静脈路確保", "Intravenous line"],
  glucose: ["血糖測定", "Blood glucose measured"],
});

/** Glasgow Coma Scale: what each number stands for, best answer first. */
export const gcsEye = codeList({
  4: ["自発的に開ける", "Spontaneous"],
  3: ["呼びかけで開ける", "To speech"],
  2: ["痛み刺激で開ける", "To pain"],
  1: ["開けない", "None"],
});
export const gcsVerbal = codeList({
  5: ["話が通じる", "Oriented"],
  4: ["混乱した会話", "Confused"],
  3: ["混乱した単語", "Inappropriate words"],
  2: ["うめき声だけ", "Sounds"],
  1: ["声が出ない", "None"],
});
export const gcsMotor = codeList({
  6: ["指示どおり動かす", "Obeys commands"],
  5: ["痛みを払いのける", "Localises pain"],
  4: ["痛みから逃げる", "Withdraws"],
  3: ["異常に曲げる", "Abnormal flexion"],
  2: ["異常に伸ばす", "Extension"],
  1: ["動かない", "None"],
});

/** Forms of the summary of a transport. */
export const summaryForms = codeList({
  pdf: ["PDF", "PDF"],
  html: ["ページ（HTML）", "Page (HTML)"],
});
export type SummaryForm = (typeof summaryForms.codes)[number];

/** The file's name: it stands in lists of downloads, so it holds no personal fact. @param day `YYYY-MM-DD` */
export const summaryFileName = (form: SummaryForm, code: string, day: string): string =>
  `transport-${code}-${day.replaceAll("-", "")}.${form}`;

/** What a transport's room is told. */
export const incidentActs = codeList({
  opened: ["搬送の部屋を開きました", "The transport room is open"],
  asked: ["受入れの照会が届いています", "You are asked to receive a patient"],
  answered: ["病院が回答しました", "A hospital has answered"],
  confirmed: ["搬送先が決まりました", "The receiving hospital is confirmed"],
  closedElsewhere: ["他の病院に決まりました。ご検討ありがとうございました", "Another hospital was chosen. Thank you"],
  named: ["救急隊がお名前を伝えました。照会の画面で確かめてください", "The crew told you who it is. See the request"],
  entry: ["記録しました", "Entered"],
  cancelled: ["記録を取り消しました", "An entry was cancelled"],
  media: ["写真・動画が届きました", "A photo or video has arrived"],
  closed: ["引き継ぎが終わりました", "Handed over and closed"],
  summary: [
    "引き継ぎが終わりました。まとめ（PDF）を搬送の画面から受け取れます",
    "Handed over and closed. Its summary (PDF) is on the transport's page",
  ],
});
export type IncidentAct = (typeof incidentActs.codes)[number];
