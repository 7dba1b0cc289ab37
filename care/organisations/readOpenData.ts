import { CareError } from "../kernel/errors.ts";
import { splitCells } from "./cells.ts";
import { FileText } from "./decodeText.ts";
import { type Line, LineCutter } from "./lines.ts";
import { careFormat, disabilityFormat, type OpenDataFormat, type OpenDataRow, type RowProblem } from "./openData.ts";

/** A row that is not taken, by the line of the file it begins on (the heading is line 1). */
export interface RejectedRow extends RowProblem {
  readonly line: number;
}

/** One row of the file: taken, or the reason why not. */
export type Entry = { readonly line: number; readonly row: OpenDataRow } | { readonly rejected: RejectedRow };

const OPEN_QUOTE: RowProblem = { ja: '引用符（"）が閉じていません', en: "A quotation mark is never closed" };
const TOO_LONG: RowProblem = { ja: "行が長すぎます", en: "The line is too long" };
const DAMAGED: RowProblem = { ja: "文字が壊れています", en: "Letters are damaged" };

/** More lines in one record: its quotation mark was never meant to be open. */
const MOST_LINES = 60;

/**
 * Reads a public open-data file piece by piece, whichever of the two formats it has, and gives each row once: taken or
 * rejected with its line. A row that is broken never takes a good one with it: when a quotation mark was left open,
 * reading begins again at the next line, and as soon as lines make up a whole good row they are one.
 */
export class OpenDataReader {
  readonly #text = new FileText();
  readonly #lines = new LineCutter();
  #heading: { readonly names: readonly string[]; readonly format: OpenDataFormat } | undefined;
  /** Lines of a record whose quoted cell is still open. */
  #open: Line[] = [];
  #entries: Entry[] = [];

  /** Known once the heading was read. */
  get format(): OpenDataFormat | undefined {
    return this.#heading?.format;
  }

  /** @throws CareError unreadableFile when it is no such file at all */
  push(bytes: Uint8Array): Entry[] {
    return this.#read(this.#lines.push(this.#text.push(bytes)));
  }

  /** @throws CareError unreadableFile for an empty file */
  end(): Entry[] {
    const lines = [...this.#lines.push(this.#text.end()), ...this.#lines.end()];
    const entries = this.#read(lines);
    if (!this.#heading) throw new CareError("unreadableFile", { reason: "列名 / column names" });
    while (this.#open.length > 0) this.#beginAgain(OPEN_QUOTE);
    return [...entries, ...this.#taken()];
  }

  #read(lines: readonly Line[]): Entry[] {
    for (const line of lines) {
      if (!this.#heading) this.#readHeading(line);
      else this.#take(line);
    }
    return this.#taken();
  }

  #taken(): Entry[] {
    const entries = this.#entries;
    this.#entries = [];
    return entries;
  }

  #readHeading({ text, tooLong }: Line): void {
    if (text.trim() === "" && !tooLong) return;
    const names = splitCells(text).cells.map((name) => name.trim());
    const format = [careFormat, disabilityFormat].find(({ required }) =>
      required.every((name) => names.includes(name)),
    );
    if (!format) throw new CareError("unreadableFile", { reason: "列名 / column names" });
    this.#heading = { names, format };
  }

  #take(line: Line): void {
    if (line.tooLong) {
      while (this.#open.length > 0) this.#beginAgain(OPEN_QUOTE);
      this.#reject(line, TOO_LONG);
      return;
    }
    if (this.#open.length === 0 && line.text.trim() === "") return;
    this.#open.push(line);
    this.#settle();
  }

  /** Gives the open lines out when they are a record; begins again when they cannot be one. */
  #settle(): void {
    const lines = this.#open;
    const [first] = lines;
    if (!first) return;
    const { cells, open } = splitCells(joined(lines));
    const complete = cells.length === this.#heading?.names.length;
    // A row begins, or is whole, without what was open before it: that was broken.
    const whole = lines.some((_, from) => from > 0 && this.#isRow(lines.slice(from)));
    const hopeless = open ? lines.length >= MOST_LINES : lines.length > 1 && !complete;
    if (whole || hopeless) this.#beginAgain(OPEN_QUOTE);
    else if (!open) {
      this.#open = [];
      const result = this.#rowOf(cells);
      if ("problem" in result) this.#reject(first, result.problem);
      else this.#entries.push({ line: first.number, row: result.row });
    }
  }

  /** True for lines that are a whole row, and for one that begins a row: its number and service stand in their places. */
  #isRow(lines: readonly Line[]): boolean {
    const { cells, open } = splitCells(joined(lines));
    const shape = open ? lines.length === 1 : cells.length === this.#heading?.names.length;
    return shape && "row" in this.#rowOf(cells);
  }

  /** The first open line is no row; those after it may be. */
  #beginAgain(problem: RowProblem): void {
    const [broken, ...rest] = this.#open;
    this.#open = [];
    if (broken) this.#reject(broken, problem);
    for (const line of rest) this.#take(line);
  }

  #rowOf(cells: readonly string[]) {
    const { names = [], format = careFormat } = this.#heading ?? {};
    if (cells.some((cell) => cell.includes("\uFFFD"))) return { problem: DAMAGED };
    return format.read(Object.fromEntries(names.map((name, i) => [name, cells[i] ?? ""])));
  }

  #reject({ number }: Line, problem: RowProblem): void {
    this.#entries.push({ rejected: { line: number, ...problem } });
  }
}

const joined = (lines: readonly Line[]): string =>
  lines.length === 1 ? (lines[0]?.text ?? "") : lines.map(({ text }) => text).join("\n");
