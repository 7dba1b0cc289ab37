import { describe, expect, it } from "vitest";
import { dayOf } from "./days.ts";
import type { Notebook } from "./notebook.ts";
import { parseNotebook } from "./parse.ts";
import { BOOK, OLD_BOOK } from "./testBooks.ts";

function read(text: string): Notebook {
  const result = parseNotebook(text);
  if (!result.ok) throw new Error(result.problem);
  return result.notebook;
}

describe("a medication book", () => {
  it("gives drugs with dose, usage, days, pharmacy, institution and prescriber", () => {
    const { patient, medications, notUnderstood } = read(BOOK);
    expect(patient).toEqual({ name: "架空 ハナ", kana: "カクウ ハナ", birthDate: "1938-04-12" });
    expect(medications[0]).toEqual({
      name: "ワルファリンK錠1mg「みほん」",
      dose: "2錠",
      usage: "1日1回朝食後",
      amount: "28日分",
      dispensedOn: "2026-11-01",
      pharmacy: "みほん薬局",
      institution: "みほん医院",
      prescriber: "見本 医男（内科）",
      note: "",
      codeType: "4",
      code: "3332001F1999",
      source: "qr",
    });
    expect(medications.map(({ name, usage }) => `${name} ${usage}`)).toEqual([
      "ワルファリンK錠1mg「みほん」 1日1回朝食後",
      "アムロジピン錠5mg「みほん」 1日1回朝食後",
      "酸化マグネシウム錠330mg「みほん」 1日3回毎食後",
    ]);
    expect(notUnderstood).toEqual([]);
  });

  it("keeps what the pharmacy and the person say beside the drugs", () => {
    expect(read(BOOK).remarks.map(({ record, text }) => `${record} ${text}`)).toEqual([
      "2 ペニシリンで発疹",
      "15 見本 薬子",
      "401 ワルファリン服用中は納豆を食べないでください",
      "501 次回は12月1日",
    ]);
  });

  it("tells prescriptions of two clinics apart though their RP numbers are the same", () => {
    expect(
      read(OLD_BOOK).medications.map((m) => [m.name, m.dispensedOn, m.institution, m.prescriber, m.usage]),
    ).toEqual([
      ["みほん胃腸薬", "2026-09-01", "", "", ""],
      ["プレドニゾロン錠5mg「みほん」", "2019-04-30", "みほん内科", "見本 一郎（内科）", "1日1回朝食後"],
      ["みほん点眼液0.1%", "2019-04-30", "みほん眼科", "見本 二郎（眼科）", "1日4回点眼"],
    ]);
  });

  it.each(["01", "02", "03", "04", "05", "06", "07", "08"])("is read in version %s", (version) => {
    const book = read(BOOK.replace("JAHISTC08", `JAHISTC${version}`));
    expect([book.version, book.medications.length, book.notUnderstood]).toEqual([version, 3, []]);
  });

  it("of a version that is not known yet is read, and says so", () => {
    const { medications, notUnderstood } = read(BOOK.replace("JAHISTC08", "JAHISTC09"));
    expect(medications).toHaveLength(3);
    expect(notUnderstood).toEqual([{ line: 1, text: "JAHISTC09,1", why: "newVersion" }]);
  });

  it.each([
    ["999,なにか", "unknownRecord"],
    ["5,20261301,1", "badDate"],
    ["201,3,,1,錠,1,,1", "noName"],
    ["301,9,1日1回,7,日分,1,1,,1", "noDrug"],
    ["201,3,ワル\ufffdァリン,1,錠,1,,1", "garbled"],
    [`201,3,${"長".repeat(201)},1,錠,1,,1`, "tooLong"],
  ])("lists what it does not understand with the reason: %s", (line, why) => {
    const lines = BOOK.split("\r\n");
    const { notUnderstood } = read([...lines, line].join("\r\n"));
    expect(notUnderstood).toEqual([{ line: 17, text: line, why }]);
  });
});

describe("a code that is no medication book", () => {
  it.each([
    ["JAHIS10\r\n1,1,1234567,22,みほん医院", "prescription"],
    ["JAHISTC", "brokenHeader"],
    ["https://example.org/", "foreign"],
    ["", "empty"],
  ])("%j says what it is: %s", (text, problem) => {
    expect(parseNotebook(text)).toEqual({ ok: false, problem });
  });
});

describe("a day", () => {
  it.each([
    ["20261125", "2026-11-25"],
    ["S330303", "1958-03-03"],
    ["T150101", "1926-01-01"],
    ["H310430", "2019-04-30"],
    ["R010501", "2019-05-01"],
    ["M451231", "1912-12-31"],
    ["ｓ330303", "1958-03-03"],
  ])("%s is %s", (text, day) => {
    expect(dayOf(text)).toBe(day);
  });

  it.each(["", "2026113", "20260230", "S3303", "X330303", "330303", "S000303", "昭和33年3月3日"])(
    "%j is none",
    (text) => {
      expect(dayOf(text)).toBeNull();
    },
  );
});
