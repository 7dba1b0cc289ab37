import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { create, type Font } from "fontkit";

/** Noto Sans JP (SIL Open Font License 1.1, which allows embedding), whole: each document embeds what it uses. */
export interface Fonts {
  readonly regular: Buffer;
  readonly bold: Buffer;
  readonly glyphs: Glyphs;
}

/** Which characters can be printed. */
export interface Glyphs {
  has(codePoint: number): boolean;
  /** Whether a variation selector gives another shape than the character alone. */
  varies(character: string, selector: string): boolean;
}

let loaded: Promise<Fonts> | undefined;

/** Read once, kept: 9 MB. */
export function loadFonts(): Promise<Fonts> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Fonts> {
  const packed = createRequire(import.meta.url).resolve("@embedpdf/fonts-jp"); // its entry; the fonts lie beside it
  const file = (weight: string) => readFile(join(dirname(packed), "..", "fonts", `NotoSansJP-${weight}.otf`));
  const [regular, bold] = await Promise.all([file("Regular"), file("Bold")]);
  const font = create(regular) as Font;
  const shapes = (text: string) => font.layout(text).glyphs.map(({ id }) => id);
  return {
    regular,
    bold,
    glyphs: {
      has: (codePoint) => font.hasGlyphForCodePoint(codePoint),
      varies: (character, selector) => `${shapes(character + selector)}` !== `${shapes(character)}`,
    },
  };
}
