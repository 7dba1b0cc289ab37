import books from "./testBooks.json" with { type: "json" };

/** Invented medication books: people, pharmacies and prescriptions that do not exist. */
export const BOOK = books.book.join("\r\n");

/** Two prescriptions of two clinics on one day, dates in Japanese eras, and a drug that was bought. */
export const OLD_BOOK = books.oldBook.join("\n");

/** A book as two codes: the header first, a split control last in each. */
export const PARTS = [
  [...BOOK.split("\r\n").slice(0, 9), "911,12345678901234,2,1"].join("\r\n"),
  ["JAHISTC08,1", ...BOOK.split("\r\n").slice(9), "911,12345678901234,2,2"].join("\r\n"),
];
