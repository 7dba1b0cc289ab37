import { z } from "zod";
import { kidOf, type RingKey, ringKey } from "./sealing.ts";

/** Keys this device knows, and who it has given them to. */
export const keyRing = z.object({
  keys: z.array(ringKey),
  /** Own devices that have the newest key from this one. */
  givenTo: z.array(z.string()),
});
export type KeyRing = z.infer<typeof keyRing>;

export const EMPTY_RING: KeyRing = { keys: [], givenTo: [] };

/** The key to write with: the newest, on every device the same. */
export function newest({ keys }: KeyRing): RingKey | undefined {
  return [...keys].sort((a, b) => b.madeAt - a.madeAt || (a.kid < b.kid ? 1 : -1))[0];
}

export const find = ({ keys }: KeyRing, kid: string): RingKey | undefined => keys.find((key) => key.kid === kid);

/** With keys another device gave; those that are not what their name says are left out. */
export async function withKeys(ring: KeyRing, given: readonly RingKey[]): Promise<KeyRing> {
  const good: RingKey[] = [];
  for (const key of given)
    if (!find(ring, key.kid) && (await kidOf(key.key).catch(() => "")) === key.kid) good.push(key);
  return good.length === 0 ? ring : { ...ring, keys: [...ring.keys, ...good] };
}

/** What is to be done now that these other devices are approved. */
export type RingStep = "make" | "ask" | "rotate" | "give" | "rest";

/**
 * @param others own devices besides this one that their owner has signed
 * @param waited this device has asked the others, and nobody answered in time
 */
export function nextStep(ring: KeyRing, others: readonly string[], waited: boolean): RingStep {
  if (ring.keys.length === 0) return others.length === 0 || waited ? "make" : "ask";
  if (ring.givenTo.some((device) => !others.includes(device))) return "rotate"; // one has gone: it must not read on
  return others.some((device) => !ring.givenTo.includes(device)) ? "give" : "rest";
}
