import type { IncidentMediaType } from "@tsunagi/contracts/rest/incident";
import type { Sealed } from "../vault/sealed.ts";

/** A photo or video on its way, without its bytes. */
export interface KeptMedium {
  readonly id: string;
  readonly incidentId: string;
  readonly mediaType: IncidentMediaType;
  readonly key: string;
  /** What the hub calls it; null until it was begun there. */
  readonly mediaId: string | null;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

const ABOUT = "incident-medium:";
const PIECE = "incident-piece:";
/** What nobody came back for after so long goes from the device. */
const LONGEST_MS = 24 * 3_600_000;

const pieceName = (id: string, seq: number): string => `${PIECE}${id}:${`${seq}`.padStart(4, "0")}`;

/**
 * Photos and videos that wait for a line, sealed on the device piece by piece until the hub has each: a page that is
 * closed or reloaded in the ambulance loses nothing. Gone when it was sent, at the hand-over, and with the vault at
 * sign-out.
 */
export class KeptMedia {
  readonly #sealed: Sealed;

  constructor(sealed: Sealed) {
    this.#sealed = sealed;
  }

  /** @throws when the device has no room for it */
  put(medium: KeptMedium): Promise<void> {
    return this.#sealed.write(ABOUT + medium.id, medium);
  }

  async putPiece(id: string, seq: number, piece: Blob): Promise<void> {
    await this.#sealed.writeBytes(pieceName(id, seq), await piece.arrayBuffer());
  }

  async piece(id: string, seq: number): Promise<Blob | undefined> {
    const bytes = await this.#sealed.readBytes(pieceName(id, seq));
    return bytes && new Blob([bytes]);
  }

  removePiece(id: string, seq: number): Promise<void> {
    return this.#sealed.remove(pieceName(id, seq));
  }

  async remove(id: string): Promise<void> {
    await this.#sealed.remove(ABOUT + id);
    for (const name of await this.#sealed.names(`${PIECE}${id}:`)) await this.#sealed.remove(name);
  }

  /** What waits of one transport, oldest first, with the numbers of its pieces. What is too old of any goes. */
  async of(incidentId: string, now = Date.now()): Promise<readonly (KeptMedium & { readonly pieces: number[] })[]> {
    const kept: (KeptMedium & { readonly pieces: number[] })[] = [];
    for (const name of await this.#sealed.names(ABOUT)) {
      const medium = await this.#sealed.read<KeptMedium>(name);
      if (!medium || now - medium.at > LONGEST_MS) await this.remove(name.slice(ABOUT.length));
      else if (medium.incidentId === incidentId) kept.push({ ...medium, pieces: await this.#pieces(medium.id) });
    }
    return kept.sort((a, b) => a.at - b.at);
  }

  /** At the hand-over nothing of a transport stays. */
  async forget(incidentId: string): Promise<void> {
    for (const { id } of await this.of(incidentId)) await this.remove(id);
  }

  async #pieces(id: string): Promise<number[]> {
    const names = await this.#sealed.names(`${PIECE}${id}:`);
    return names.map((name) => Number(name.split(":").at(-1)));
  }
}
