import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { readOpenData } from "./readOpenData.ts";

const HEAD =
  "都道府県コード又は市町村コード,No,市区町村名,事業所名,サービスの種類,住所,事業所番号,利用可能曜日特記事項,定員";
const line = (number: number, name = `みほん${number}`, note = "", capacity = "10"): string =>
  `222062,${number},三島市,${name},通所介護,見本${number},${2270000000 + number},${note},${capacity}`;
const file = (lines: readonly string[], end = "\n"): Buffer =>
  Buffer.from(`\uFEFF${[HEAD, ...lines].join(end)}${end}`, "utf8");
const names = (bytes: Uint8Array): string[] => readOpenData(bytes).rows.map((row) => row.organisation.name);

const refusal = (bytes: Uint8Array): unknown => {
  try {
    return readOpenData(bytes);
  } catch (error) {
    return error;
  }
};

describe("readOpenData", () => {
  it("tells the two formats by their columns", () => {
    expect(readOpenData(file([line(1)])).format.system).toBe("care");
    const head = "サービス種別,事業所の名称,事業所番号,事業所住所（市区町村）,定員";
    const bytes = Buffer.from(`${head}\n生活介護,みほん,2210000001,静岡県三島市,0\n`, "utf8");
    const { format, rows } = readOpenData(bytes);
    expect(format.system).toBe("disability");
    expect(rows[0]?.service).toMatchObject({ serviceType: "22", capacity: null });
  });

  it("reads the same from UTF-8 and from MS932", () => {
    const text = file([line(1, "みほん①")])
      .toString("utf8")
      .slice(1);
    expect(names(iconv.encode(text, "cp932"))).toEqual(names(Buffer.from(text, "utf8")));
  });

  it("reads line breaks, commas and quotes inside of quotes as part of the cell", () => {
    const note = '"午前,のみ\r\n""要予約"""';
    const [row] = readOpenData(file([line(1, "みほん1", note)], "\r\n")).rows;
    expect(row?.service.note).toBe('午前,のみ "要予約"');
  });

  it.each(["\n", "\r\n", "\r"])("gives the line a refused row begins on, with lines ending in %j", (end) => {
    const bytes = file(
      [line(1), line(2, "みほん2", `"二行の${end}注記"`), "", line(3, "", `"三${end}行の${end}注記"`), line(4), "あ"],
      end,
    );
    const { count, rows, rejected } = readOpenData(bytes);
    expect(count).toBe(5);
    expect(rows.map((row) => row.organisation.name)).toEqual(["みほん1", "みほん2", "みほん4"]);
    expect(rejected.map((row) => [row.line, row.en])).toEqual([
      [6, "The name is missing"],
      [10, "Unknown service type"],
    ]);
  });

  it("takes a stray quotation mark as a letter", () => {
    expect(names(file([line(1, 'みほん"A"')]))).toEqual(['みほん"A"']);
  });

  it("takes rows with too many or too few cells as far as they go", () => {
    expect(names(file([`${line(1)},余り,余り`]))).toEqual(["みほん1"]);
    expect(names(file([line(1).split(",").slice(0, 7).join(",")]))).toEqual(["みほん1"]);
  });

  it("reports the second row of the same business number and service", () => {
    const { rows, rejected } = readOpenData(file([line(1, "一つ目"), line(1, "二つ目")]));
    expect(rows.map((row) => row.organisation.name)).toEqual(["一つ目"]);
    expect(rejected).toEqual([expect.objectContaining({ line: 3 })]);
  });

  it.each([
    ["another kind of CSV", Buffer.from("a,b\n1,2\n")],
    ["an empty file", Buffer.from("")],
    ["a picture", Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x82, 0xff])],
  ])("refuses %s as a whole", (_, bytes) => {
    expect(refusal(bytes)).toMatchObject({ code: "unreadableFile" });
  });

  it("finds nothing wrong with a list that is empty", () => {
    expect(readOpenData(file([]))).toMatchObject({ count: 0, rows: [], rejected: [] });
  });

  it("says on which line a quotation mark was never closed", () => {
    const error = refusal(file([line(1), line(2, '"みほん')]));
    expect(error).toMatchObject({ code: "unreadableFile", values: { reason: "CSV 3" } });
  });
});
