const decoder = new TextDecoder("shift_jis", { fatal: true });

/** Every character of Shift_JIS with its bytes, read out of the decoder. */
const table = new Map<string, readonly number[]>();
for (let first = 0; first < 256; first += 1) {
  learn([first]);
  if (first >= 0x81) for (let second = 0x40; second < 256; second += 1) learn([first, second]);
}

function learn(bytes: readonly number[]): void {
  try {
    const text = decoder.decode(Uint8Array.from(bytes));
    if ([...text].length === 1 && !table.has(text)) table.set(text, bytes);
  } catch {
    // no character has these bytes
  }
}

/** Text as the bytes a pharmacy's program puts into a code. @throws Error for what Shift_JIS has no bytes for */
export const shiftJis = (text: string): Uint8Array =>
  Uint8Array.from(
    [...text].flatMap((character) => {
      const bytes = table.get(character);
      if (!bytes) throw new Error(`not in Shift_JIS: ${character}`);
      return [...bytes];
    }),
  );
