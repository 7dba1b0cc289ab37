import type { Content, EncryptedFile } from "../matrix/models.ts";

/** A file as it is sent. */
export interface Prepared {
  readonly name: string;
  readonly mimeType: string;
  readonly blob: Blob;
  /** Set for images that this browser can draw. */
  readonly pixels: { readonly width: number; readonly height: number } | null;
  readonly thumbnail: Thumbnail | null;
  /** Set for a voice memo. */
  readonly voice: Voice | null;
}

export interface Thumbnail {
  readonly blob: Blob;
  readonly width: number;
  readonly height: number;
}

export interface Voice {
  readonly durationMs: number;
  /** Loudness over time, each 0 to 1024. */
  readonly waveform: readonly number[];
}

export interface Sent {
  readonly prepared: Prepared;
  readonly file: EncryptedFile;
  readonly thumbnail: EncryptedFile | null;
  readonly replyTo: string | null;
}

/** The message about an encrypted file (Matrix spec, "m.image", "m.audio" and "m.file"; voice memos MSC3245). */
export function attachmentContent({ prepared, file, thumbnail, replyTo }: Sent): Content {
  const { name, mimeType, blob, pixels, voice } = prepared;
  const info = {
    mimetype: mimeType,
    size: blob.size,
    ...(pixels ? { w: pixels.width, h: pixels.height } : {}),
    ...(voice ? { duration: voice.durationMs } : {}),
  };
  const small = thumbnail && prepared.thumbnail ? thumbnailInfo(prepared.thumbnail, thumbnail) : {};
  return {
    msgtype: pixels ? "m.image" : voice ? "m.audio" : "m.file",
    body: name,
    filename: name,
    file,
    info: { ...info, ...small },
    ...(voice ? voiceKeys(voice) : {}),
    ...(replyTo ? { "m.relates_to": { "m.in_reply_to": { event_id: replyTo } } } : {}),
  };
}

const thumbnailInfo = ({ blob, width, height }: Thumbnail, file: EncryptedFile) => ({
  thumbnail_file: file,
  thumbnail_info: { mimetype: blob.type, size: blob.size, w: width, h: height },
});

const voiceKeys = ({ durationMs, waveform }: Voice) => ({
  "org.matrix.msc1767.audio": { duration: durationMs, waveform },
  "org.matrix.msc3245.voice": {},
});
