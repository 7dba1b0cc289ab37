import { HubUnreachable } from "../hub/errors.ts";
import type { HubClient } from "../hub/hubClient.ts";
import { ViewModel } from "../kit/viewModel.ts";
import { newMediaKey, piecesOf, sealPiece } from "./pieces.ts";

export interface Upload {
  readonly key: string;
  readonly sent: number;
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
  /** Something has arrived. */
  readonly onArrived: () => void;
}

/** Sends photos piece by piece. A broken line costs the piece on its way: it is sent again until it gets through. */
export class UploadModel extends ViewModel<Uploads> {
  readonly #inputs: Inputs;

  constructor(inputs: Inputs) {
    super({ uploads: [] });
    this.#inputs = inputs;
  }

  /** @param small the small picture, which arrives first */
  readonly send = async (whole: Blob, small: Blob): Promise<void> => {
    const { hub, incidentId, onArrived } = this.#inputs;
    const key = newMediaKey();
    const pieces = piecesOf(small, whole);
    this.update({ uploads: [...this.getSnapshot().uploads, { key, sent: 0, total: pieces.length, state: "sending" }] });
    try {
      const body = { mediaType: "image/jpeg" as const, key };
      const { id: mediaId } = await this.#through(key, () =>
        hub.call("beginIncidentMedia", { params: { incidentId }, body, signal: this.signal }),
      );
      for (const [seq, piece] of pieces.entries()) {
        const bytes = await sealPiece(key, mediaId, seq, piece);
        const params = { incidentId, mediaId, seq };
        await this.#through(key, () => hub.call("putIncidentChunk", { params, bytes, signal: this.signal }));
        this.#change(key, { sent: seq + 1 });
      }
      const finish = { params: { incidentId, mediaId }, body: { chunks: pieces.length }, signal: this.signal };
      await this.#through(key, () => hub.call("finishIncidentMedia", finish));
      this.update({ uploads: this.getSnapshot().uploads.filter((upload) => upload.key !== key) });
      onArrived();
    } catch {
      if (!this.signal.aborted) this.#change(key, { state: "failed" });
    }
  };

  async #through<T>(key: string, attempt: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        const answer = await attempt();
        this.#change(key, { state: "sending" });
        return answer;
      } catch (error) {
        if (!(error instanceof HubUnreachable) || this.signal.aborted) throw error;
        this.#change(key, { state: "waiting" });
        await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
      }
    }
  }

  #change(key: string, change: Partial<Upload>): void {
    const { uploads } = this.getSnapshot();
    this.update({ uploads: uploads.map((upload) => (upload.key === key ? { ...upload, ...change } : upload)) });
  }
}
