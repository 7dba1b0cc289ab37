import { randomBytes } from "node:crypto";
import type { IncidentId } from "@tsunagi/contracts/ids";
import type { Unit } from "../kernel/unit.ts";
import { openJson, sealJson } from "../vault/sealing.ts";
import type { IncidentRow } from "./store.ts";

export const keyPurpose = (id: IncidentId): string => `incident-key:${id}`;

/** A transport has a data key of its own: often nobody knows whose key to take. */
export function newIncidentKey(unit: Unit, id: IncidentId): Uint8Array<ArrayBuffer> {
  return unit.vault.sealSystem(randomBytes(32).toString("base64"), keyPurpose(id));
}

type Keyed = Pick<IncidentRow, "id" | "sealedKey">;

const keyOf = (unit: Unit, { id, sealedKey }: Keyed): Buffer =>
  Buffer.from(unit.vault.openSystem<string>(sealedKey, keyPurpose(id)), "base64");

export const sealIn = (unit: Unit, incident: Keyed, value: unknown, purpose: string): Uint8Array<ArrayBuffer> =>
  sealJson(keyOf(unit, incident), value, purpose);

export const openIn = <T>(unit: Unit, incident: Keyed, sealed: Uint8Array, purpose: string): T =>
  openJson<T>(keyOf(unit, incident), sealed, purpose);
