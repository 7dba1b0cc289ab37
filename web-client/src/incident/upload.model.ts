import { type IncidentMediaType, MOST_CHUNKS } from "@tsunagi/contracts/rest/incident";
import { HubUnreachable } from "../hub/errors.ts";
import type { HubClient } from "../hub/hubClient.ts";
import { ViewModel } from "../kit/viewModel.ts";
import type { KeptMedia } from "./keptMedia.ts";
import { Medium } from "./medium.ts";
import { cut, newMediaKey, sealPiece } from "./pieces.ts";

export interface Upload {
  readonly key: string;
  readonly video: boolean;
  readonly sent: number;
  /** Pieces so far; more may come while it is filmed. */
  readonly total: number;
  /** `waiting`: there is no line; it goes on by itself. */
  readonly state: "sending" | "waiting" | "failed";
}

interface Uploads {
  readonly uploads: readonly Upload[];
}

/** Between two attempts while there is no line. */
const AGAIN_MS = 2_000;

interface Inputs {
  readonly hub: Pick<HubClient, "call">;
  readonly incidentId: string;
  readonly kept: Pick<KeptMedia, "put" | "putPiece" | "piece" | "removePiece" | "remove" | "of">;
  /** Something has arrived. */
  readonly onArrived: () => void;
}

/**
 * Sends photos and videos piece by piece, videos while they are filmed. A broken line costs the piece on its way: it is
 * sent again until it gets through. What waits is kept on the device and goes on after a reload.
 */
export class UploadModel extends ViewModel<Uploads> {
  readonly #inputs: Inputs;
  readonly #media = new Map<string, Medium>();

  constructor(inputs: Inputs) {
    super({ uploads: [] });
    this.#inputs = inputs;
  }

  protected override onStart(signal: AbortSignal): void {
    for (const medium of this.#media.values()) void this.#run(medium, signal);
    const { kept, incidentId } = this.#inputs;
    void kept.of(incidentId).then(
      (waiting) => {
        if (signal.aborted) return;
        for (const { pieces, ...about } of waiting) {
          if (this.#media.has(about.key)) continue;
          if (pieces.length > 0) this.#take(Medium.resumed(about, pieces));
          else void kept.remove(about.id);
        }
      },
      () => undefined, // nothing can be read: then nothing waits
    );
  }

  /** @param small the small picture, which arrives first */
  readonly send = (whole: Blob, small: Blob, mediaType: IncidentMediaType = "image/jpeg"): void => {
    const film = this.begin(mediaType, small);
    film.add(whole);
    film.end();
  };

  /** Begins something whose bytes come bit by bit. Every call of `add` follows the last. */
  readonly begin = (mediaType: IncidentMediaType, small: Blob): { add(bytes: Blob): void; end(): void } => {
    const { incidentId, kept } = this.#inputs;
    const id = crypto.randomUUID();
    const medium = new Medium({ id, incidentId, mediaType, key: newMediaKey(), mediaId: null, at: Date.now() });
    const keep = (seq: number, piece: Blob) => kept.putPiece(id, seq, piece).catch(() => undefined); // a full device: it lives as long as the page
    void kept.put(medium.about).catch(() => undefined);
    const add = (piece: Blob) => {
      if (medium.total >= MOST_CHUNKS) return;
      void keep(medium.add(piece), piece);
      this.#change(medium.about.key, { total: medium.total });
    };
    this.#take(medium);
    add(small);
    return {
      add: (bytes) => {
        for (const piece of cut(bytes)) add(piece);
      },
      end: () => medium.end(),
    };
  };

  #take(medium: Medium): void {
    const { key, mediaType } = medium.about;
    this.#media.set(key, medium);
    const video = mediaType.startsWith("video/");
    const upload = { key, video, sent: medium.next, total: medium.total, state: "sending" as const };
    this.update({ uploads: [...this.getSnapshot().uploads.filter((one) => one.key !== key), upload] });
    void this.#run(medium, this.signal);
  }

  async #run(medium: Medium, signal: AbortSignal): Promise<void> {
    const { hub, kept, onArrived } = this.#inputs;
    const { id, key, incidentId, mediaType } = medium.about;
    try {
      if (medium.about.mediaId === null) {
        const begun = await this.#through(key, signal, () =>
          hub.call("beginIncidentMedia", { params: { incidentId }, body: { mediaType, key }, signal }),
        );
        medium.begun(begun.id);
        await kept.put(medium.about).catch(() => undefined);
      }
      const mediaId = medium.about.mediaId ?? "";
      while (await medium.hasNext(signal)) {
        const seq = medium.next;
        const piece = medium.piece(seq) ?? (await kept.piece(id, seq));
        if (!piece) break; // cut off by a page that was closed while it was kept: what is there is sent
        const bytes = await sealPiece(key, mediaId, seq, piece);
        const params = { incidentId, mediaId, seq };
        await this.#through(key, signal, () => hub.call("putIncidentChunk", { params, bytes, signal }));
        medium.sent(seq);
        if (seq > 0) await kept.removePiece(id, seq - 1).catch(() => undefined); // the last stays: it tells how many there were
        this.#change(key, { sent: medium.next });
      }
      const finish = { params: { incidentId, mediaId }, body: { chunks: medium.next }, signal };
      await this.#through(key, signal, () => hub.call("finishIncidentMedia", finish));
      await this.#letGo(medium);
      onArrived();
    } catch {
      if (signal.aborted) return;
      await kept.remove(id).catch(() => undefined); // refused for good: the transport is over, or its time
      this.#media.delete(key);
      this.#change(key, { state: "failed" });
    }
  }

  async #letGo({ about: { id, key } }: Medium): Promise<void> {
    this.#media.delete(key);
    await this.#inputs.kept.remove(id).catch(() => undefined);
    this.update({ uploads: this.getSnapshot().uploads.filter((upload) => upload.key !== key) });
  }

  async #through<T>(key: string, signal: AbortSignal, attempt: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        const answer = await attempt();
        this.#change(key, { state: "sending" });
        return answer;
      } catch (error) {
        if (!(error instanceof HubUnreachable) || signal.aborted) throw error;
        this.#change(key, { state: "waiting" });
        await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
        signal.throwIfAborted();
      }
    }
  }

  #change(key: string, change: Partial<Upload>): void {
    const { uploads } = this.getSnapshot();
    this.update({ uploads: uploads.map((upload) => (upload.key === key ? { ...upload, ...change } : upload)) });
  }
}
