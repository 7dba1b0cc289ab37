import type { RoomNotice } from "@tsunagi/care/rooms/notices";
import { facilityNeeds } from "@tsunagi/contracts/codes/facilities";
import { bedriddenLevels, careLevels, dementiaLevels, sexes } from "@tsunagi/contracts/codes/levels";
import { townOf } from "@tsunagi/contracts/codes/municipalities";
import {
  ageBands,
  costClasses,
  declineReasons,
  enquiryActions,
  enquiryStates,
  stayPeriods,
} from "@tsunagi/contracts/codes/negotiation";
import type { CardAction, CardInput } from "@tsunagi/contracts/events";
import type { EnquirySheet } from "@tsunagi/contracts/rest/negotiation";
import type { Label } from "@tsunagi/contracts/text";
import type { Answer } from "../framework/command.ts";
import { formatTime } from "../framework/time.ts";

type Of<Kind extends RoomNotice["notice"]> = Extract<RoomNotice, { notice: Kind }>;
type Facts = NonNullable<CardInput["facts"]>;

/** The first message of a negotiation room: the anonymous sheet, and the answers as buttons. */
export function renderOpened({ sheet, facilityName, by, dueAt }: Of<"enquiryOpened">): Answer {
  const facts: Facts = [
    ...sheetFacts(sheet),
    fact("打診元", "From", `${by.organisationName} ${by.name}`),
    both("回答のお願い", "Please answer by", (language) => formatTime(dueAt, language)),
    { label: { ja: "お願い", en: "Please" }, value: NAMELESS },
  ];
  const title = { ja: `打診 ${sheet.code}（${facilityName} 様）`, en: `Enquiry ${sheet.code} to ${facilityName}` };
  const text = sheet.text === "" ? undefined : sheet.text;
  return {
    body: [
      title.ja,
      ...linesOf(facts),
      ...(text ? [text] : []),
      "回答：/受入可 /条件付き可 /要相談 /受入不可 /追加情報",
    ].join("\n"),
    card: { kind: "notice", title: clipped(title), ...(text ? { text } : {}), facts, actions: [...ANSWERS] },
  };
}

/** What is written into a room stays on every device in it. */
const NAMELESS: Label = {
  ja: "お名前などは、ご検討が進んでから打診の画面でお伝えします。この部屋には書き込まないでください。",
  en: "The name comes later, on the enquiry's page. Do not write it into this room.",
};

/** The answers; what they lack (conditions, a reason) is asked by a form. */
const ANSWERS: readonly CardAction[] = [
  button("受入可", "Can accept", "accept", "primary"),
  button("条件付き可", "On conditions", "conditional"),
  button("要相談", "To be discussed", "discuss"),
  button("追加情報", "Ask for more", "info"),
  button("受入不可", "Cannot accept", "decline", "danger"),
];

function button(ja: string, en: string, command: string, style: CardAction["style"] = "plain"): CardAction {
  return { label: { ja, en }, command, arguments: {}, style };
}

export function sheetFacts(sheet: EnquirySheet): Facts {
  const level = (ja: string, en: string, code: string | null, label: (language: "ja" | "en") => string): Facts =>
    code === null ? [] : [both(ja, en, label)];
  return [
    both("年代・性別", "Age and sex", (l) => `${ageBands.label(sheet.ageBand, l)}　${sexes.label(sheet.sex, l)}`),
    both("お住まい", "Lives in", (l) => townOf(sheet.municipality, l)),
    ...level("介護度", "Care level", sheet.careLevel, (l) =>
      sheet.careLevel ? careLevels.label(sheet.careLevel, l) : "",
    ),
    ...level("寝たきり度", "Mobility", sheet.bedriddenLevel, (l) =>
      sheet.bedriddenLevel ? bedriddenLevels.label(sheet.bedriddenLevel, l) : "",
    ),
    ...level("認知症自立度", "Dementia", sheet.dementiaLevel, (l) =>
      sheet.dementiaLevel ? dementiaLevels.label(sheet.dementiaLevel, l) : "",
    ),
    ...(sheet.needs.length > 0
      ? [
          both("医療・ケア", "Needs", (l) =>
            sheet.needs.map((need) => facilityNeeds.label(need, l)).join(l === "ja" ? "・" : ", "),
          ),
        ]
      : []),
    both("希望", "Wish", (l) =>
      [sheet.wishedFrom ? `${sheet.wishedFrom}${l === "ja" ? "から" : " on"}` : "", stayPeriods.label(sheet.period, l)]
        .filter(Boolean)
        .join("　"),
    ),
    both("費用区分", "Costs", (l) => costClasses.label(sheet.costClass, l)),
  ];
}

/** What one side did: the state it led to, words, reason, days, who. */
export function renderStep(step: Of<"enquiryStep">): Answer {
  const title = {
    ja: `打診 ${step.code}｜${STEP_TITLES[step.action]?.ja ?? enquiryStates.label(step.state, "ja")}`,
    en: `Enquiry ${step.code} | ${STEP_TITLES[step.action]?.en ?? enquiryStates.label(step.state, "en")}`,
  };
  const { by, reason, dates, text } = step;
  const facts: Facts = [
    ...(reason ? [both("理由", "Reason", (l) => declineReasons.label(reason, l))] : []),
    ...(dates.length > 0 ? [fact(step.action === "setDate" ? "入所日" : "日程", "Days", dates.join("、"))] : []),
    both("状態", "State", (l) => enquiryStates.label(step.state, l)),
    ...(by ? [fact("担当", "By", `${by.organisationName} ${by.name}`)] : []),
  ];
  const words = [CLOSING[step.action]?.ja, text].filter(Boolean).join("\n");
  return {
    body: [title.ja, ...(words ? [words] : []), ...linesOf(facts)].join("\n"),
    card: {
      kind: "notice",
      title: clipped(title),
      ...(words ? { text: words } : {}),
      facts,
      actions: step.action === "requestInfo" ? [button("回答する", "Answer", "provide", "primary")] : [],
    },
  };
}

const said = (action: keyof typeof STEP_WORDS): Label => STEP_WORDS[action];
const STEP_WORDS = {
  provideInfo: { ja: "追加情報への回答", en: "Answer to what was asked" },
  disclose1: { ja: "受入検討の情報をお渡ししました", en: "What is needed to consider was given" },
  disclose2: { ja: "本情報を開示しました", en: "The identity was disclosed" },
  proposeVisit: { ja: "面談・見学の候補日", en: "Days proposed for a visit" },
  arrangeVisit: { ja: "面談・見学の日が決まりました", en: "The day of the visit is fixed" },
} as const;
/** Acts that are more than the state they lead to. */
const STEP_TITLES: Readonly<Record<string, Label>> = Object.fromEntries(
  (Object.keys(STEP_WORDS) as (keyof typeof STEP_WORDS)[]).map((action) => [action, said(action)]),
);

/** What is said besides, so that nobody has to find polite words. */
const CLOSING: Readonly<Record<string, Label>> = {
  agree: {
    ja: "受入れをお願いすることになりました。よろしくお願いいたします。",
    en: "We would like you to take the person in. Thank you.",
  },
  closeElsewhere: {
    ja: "ご検討いただき、ありがとうございました。今回は他の施設に決まりました。またの機会によろしくお願いいたします。",
    en: "Thank you for considering it. Another facility has been chosen this time.",
  },
  withdraw: {
    ja: "ご検討いただき、ありがとうございました。今回は取下げます。",
    en: "Thank you for considering it. The enquiry is withdrawn.",
  },
  expire: { ja: "期限までに回答がなかったため、終わりました。", en: "It ended without an answer in time." },
  disclose1: { ja: "打診の画面で開いてください。この部屋には載せません。", en: "Open it on the enquiry's page." },
  disclose2: {
    ja: "打診の画面で開いてください。この部屋には載せません。閲覧は記録されます。",
    en: "Open it on the enquiry's page. It is not shown in this room. Readings are recorded.",
  },
};

/** Whose turn it is, and until when. */
export function renderReminder({ code, turn, dueAt, overdue }: Of<"enquiryReminder">): Answer {
  const who = turn === "facility" ? { ja: "施設", en: "the facility" } : { ja: "打診元", en: "the asking side" };
  const title = overdue
    ? {
        ja: `打診 ${code}｜期限を過ぎました（${who.ja}の番です）`,
        en: `Enquiry ${code} is overdue: waits for ${who.en}`,
      }
    : { ja: `打診 ${code}｜${who.ja}の回答をお願いします`, en: `Enquiry ${code} waits for ${who.en}` };
  const facts = [both("期限", "Due", (language) => formatTime(dueAt, language))];
  const actions = turn === "facility" ? [...ANSWERS] : [];
  return {
    body: [title.ja, ...linesOf(facts)].join("\n"),
    card: { kind: "notice", title: clipped(title), facts, actions },
  };
}

/** A line in an organisation's own room. */
export function renderNews({ code, state, otherSide }: Of<"enquiryNews">): Answer {
  const title =
    state === "inquired"
      ? { ja: `新しい打診が届きました：${code}（${otherSide}）`, en: `New enquiry ${code} from ${otherSide}` }
      : {
          ja: `打診 ${code}（${otherSide}）：${enquiryStates.label(state, "ja")}`,
          en: `Enquiry ${code} (${otherSide}): ${enquiryStates.label(state, "en")}`,
        };
  const text = CLOSING[NEWS_ACTION[state] ?? ""]?.ja;
  return {
    body: [title.ja, ...(text ? [text] : [])].join("\n"),
    card: { kind: "notice", title: clipped(title), ...(text ? { text } : {}) },
  };
}

const NEWS_ACTION: Readonly<Record<string, string>> = { closedElsewhere: "closeElsewhere" };

/** Answer to a command: the room's card says the rest. */
export function doneAnswer(action: keyof typeof DONE): Answer {
  const title = DONE[action];
  return { body: title.ja, card: { kind: "notice", title } };
}

const DONE = {
  accept: done("accept"),
  conditional: done("conditional"),
  discuss: done("discuss"),
  waitlist: done("waitlist"),
  decline: done("decline"),
  requestInfo: done("requestInfo"),
  proposeVisit: done("proposeVisit"),
  provideInfo: done("provideInfo"),
  withdraw: done("withdraw"),
} as const;

function done(action: Parameters<typeof enquiryActions.label>[0]): Label {
  return {
    ja: `記録しました：${enquiryActions.label(action, "ja")}`,
    en: `Recorded: ${enquiryActions.label(action, "en")}`,
  };
}

const fact = (ja: string, en: string, value: string) => ({ label: { ja, en }, value: { ja: value, en: value } });
const both = (ja: string, en: string, value: (language: "ja" | "en") => string) => ({
  label: { ja, en },
  value: { ja: value("ja"), en: value("en") },
});
const linesOf = (facts: Facts): string[] => facts.map(({ label, value }) => `${label.ja}：${value.ja}`);
const TITLE = 120;
const clip = (text: string): string => (text.length > TITLE ? `${text.slice(0, TITLE - 1)}…` : text);
const clipped = ({ ja, en }: Label): Label => ({ ja: clip(ja), en: clip(en) });
