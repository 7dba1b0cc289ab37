import type { IncidentMediaView } from "@tsunagi/contracts/rest/incident";
import type { HubClient } from "../hub/hubClient.ts";
import { openPiece } from "./pieces.ts";

/** Opens pieces of one photo or video; the key stays in the page's memory only. */
export class MediaReader {
  readonly #hub: Pick<HubClient, "call" | "file">;
  readonly #incidentId: string;
  readonly #mediaId: string;
  readonly #parts = new Map<number, ArrayBuffer>();
  #key: string | undefined;

  constructor(hub: Pick<HubClient, "call" | "file">, incidentId: string, mediaId: string) {
    this.#hub = hub;
    this.#incidentId = incidentId;
    this.#mediaId = mediaId;
  }

  /** @throws when it may not be read any more, or no answer came */
  async piece(seq: number, signal: AbortSignal): Promise<ArrayBuffer> {
    const known = this.#parts.get(seq);
    if (known) return known;
    const params = { incidentId: this.#incidentId, mediaId: this.#mediaId };
    this.#key ??= (await this.#hub.call("openIncidentMedia", { params, signal })).key;
    const sealed = await this.#hub.file("readIncidentChunk", { params: { ...params, seq }, signal });
    const part = await openPiece(this.#key, this.#mediaId, seq, sealed);
    this.#parts.set(seq, part);
    return part;
  }

  /** Content from its beginning as far as it has arrived without a gap. */
  async content(seqs: readonly number[], type: string, signal: AbortSignal): Promise<Blob> {
    const parts: ArrayBuffer[] = [];
    for (const seq of seqs) parts.push(await this.piece(seq, signal));
    return new Blob(parts, { type });
  }
}

/** Numbers of the content's pieces that have arrived without a gap; the small picture is not among them. */
export function unbroken({ received }: Pick<IncidentMediaView, "received">): number[] {
  const there = new Set(received);
  const seqs: number[] = [];
  for (let seq = 1; there.has(seq); seq += 1) seqs.push(seq);
  return seqs;
}

export const isWhole = ({ chunks, received }: Pick<IncidentMediaView, "chunks" | "received">): boolean =>
  chunks !== null && received.length === chunks;
