import { createDecipheriv } from "node:crypto";
import type { MatrixEvent } from "matrix-js-sdk";
import type { Person } from "../../env/person.ts";

interface EncryptedFile {
  readonly url: string;
  readonly iv: string;
  readonly key: { readonly k: string };
}

/** The bytes of a message's file, as another client reads them. */
export async function readFile({ client }: Person, event: MatrixEvent): Promise<Buffer> {
  const file = event.getContent()["file"] as EncryptedFile;
  const url = client.mxcUrlToHttp(file.url, undefined, undefined, undefined, false, true, true) ?? "";
  const answer = await fetch(url, { headers: { authorization: `Bearer ${client.getAccessToken()}` } });
  if (!answer.ok) throw new Error(`the file cannot be had: ${answer.status}`);
  const decipher = createDecipheriv(
    "aes-256-ctr",
    Buffer.from(file.key.k, "base64url"),
    Buffer.from(file.iv, "base64"),
  );
  return Buffer.concat([decipher.update(Buffer.from(await answer.arrayBuffer())), decipher.final()]);
}

/** "Exif" as a camera writes it: turned by 90°, with a place name in it. @param jpeg without any */
export function withExif(jpeg: Buffer, place: string): Buffer {
  const text = Buffer.from(`${place}\0`, "latin1");
  const tiff = Buffer.alloc(8 + 2 + 24 + 4);
  tiff.write("MM\0*", 0, "latin1");
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(2, 8);
  // Orientation 6: the top of the picture is at the right.
  tiff.writeUInt16BE(0x0112, 10);
  tiff.writeUInt16BE(3, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(6, 18);
  // ImageDescription
  tiff.writeUInt16BE(0x010e, 22);
  tiff.writeUInt16BE(2, 24);
  tiff.writeUInt32BE(text.length, 26);
  tiff.writeUInt32BE(tiff.length, 30);
  const exif = Buffer.concat([Buffer.from("Exif\0\0", "latin1"), tiff, text]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(exif.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, exif, jpeg.subarray(2)]);
}
