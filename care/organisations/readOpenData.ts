import { parse } from "csv-parse/sync";
import { CareError } from "../kernel/errors.ts";
import { decodeFile } from "./decodeFile.ts";
import { careFormat, disabilityFormat, type OpenDataFormat, type OpenDataRow, type RowProblem } from "./openData.ts";

/** A row that is not taken, by the line of the file it begins on (the heading is line 1). */
export interface RejectedRow extends RowProblem {
  readonly line: number;
}

export interface OpenDataFile {
  readonly format: OpenDataFormat;
  /** Rows below the heading, taken or not. */
  readonly count: number;
  /** Taken rows, one for each (事業所番号, サービスの種類). */
  readonly rows: readonly OpenDataRow[];
  readonly rejected: readonly RejectedRow[];
}

const TWICE: RowProblem = {
  ja: "同じ事業所番号とサービスの種類の行がすでにあります",
  en: "A line above has the same business number and service type",
};

/**
 * Reads one public open-data file, whichever of the two formats it has. Every row that is not taken is reported.
 * @throws CareError unreadableFile when it is no such file at all
 */
export function readOpenData(bytes: Uint8Array): OpenDataFile {
  const text = decodeFile(bytes);
  if (text === null) throw new CareError("unreadableFile", { reason: "文字コード / character encoding" });
  const { names, lines } = parseLines(text);
  const format = [careFormat, disabilityFormat].find(({ required }) => required.every((name) => names.includes(name)));
  if (!format) throw new CareError("unreadableFile", { reason: "列名 / column names" });

  const rows = new Map<string, OpenDataRow>();
  const rejected: RejectedRow[] = [];
  for (const { columns, line } of lines) {
    const result = format.read(columns);
    const key = "row" in result ? `${result.row.service.businessNumber} ${result.row.service.serviceType}` : "";
    if ("problem" in result) rejected.push({ line, ...result.problem });
    else if (rows.has(key)) rejected.push({ line, ...TWICE });
    else rows.set(key, result.row);
  }
  return { format, count: lines.length, rows: [...rows.values()], rejected };
}

interface Line {
  readonly columns: Readonly<Record<string, string>>;
  readonly line: number;
}

interface Parsed {
  readonly record: Record<string, string>;
  readonly raw: string;
  readonly info: { readonly lines: number };
}

function parseLines(text: string): { names: readonly string[]; lines: Line[] } {
  let names: string[] = [];
  const columns = (heading: string[]) => {
    names = heading.map((name) => name.trim());
    return names;
  };
  const lenient = { bom: true, relax_quotes: true, relax_column_count: true, skip_empty_lines: true };
  try {
    const parsed: Parsed[] = parse(text.replaceAll(/\r\n?/g, "\n"), { ...lenient, columns, info: true, raw: true });
    // The parser tells the line a record ends on; line breaks inside of quotes belong to it.
    const lines = parsed.map(({ record, raw, info }) => ({
      columns: record,
      line: info.lines - (raw.trim().split("\n").length - 1),
    }));
    return { names, lines };
  } catch (error) {
    const line = error instanceof Error && "lines" in error ? ` ${String(error.lines)}` : "";
    throw new CareError("unreadableFile", { reason: `CSV${line}` });
  }
}
