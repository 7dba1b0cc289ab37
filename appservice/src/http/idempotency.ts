import { createHash } from "node:crypto";
import { keepResponse, lockKeptResponse } from "@tsunagi/care/idempotency/store";
import { CareError } from "@tsunagi/care/kernel/errors";
import type { StaffUnit } from "@tsunagi/care/kernel/unit";

const PURPOSE = "idempotent-response";

export interface IdempotentRequest {
  /** The Idempotency-Key header; undefined = the client does not ask for it. */
  readonly key: string | undefined;
  readonly method: string;
  readonly path: string;
  readonly body: Buffer;
}

/**
 * Does a write once a key, in the write's own transaction: a repeated request gets the first answer again.
 * @throws CareError idempotencyReused when the same key comes with other content
 */
export async function once<T>(unit: StaffUnit, request: IdempotentRequest, work: () => Promise<T>): Promise<T> {
  const { key } = request;
  if (!key) return work();
  const { staffId } = unit.actor;
  const requestHash = hashOf(request);
  const kept = await lockKeptResponse(unit.tx, staffId, key);
  if (kept) {
    if (Buffer.compare(Buffer.from(kept.requestHash), Buffer.from(requestHash)) !== 0)
      throw new CareError("idempotencyReused");
    unit.audit({ action: "request.repeated" });
    return unit.vault.openSystem<T>(kept.sealed, PURPOSE);
  }
  const result = await work();
  const sealed = unit.vault.sealSystem(result, PURPOSE);
  await keepResponse(unit.tx, { staffId, key, requestHash, status: 200, sealed });
  return result;
}

function hashOf({ method, path, body }: IdempotentRequest): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(createHash("sha256").update(`${method} ${path}\n`).update(body).digest());
}
