import type { NamedService, RoomNotice } from "@tsunagi/care/rooms/notices";
import { roomTypes, vacancySexes } from "@tsunagi/contracts/codes/facilities";
import { serviceKeyOf, serviceLabel } from "@tsunagi/contracts/codes/facilityServices";
import { CARD_ACTIONS, type CardInput } from "@tsunagi/contracts/events";
import type { VacancyLine, VacancyView } from "@tsunagi/contracts/rest/facilities";
import type { Label, Language } from "@tsunagi/contracts/text";
import type { Answer } from "../framework/command.ts";
import { formatTime } from "../framework/time.ts";

interface Asking {
  /** The command that is called again with the choice. */
  readonly command: string;
  readonly given: Readonly<Record<string, string>>;
}

export type VacancyResult =
  | { readonly outcome: "reported"; readonly facility: NamedService; readonly vacancy: VacancyView }
  | ({ readonly outcome: "whichService"; readonly services: readonly NamedService[] } & Asking)
  | ({ readonly outcome: "whichPlace"; readonly places: readonly Pick<VacancyLine, "roomType" | "sex">[] } & Asking);

type Action = NonNullable<CardInput["actions"]>[number];

export function renderVacancyResult(result: VacancyResult): Answer {
  switch (result.outcome) {
    case "reported":
      return reported(result.facility, result.vacancy);
    case "whichService":
      return choices(
        { ja: "どのサービスの空き状況ですか", en: "Which service is it about?" },
        result.services.map((service) => ({
          label: nameOf(service),
          command: result.command,
          arguments: { ...result.given, service: service.id },
        })),
      );
    case "whichPlace":
      return choices(
        { ja: "どの部屋・性別の空きですか", en: "Which places are free?" },
        result.places.map((place) => ({
          label: { ja: kindOf(place, "ja"), en: kindOf(place, "en") },
          command: result.command,
          arguments: { ...result.given, ...place },
        })),
      );
  }
}

/** The question of the day: one tap says that nothing has changed. */
export function vacancyCheck({ facility, vacancy }: Extract<RoomNotice, { notice: "vacancyCheck" }>): Answer {
  const { ja, en } = nameOf(facility);
  const title = { ja: `空き状況の確認｜${ja}`, en: `Are these vacancies still right? | ${en}` };
  if (!vacancy) {
    const text =
      "まだ報告がありません。空きの人数を報告してください（満床は 0）。探している人の一覧に、空きとして出ます。";
    return card(title, text, [], [update(facility, "primary")]);
  }
  return card(title, linesOf(vacancy, "ja"), factsOf(vacancy), [
    {
      label: { ja: "変わりなし", en: "Unchanged" },
      command: "unchanged",
      arguments: { service: facility.id },
      style: "primary",
    },
    update(facility),
  ]);
}

function reported(facility: NamedService, vacancy: VacancyView): Answer {
  const did =
    vacancy.cause === "unchanged" ? { ja: "変わりなし", en: "unchanged" } : { ja: "報告しました", en: "reported" };
  const { ja, en } = nameOf(facility);
  const title = { ja: `空き状況｜${ja}｜${did.ja}`, en: `Vacancies | ${en} | ${did.en}` };
  return card(title, linesOf(vacancy, "ja"), factsOf(vacancy), [update(facility)]);
}

const update = ({ id }: NamedService, style: "primary" | "plain" = "plain"): Action => ({
  label: { ja: "更新する", en: "Update" },
  command: "vacancy",
  arguments: { service: id },
  style,
});

function choices(title: Label, actions: readonly Action[]): Answer {
  const shown = actions.slice(0, CARD_ACTIONS);
  const more = actions.length > shown.length ? "ほかは「事業所」のページから報告してください。" : undefined;
  const body = [title.ja, ...shown.map(({ label }) => `・${label.ja}`), ...(more ? [more] : [])].join("\n");
  return { body, card: { kind: "notice", title, actions: [...shown], ...(more ? { text: more } : {}) } };
}

function card(title: Label, text: string, facts: NonNullable<CardInput["facts"]>, actions: Action[]): Answer {
  const body = [title.ja, text, ...facts.map(({ label, value }) => `${label.ja}：${value.ja}`)].join("\n");
  return { body, card: { kind: "notice", title: { ja: clip(title.ja), en: clip(title.en) }, text, facts, actions } };
}

/** One line for each kind of place; full when there is none. */
function linesOf({ lines }: VacancyView, language: Language): string {
  if (lines.length === 0) return language === "ja" ? "空きなし（満床・満室）" : "Full";
  return lines.map((line) => lineOf(line, language)).join("\n");
}

function lineOf(line: VacancyLine, language: Language): string {
  const from = line.availableFrom;
  if (language === "ja") return `${kindOf(line, "ja")}　空き${line.count}${from ? `（${from}から）` : ""}`;
  return `${kindOf(line, "en")}: ${line.count}${from ? ` (from ${from})` : ""}`;
}

function factsOf({ waiting, note, reportedAt }: VacancyView): NonNullable<CardInput["facts"]> {
  const at = { ja: formatTime(reportedAt, "ja"), en: formatTime(reportedAt, "en") };
  return [
    ...(waiting === null
      ? []
      : [{ label: { ja: "待機", en: "Waiting" }, value: { ja: `${waiting}名`, en: `${waiting}` } }]),
    ...(note ? [{ label: { ja: "ひとこと", en: "Note" }, value: { ja: clip(note, 400), en: clip(note, 400) } }] : []),
    { label: { ja: "最終確認", en: "Last confirmed" }, value: at },
  ];
}

const kindOf = ({ roomType, sex }: Pick<VacancyLine, "roomType" | "sex">, language: Language): string =>
  `${roomTypes.label(roomType, language)}・${vacancySexes.label(sex, language)}`;

const nameOf = ({ name, system, serviceType }: NamedService): Label => {
  const key = serviceKeyOf(system, serviceType);
  return {
    ja: clip(`${serviceLabel(key, "ja")}（${name}）`, 40),
    en: clip(`${serviceLabel(key, "en")} (${name})`, 40),
  };
};

const clip = (text: string, most = 120): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
