/** The cells of a record, as far as they are whole. */
export interface Cells {
  readonly cells: readonly string[];
  /** A quoted cell is still open at the end: the record goes on in the next line. */
  readonly open: boolean;
}

/**
 * Splits one record (RFC 4180). A quotation mark inside of an unquoted cell is a letter, and so is one inside of a
 * quoted cell that neither ends it nor is doubled: the files are full of both.
 */
export function splitCells(record: string): Cells {
  if (!record.includes('"')) return { cells: record.split(","), open: false };
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    if (record[at] === '"') {
      const end = closing(record, at + 1);
      if (end < 0) return { cells, open: true };
      cells.push(record.slice(at + 1, end).replaceAll('""', '"'));
      at = end + 1;
    } else {
      const comma = record.indexOf(",", at);
      const end = comma < 0 ? record.length : comma;
      cells.push(record.slice(at, end));
      at = end;
    }
    if (at >= record.length) return { cells, open: false };
    at += 1; // the comma
  }
}

/** Where the quoted cell that begins at `from` is closed: by a mark before a comma or the end. -1 when it is not. */
function closing(record: string, from: number): number {
  for (let at = record.indexOf('"', from); at >= 0; at = record.indexOf('"', at + 1)) {
    const next = record[at + 1];
    if (next === '"') at += 1;
    else if (next === undefined || next === ",") return at;
  }
  return -1;
}
