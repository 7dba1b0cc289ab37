import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import type { OpenDataRow } from "./openData.ts";
import { OpenDataReader, type RejectedRow } from "./readOpenData.ts";

const HEAD =
  "都道府県コード又は市町村コード,No,市区町村名,事業所名,サービスの種類,住所,事業所番号,利用可能曜日特記事項,定員";
const line = (number: number, name = `みほん${number}`, note = "", capacity = "10"): string =>
  `222062,${number},三島市,${name},通所介護,見本${number},${2270000000 + number},${note},${capacity}`;
const file = (lines: readonly string[], end = "\n"): Buffer =>
  Buffer.from(`\uFEFF${[HEAD, ...lines].join(end)}${end}`, "utf8");

interface ReadFile {
  readonly system: string | undefined;
  readonly rows: OpenDataRow[];
  readonly rejected: RejectedRow[];
}

/** @param size of the pieces the file comes in */
function read(bytes: Uint8Array, size = 11): ReadFile {
  const reader = new OpenDataReader();
  const entries = [];
  for (let at = 0; at < bytes.length; at += size) entries.push(...reader.push(bytes.subarray(at, at + size)));
  entries.push(...reader.end());
  return {
    system: reader.format?.system,
    rows: entries.flatMap((entry) => ("row" in entry ? [entry.row] : [])),
    rejected: entries.flatMap((entry) => ("rejected" in entry ? [entry.rejected] : [])),
  };
}
const names = (bytes: Uint8Array): string[] => read(bytes).rows.map((row) => row.organisation.name);

describe("OpenDataReader", () => {
  it("tells the two formats by their columns", () => {
    expect(read(file([line(1)])).system).toBe("care");
    const head = "サービス種別,事業所の名称,事業所番号,事業所住所（市区町村）,定員";
    const bytes = Buffer.from(`${head}\n生活介護,みほん,2210000001,静岡県三島市,0\n`, "utf8");
    const { system, rows } = read(bytes);
    expect(system).toBe("disability");
    expect(rows[0]?.service).toMatchObject({ serviceType: "22", capacity: null });
  });

  it("reads the same from UTF-8 and from MS932", () => {
    const text = file([line(1, "みほん①")])
      .toString("utf8")
      .slice(1);
    expect(names(iconv.encode(text, "cp932"))).toEqual(["みほん1"]);
    expect(names(Buffer.from(text, "utf8"))).toEqual(["みほん1"]);
  });

  it("reads line breaks, commas and quotes inside of quotes as part of the cell", () => {
    const note = '"午前,のみ\r\n""要予約"""';
    const [row] = read(file([line(1, "みほん1", note)], "\r\n")).rows;
    expect(row?.service.note).toBe('午前,のみ "要予約"');
  });

  it.each(["\n", "\r\n", "\r"])("gives the line a refused row begins on, with lines ending in %j", (end) => {
    const bytes = file(
      [line(1), line(2, "みほん2", `"二行の${end}注記"`), "", line(3, "", `"三${end}行の${end}注記"`), line(4), "あ"],
      end,
    );
    const { rows, rejected } = read(bytes);
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

  it("loses only the row whose quotation mark was never closed, and says on which line it stands", () => {
    const notes = [line(1), line(2, '"みほん'), line(3), line(4, "みほん4", '"二行の\n注記"')];
    const { rows, rejected } = read(file(notes));
    expect(rows.map((row) => row.organisation.name)).toEqual(["みほん1", "みほん3", "みほん4"]);
    expect(rejected).toEqual([expect.objectContaining({ line: 3, en: "A quotation mark is never closed" })]);
  });

  it("loses no good row to an open mark that a later row's own marks would close", () => {
    const broken = line(2, "みほん2", '"開いたまま');
    const { rows, rejected } = read(file([broken, line(3, "みほん3", '"一行"'), line(4)]));
    expect(rows.map((row) => row.organisation.name)).toEqual(["みほん3", "みほん4"]);
    expect(rejected.map((row) => row.line)).toEqual([2]);
    const several = read(file([broken, line(3, "みほん3", '"二\n行"'), line(4)]));
    expect(several.rows.map((row) => row.organisation.name)).toEqual(["みほん3", "みほん4"]);
  });

  it("loses only the row with damaged letters", () => {
    const bytes = Buffer.concat([file([line(1), line(2, "こわれ")]), Buffer.from(`${line(3)}\n`, "utf8")]);
    bytes[bytes.indexOf("こわれ")] = 0xff;
    expect(names(bytes)).toEqual(["みほん1", "みほん3"]);
  });

  it("drops a line without an end and goes on after it", () => {
    const { rows, rejected } = read(file([line(1), "あ".repeat(300_000), line(2)]), 65_536);
    expect(rows.map((row) => row.organisation.name)).toEqual(["みほん1", "みほん2"]);
    expect(rejected).toEqual([expect.objectContaining({ line: 3, en: "The line is too long" })]);
  });

  it.each([
    ["another kind of CSV", Buffer.from("a,b\n1,2\n")],
    ["an empty file", Buffer.from("")],
    ["a picture", Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x82, 0xff])],
    ["bytes without a line", new Uint8Array(200_000)],
  ])("refuses %s as a whole", (_, bytes) => {
    expect(() => read(bytes, 1000)).toThrow(expect.objectContaining({ code: "unreadableFile" }));
  });

  it("finds nothing wrong with a list that is empty", () => {
    expect(read(file([]))).toMatchObject({ rows: [], rejected: [] });
  });
});
