import type { Content, EncryptedFile } from "../matrix/models.ts";

/** A file as it was looked at before sending. */
export interface Prepared {
  readonly name: string;
  readonly mimeType: string;
  readonly size: number;
  /** Set for images that this browser can draw. */
  readonly pixels: { readonly width: number; readonly height: number } | null;
  readonly thumbnail: Thumbnail | null;
}

export interface Thumbnail {
  readonly blob: Blob;
  readonly width: number;
  readonly height: number;
}

export interface Sent {
  readonly prepared: Prepared;
  readonly file: EncryptedFile;
  readonly thumbnail: EncryptedFile | null;
  readonly replyTo: string | null;
}

/** The message about an encrypted file (Matrix spec, "m.image" and "m.file"). */
export function attachmentContent({ prepared, file, thumbnail, replyTo }: Sent): Content {
  const { name, mimeType, size, pixels } = prepared;
  const info = { mimetype: mimeType, size, ...(pixels ? { w: pixels.width, h: pixels.height } : {}) };
  const small = thumbnail && prepared.thumbnail ? thumbnailInfo(prepared.thumbnail, thumbnail) : {};
  return {
    msgtype: pixels ? "m.image" : "m.file",
    body: name,
    filename: name,
    file,
    info: { ...info, ...small },
    ...(replyTo ? { "m.relates_to": { "m.in_reply_to": { event_id: replyTo } } } : {}),
  };
}

const thumbnailInfo = ({ blob, width, height }: Thumbnail, file: EncryptedFile) => ({
  thumbnail_file: file,
  thumbnail_info: { mimetype: blob.type, size: blob.size, w: width, h: height },
});
