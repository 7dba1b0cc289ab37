import type { FoundForPerson } from "@tsunagi/care/facilities/search/findForPerson";
import { facilityNeeds, facilityOffers, roomTypes } from "@tsunagi/contracts/codes/facilities";
import { serviceLabel } from "@tsunagi/contracts/codes/facilityServices";
import { fitSentence } from "@tsunagi/contracts/codes/fitPoints";
import { careLevels } from "@tsunagi/contracts/codes/levels";
import { municipalities, townOf } from "@tsunagi/contracts/codes/municipalities";
import type { FacilityFilters, FacilityHit, FitPoint, Relaxation } from "@tsunagi/contracts/rest/facilitySearch";
import type { Answer } from "../framework/command.ts";
import { formatTime } from "../framework/time.ts";

/** The best facilities, each with vacancy, reasons and what to check; or what to change. */
export function renderFound({ filters, result }: FoundForPerson): Answer {
  const { total, hits, relaxations } = result;
  const title = {
    ja: total === 0 ? "合う施設が見つかりませんでした" : `合う施設 ${total}件（上位${hits.length}件）`,
    en: total === 0 ? "No facility fits" : `${total} facilities fit (the best ${hits.length})`,
  };
  const asked = askedFor(filters);
  const items: readonly Item[] = total === 0 ? relaxations.map(relaxed) : hits.map(item);
  const body = [
    title.ja,
    `条件：${asked}`,
    ...items.map(({ title, text }) => `・${title}${text ? `\n　${text}` : ""}`),
  ];
  return {
    body: body.join("\n"),
    card: {
      kind: "facilityList",
      title,
      facts: [{ label: { ja: "条件", en: "Asked for" }, value: { ja: asked, en: asked } }],
      items: [...items],
      filters,
    },
  };
}

function item(hit: FacilityHit): Item {
  const town = municipalities.has(hit.municipality) ? municipalities.label(hit.municipality, "ja") : "";
  const lines = [
    `${vacancyText(hit)}${hit.fit.reasons.length > 0 ? `　合う理由：${sentences(hit.fit.reasons)}` : ""}`,
    hit.fit.uncertain.length > 0 ? `確かめること：${sentences(hit.fit.uncertain)}` : "",
  ];
  const { confirmedAt } = hit.vacancy;
  return {
    id: hit.id,
    title: clip(`${hit.name}（${serviceLabel(hit.service, "ja")}・${town}）`),
    text: lines.filter(Boolean).join("\n"),
    note: confirmedAt ? `空きの確認：${formatTime(confirmedAt, "ja")}` : "空きの報告なし",
  };
}

const sentences = (points: readonly FitPoint[]): string => points.map((point) => fitSentence(point, "ja")).join("、");

function vacancyText({ vacancy: { state, count, from } }: FacilityHit): string {
  switch (state) {
    case "now":
      return `空き ${count}`;
    case "later":
      return `${from}から空き`;
    case "full":
      return "満床・満室";
    case "unknown":
      return "空きは要問合せ";
  }
}

const CHANGES: Readonly<Record<Relaxation["change"], string>> = {
  drop: "の条件を外す",
  consult: "は「要相談」も含める",
  neighbours: "となりの市町も含める",
  farther: "もっと遠くまで",
  includeUnknown: "未回答の施設も含める",
};
const FILTERS: Readonly<Record<string, string>> = {
  text: "ことば",
  area: "地域",
  service: "サービスの種類",
  careLevel: "要介護度",
  vacancy: "空き",
  roomType: "居室の種類",
  sex: "性別",
  monthlyCost: "費用",
  near: "距離",
};

interface Item {
  readonly title: string;
  readonly id?: string;
  readonly text?: string;
  readonly note?: string;
}

function relaxed({ change, filter, value, total }: Relaxation): Item {
  const name = value && facilityNeeds.has(value) ? facilityNeeds.label(value, "ja") : (FILTERS[filter] ?? "");
  const subject = change === "drop" || change === "consult" ? `「${name}」` : "";
  return { title: clip(`${subject}${CHANGES[change]} → ${total}件`) };
}

/** What was asked for, in words: the reader sees why these were found. */
function askedFor(filters: FacilityFilters): string {
  const words = [
    ...filters.municipalities.map((code) => townOf(code, "ja")),
    filters.neighbours ? "となりの市町" : "",
    filters.careLevel ? careLevels.label(filters.careLevel, "ja") : "",
    ...filters.services.map((service) => serviceLabel(service, "ja")),
    ...filters.needs.map(({ need }) => facilityNeeds.label(need, "ja")),
    filters.vacancy ? "空きあり" : "",
    ...filters.roomTypes.map((room) => roomTypes.label(room, "ja")),
    ...filters.offers.map((offer) => facilityOffers.label(offer, "ja")),
    filters.text,
  ];
  return words.filter(Boolean).join("・").slice(0, 400) || "なし";
}

const clip = (text: string): string => (text.length > 200 ? `${text.slice(0, 199)}…` : text);
