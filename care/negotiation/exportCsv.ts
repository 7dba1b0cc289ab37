import { enquiryAnswers, enquiryStates } from "@tsunagi/contracts/codes/negotiation";
import { stringify } from "csv-stringify/sync";
import type { StaffUnit } from "../kernel/unit.ts";
import { asked, received } from "./board.ts";
import { type BoardRow, facilitiesByIds } from "./store.ts";
import { minutesUntil } from "./times.ts";

const HEADINGS = [
  "案件番号",
  "施設",
  "サービス種類",
  "打診元",
  "状態",
  "回答",
  "打診日時",
  "最初の回答",
  "決定・終了",
  "最初の回答まで（分）",
  "決定まで（分）",
  "案件の決定まで（分）",
];

/** The asker's enquiries as CSV: numbers, facilities and times, no name. UTF-8 with a mark, as Excel in Japan opens it. */
export const exportNegotiations = async (unit: StaffUnit): Promise<string> =>
  toCsv(unit, await asked(unit, "negotiation.export"));

/** What the organisation was asked, as CSV. */
export const exportReceivedEnquiries = async (unit: StaffUnit): Promise<string> =>
  toCsv(unit, await received(unit, "enquiry.export"));

async function toCsv(unit: StaffUnit, rows: readonly BoardRow[]): Promise<string> {
  const facilities = await facilitiesByIds(
    unit.tx,
    rows.map(({ enquiry }) => enquiry.facilityId),
  );
  const lines = rows.map(({ enquiry, case: of, askerName }) => {
    const facility = facilities.get(enquiry.facilityId);
    const chosen = rows.find(
      (row) => row.case.id === of.id && ["agreed", "dateSet", "completed"].includes(row.enquiry.state),
    );
    return [
      of.code,
      facility?.name ?? "",
      facility?.serviceType ?? "",
      askerName,
      enquiryStates.label(enquiry.state, "ja"),
      enquiry.answer ? enquiryAnswers.label(enquiry.answer, "ja") : "",
      inJapan(enquiry.inquiredAt),
      inJapan(enquiry.firstAnsweredAt),
      inJapan(enquiry.decidedAt),
      minutesUntil(enquiry.inquiredAt, enquiry.firstAnsweredAt) ?? "",
      minutesUntil(enquiry.inquiredAt, enquiry.decidedAt) ?? "",
      minutesUntil(of.sentAt, chosen?.enquiry.decidedAt ?? null) ?? "",
    ];
  });
  return stringify([HEADINGS, ...lines], { bom: true, record_delimiter: "windows", escape_formulas: true });
}

const inJapan = (moment: Date | null): string =>
  moment
    ? new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Tokyo", dateStyle: "short", timeStyle: "short" }).format(
        moment,
      )
    : "";
