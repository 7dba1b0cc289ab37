import type { Row } from "./rows.ts";

/** Rows drawn at first, and added when one comes near the upper end. */
const DRAWN = 40;
/** Rows above the one that is looked for. */
const ABOVE = 15;

/** The part of a conversation that is drawn: its end, and more of it on the way up. A long one would be slow to open. */
export class RowWindow {
  #rows: readonly Row[] = [];
  /** Key of the first drawn row; null = the last few. */
  #from: string | null = null;

  set(rows: readonly Row[]): void {
    this.#rows = rows;
  }

  get drawn(): readonly Row[] {
    return this.#rows.slice(this.#first);
  }

  /** Rows there are, drawn or not. */
  get count(): number {
    return this.#rows.length;
  }

  /** Something is loaded above what is drawn. */
  get hidesSome(): boolean {
    return this.#first > 0;
  }

  has(test: (row: Row) => boolean): boolean {
    return this.#rows.some(test);
  }

  /** Draws the end, and what lies above it up to a row that is looked for. */
  open(test: (row: Row) => boolean): void {
    const wanted = this.#rows.findIndex(test);
    const last = this.#rows.length - DRAWN;
    this.#drawFrom(wanted < 0 ? last : Math.min(wanted - ABOVE, last));
  }

  /** Draws more above. */
  extend(): void {
    this.#drawFrom(this.#first - DRAWN);
  }

  /** Draws a row too that lies above. */
  reach(test: (row: Row) => boolean): void {
    const wanted = this.#rows.findIndex(test);
    if (wanted >= 0) this.#drawFrom(Math.min(wanted - ABOVE, this.#first));
  }

  get #first(): number {
    const at = this.#from === null ? -1 : this.#rows.findIndex(({ key }) => key === this.#from);
    return at >= 0 ? at : Math.max(0, this.#rows.length - DRAWN);
  }

  #drawFrom(index: number): void {
    this.#from = this.#rows[Math.max(0, index)]?.key ?? null;
  }
}
