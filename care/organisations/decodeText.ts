import iconv from "iconv-lite";

/** Turns the bytes of a file into text, piece by piece. */
export interface TextDecoding {
  push(bytes: Uint8Array): string;
  end(): string;
}

/** More bytes without a line break are no heading. */
const LONGEST_HEADING = 65_536;

/**
 * Decides by the heading, which is Japanese in every file: UTF-8 with or without BOM, else MS932 (the Shift_JIS of
 * Windows, in old files). Bytes that fit neither become U+FFFD, so that a damaged row is lost alone.
 */
export class FileText implements TextDecoding {
  #head: Buffer = Buffer.alloc(0);
  #decoding: TextDecoding | undefined;

  push(bytes: Uint8Array): string {
    if (this.#decoding) return this.#decoding.push(bytes);
    this.#head = Buffer.concat([this.#head, bytes]);
    return this.#head.includes(0x0a) || this.#head.includes(0x0d) || this.#head.length > LONGEST_HEADING
      ? this.#begin().push(this.#head)
      : "";
  }

  end(): string {
    if (this.#decoding) return this.#decoding.end();
    const decoding = this.#begin();
    return decoding.push(this.#head) + decoding.end();
  }

  #begin(): TextDecoding {
    const end = this.#head.findIndex((byte) => byte === 0x0a || byte === 0x0d);
    this.#decoding = isUtf8(end < 0 ? this.#head : this.#head.subarray(0, end)) ? utf8() : ms932();
    return this.#decoding;
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function utf8(): TextDecoding {
  const decoder = new TextDecoder("utf-8");
  return { push: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() };
}

function ms932(): TextDecoding {
  const decoder = iconv.getDecoder("cp932");
  return { push: (bytes) => decoder.write(Buffer.from(bytes)), end: () => decoder.end() ?? "" };
}
