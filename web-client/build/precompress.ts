import fs from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Plugin } from "vite";

const COMPRESSED = /\.(?:js|css|html|svg|json|wasm|webmanifest)$/;
/** Smaller files gain nothing. */
const LEAST_BYTES = 1_000;
/** The last steps of brotli cost minutes for one per cent. */
const QUALITY = 9;

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Lays every file of a build there compressed beside itself, so that the hub only has to hand it out. */
export function precompress(): Plugin {
  return {
    name: "precompress",
    apply: "build",
    writeBundle: {
      order: "post", // after those that write files of their own
      sequential: true,
      async handler({ dir = "" }) {
        const files = await fs.readdir(dir, { recursive: true, withFileTypes: true });
        for (const file of files)
          if (file.isFile() && COMPRESSED.test(file.name)) await compress(path.join(file.parentPath, file.name));
      },
    },
  };
}

async function compress(file: string): Promise<void> {
  const bytes = await fs.readFile(file);
  if (bytes.length < LEAST_BYTES) return;
  const params = { [constants.BROTLI_PARAM_QUALITY]: QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  await fs.writeFile(`${file}.br`, await brotli(bytes, { params }));
  await fs.writeFile(`${file}.gz`, await zip(bytes, { level: 9 }));
}
