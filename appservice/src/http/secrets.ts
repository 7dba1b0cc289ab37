import { createHash, timingSafeEqual } from "node:crypto";

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

/** Compares a secret with what was sent, in a time that tells nothing of how much of it was right. */
export const sameSecret = (secret: string, sent: unknown): boolean =>
  typeof sent === "string" && timingSafeEqual(digest(secret), digest(sent));
