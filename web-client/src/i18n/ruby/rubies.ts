import { annotate, type Piece, type Readings } from "./annotate.ts";

/** More sentences than any page has; the oldest make room. */
const KEPT = 4_000;

/**
 * Sentences of the product that were just made, with their readings. The page asks for a text by its words (jsx-runtime):
 * only what the product itself says is found here, never what people write or are called.
 */
class Rubies {
  #readings: Readings | undefined;
  readonly #sentences = new Map<string, readonly Piece[]>();

  get on(): boolean {
    return this.#readings !== undefined;
  }

  /** The readings are loaded when they are first asked for. */
  async turn(on: boolean): Promise<void> {
    this.#sentences.clear();
    this.#readings = on ? (await import("./readings.ts")).readings : undefined;
  }

  /**
   * @param sentence as it is shown
   * @param template the same with its {{holes}}: what stands in them is a name, a number, or a sentence known already
   */
  remember(sentence: string, template: string, values: Readonly<Record<string, unknown>> = {}): void {
    const readings = this.#readings;
    if (!readings || this.#sentences.has(sentence)) return;
    if (this.#sentences.size >= KEPT) this.#sentences.clear();
    const pieces = template.split(/\{\{(\w+)\}\}/).flatMap((part, i) => {
      if (i % 2 === 0) return annotate(part, readings);
      const value = String(values[part] ?? "");
      return this.#sentences.get(value) ?? [{ text: value }];
    });
    this.#sentences.set(sentence, pieces);
  }

  /** The pieces of a sentence of the product's, undefined for any other text. */
  of(text: string): readonly Piece[] | undefined {
    return this.#sentences.get(text);
  }
}

export const rubies = new Rubies();
