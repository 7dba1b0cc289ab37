/** A line of a file, without its end. */
export interface Line {
  /** The first line is 1. */
  readonly number: number;
  readonly text: string;
  /** Cut off: no row of a list is that long. */
  readonly tooLong: boolean;
}

/** Longest line, in characters: a file without line breaks must not fill the memory. */
const LONGEST_LINE = 100_000;

/** Cuts text that comes in pieces into lines; they end with LF, CR LF or CR. */
export class LineCutter {
  #rest = "";
  #number = 0;
  #dropping = false;

  push(text: string): Line[] {
    const lines: Line[] = [];
    // A CR at the end of a piece waits: its LF may come with the next one.
    const whole = this.#rest + text;
    const waits = whole.endsWith("\r");
    const parts = (waits ? whole.slice(0, -1) : whole).split(/\r\n|\n|\r/);
    const last = parts.pop() ?? "";
    for (const part of parts) lines.push(this.#line(part));
    this.#rest = waits ? `${last}\r` : last;
    if (this.#rest.length > LONGEST_LINE) {
      this.#rest = "";
      this.#dropping = true;
    }
    return lines;
  }

  end(): Line[] {
    const rest = this.#rest.replace(/\r$/, "");
    const left = this.#rest !== "" || this.#dropping;
    this.#rest = "";
    return left ? [this.#line(rest)] : [];
  }

  #line(text: string): Line {
    this.#number += 1;
    const tooLong = this.#dropping || text.length > LONGEST_LINE;
    this.#dropping = false;
    return { number: this.#number, text: tooLong ? "" : text, tooLong };
  }
}
