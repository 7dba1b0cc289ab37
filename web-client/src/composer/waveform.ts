/** Values of a waveform in a message, at most; each 0 to 1024 (MSC1767). */
const MOST = 80;
const LOUDEST = 1024;

/** How loud a moment is, 0 to 1: the square mean of an analyser's samples (bytes around 128), speech filling the range. */
export function loudness(samples: Uint8Array): number {
  let sum = 0;
  for (const sample of samples) sum += ((sample - 128) / 128) ** 2;
  return Math.min(1, Math.sqrt(sum / Math.max(1, samples.length)) * 3);
}

/** Loudness over time as a message carries it: the loudest of each stretch. @param levels 0 to 1 */
export function waveform(levels: readonly number[]): readonly number[] {
  const count = Math.min(MOST, levels.length);
  return Array.from({ length: count }, (_, i) => {
    const stretch = levels.slice(Math.floor((i * levels.length) / count), Math.ceil(((i + 1) * levels.length) / count));
    return Math.round(Math.max(0, ...stretch) * LOUDEST);
  });
}
