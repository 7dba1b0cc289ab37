/** A message longer than this is folded: it would push everything else off a telephone's screen. */
const MOST_CHARACTERS = 400;
const MOST_LINES = 12;

export const isLong = (text: string): boolean =>
  text.length > MOST_CHARACTERS || text.split("\n", MOST_LINES + 1).length > MOST_LINES;
