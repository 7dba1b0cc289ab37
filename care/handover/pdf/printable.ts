import type { Glyphs } from "./fonts.ts";

/** Printers' sign for a character that is not there. */
const GETA = "〓";
const SELECTOR = /^[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]$/u;
/** Signs without a shape. Private characters (外字) are none of them: they are somebody's name. */
const NEITHER = /^[\p{Cc}\p{Cf}]$/u;

/**
 * Makes text printable: a character the font lacks becomes its plain letter where it has one (ş → s), else 〓, never an
 * empty box; every one is remembered, so that the sheet can say which they were.
 */
export class Printable {
  readonly #glyphs: Glyphs;
  readonly #missing = new Map<string, string>();
  readonly #reshaped = new Set<string>();

  constructor(glyphs: Glyphs) {
    this.#glyphs = glyphs;
  }

  /** @returns the same text with nothing in it that would print as an empty box */
  text(text: string): string {
    const signs = [...text.normalize("NFC")];
    return signs.map((sign, i) => this.#sign(sign, signs[i - 1] ?? "")).join("");
  }

  /** What was replaced, in words; nothing when all was there. */
  remarks(): string[] {
    const missing = [...this.#missing].map(([sign, shown]) => `${codeOf(sign)} → ${shown}`);
    return [
      ...(missing.length > 0
        ? [`印刷の書体にない文字を置きかえました（${missing.join("、")}）。よみがな・原本で確かめてください。`]
        : []),
      ...(this.#reshaped.size > 0 ? [`異体字の形が原本と違うことがあります：${[...this.#reshaped].join("、")}`] : []),
    ];
  }

  #sign(sign: string, before: string): string {
    if (sign === "\n" || sign === "\t") return sign === "\n" ? sign : " ";
    if (SELECTOR.test(sign)) return this.#variation(sign, before);
    if (NEITHER.test(sign)) return "";
    if (this.#glyphs.has(sign.codePointAt(0) ?? 0)) return sign;
    const [letter = ""] = sign.normalize("NFKD");
    const shown = letter !== sign && this.#glyphs.has(letter.codePointAt(0) ?? 0) ? letter : GETA;
    this.#missing.set(sign, shown);
    return shown;
  }

  /** The shape asked for where the font has it; else the character alone, and a remark. */
  #variation(selector: string, before: string): string {
    if (before === "" || !this.#glyphs.has(before.codePointAt(0) ?? 0)) return "";
    if (this.#glyphs.varies(before, selector)) return selector;
    if (/\p{Script=Han}/u.test(before)) this.#reshaped.add(before);
    return "";
  }
}

const codeOf = (sign: string): string => `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase()}`;
