/**
 * A text as it is compared: width, case, spaces and the kind of kana do not matter. A name is found however it is typed
 * on whatever keyboard.
 */
export const fold = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/\s/g, "")
    .replaceAll(/[\u30a1-\u30f6]/g, (katakana) => String.fromCharCode(katakana.charCodeAt(0) - 0x60));
