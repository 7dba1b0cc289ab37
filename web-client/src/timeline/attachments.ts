import { z } from "zod";
import type { Content, EncryptedFile } from "../matrix/models.ts";
import type { Attachment, Picture } from "./tile.ts";

const encryptedFile = z.object({
  url: z.string().startsWith("mxc://"),
  key: z.object({ kty: z.literal("oct"), k: z.string(), alg: z.string() }).loose(),
  iv: z.string(),
  hashes: z.record(z.string(), z.string()),
  v: z.string(),
});

const pixels = z.number().int().positive().max(100_000).optional().catch(undefined);
const info = z
  .object({
    mimetype: z.string().optional().catch(undefined),
    size: z.number().nonnegative().optional().catch(undefined),
    w: pixels,
    h: pixels,
  })
  .catch({});

const attached = z.object({
  body: z.string(),
  filename: z.string().optional(),
  file: encryptedFile,
  info: info.optional(),
});
const thumbnail = z.object({ info: z.object({ thumbnail_file: encryptedFile, thumbnail_info: info.optional() }) });

/** The file a message carries; null when it is not an encrypted one. */
export function readFile(content: Content): Attachment | null {
  const parsed = attached.safeParse(content);
  if (!parsed.success) return null;
  const { body, filename, file, info: about } = parsed.data;
  return {
    name: filename ?? body,
    mimeType: about?.mimetype ?? "application/octet-stream",
    size: about?.size ?? null,
    file: file as EncryptedFile,
  };
}

/** The same for an image, with its size and its small copy. */
export function readPicture(content: Content): Picture | null {
  const file = readFile(content);
  if (!file) return null;
  const about = info.parse(content["info"] ?? {});
  return { ...file, width: about.w ?? null, height: about.h ?? null, thumbnail: readThumbnail(content, file.name) };
}

function readThumbnail(content: Content, name: string): Attachment | null {
  const parsed = thumbnail.safeParse(content);
  if (!parsed.success) return null;
  const { thumbnail_file: file, thumbnail_info: about } = parsed.data.info;
  return {
    name,
    mimeType: about?.mimetype ?? "image/jpeg",
    size: about?.size ?? null,
    file: file as EncryptedFile,
  };
}

/** Bars of a waveform on a telephone. */
const BARS = 32;
const VOICE = "org.matrix.msc3245.voice";
const sound = z
  .object({
    duration: z.number().nonnegative().max(86_400_000).optional().catch(undefined),
    waveform: z.array(z.number()).max(1024).optional().catch(undefined),
  })
  .catch({});

/** A sound with what it looks like (MSC3245, MSC1767: milliseconds, loudness 0 to 1024). */
export function readSound(content: Content) {
  const attachment = readFile(content);
  if (!attachment) return null;
  const described = sound.parse(content["org.matrix.msc1767.audio"] ?? {});
  const plain = sound.parse(content["info"] ?? {});
  const waveform = described.waveform ?? [];
  return {
    attachment,
    seconds: (described.duration ?? plain.duration ?? 0) / 1000,
    waveform: bars(waveform),
    voice: content[VOICE] !== undefined,
  };
}

/** As many bars as fit, each the loudest of its part; a flat line when nothing is known. */
function bars(waveform: readonly number[]): readonly number[] {
  return Array.from({ length: BARS }, (_, i) => {
    const from = Math.floor((i * waveform.length) / BARS);
    const to = Math.max(from + 1, Math.floor(((i + 1) * waveform.length) / BARS));
    return Math.min(1, Math.max(0, ...waveform.slice(from, to)) / 1024);
  });
}
