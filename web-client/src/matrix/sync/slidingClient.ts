import { MatrixClient } from "matrix-js-sdk/lib/client.js";
import { HTTPError } from "matrix-js-sdk/lib/http-api/errors.js";
import type { MSC3575SlidingSyncRequest, MSC3575SlidingSyncResponse } from "matrix-js-sdk/lib/sliding-sync.js";
import { dropWhatIsBeforeGaps, leaveWhatIsNotTold } from "./missed.ts";
import { ALL } from "./roomWindow.ts";

type Answer = MSC3575SlidingSyncResponse;

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 10_000;

/** The SDK's client where one request of sliding sync is concerned: patient, and honest about gaps. */
export class SlidingClient extends MatrixClient {
  /** The first answer, when it was asked for before there was a client. */
  firstAnswer: Promise<Answer | undefined> | undefined;
  /** Told of every request that did not reach the server. */
  onUnreached: ((error: Error) => void) | undefined;
  #answered = false;

  override async slidingSync(request: MSC3575SlidingSyncRequest, _url?: string, signal?: AbortSignal): Promise<Answer> {
    const anew = request.pos === undefined && asksForAll(request);
    const answer = (await this.#takeFirst()) ?? (await this.#patiently(request, signal));
    if (anew && this.#answered) leaveWhatIsNotTold(this, answer);
    dropWhatIsBeforeGaps(this, answer);
    this.#answered = true;
    return answer;
  }

  async #takeFirst(): Promise<Answer | undefined> {
    const first = this.firstAnswer;
    this.firstAnswer = undefined;
    return first;
  }

  /** Tries until the server answers; the SDK would wait and say nothing. @throws HTTPError, and when aborted */
  async #patiently(request: MSC3575SlidingSyncRequest, signal?: AbortSignal): Promise<Answer> {
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      try {
        return await super.slidingSync({ ...request }, undefined, signal);
      } catch (error) {
        if (signal?.aborted || error instanceof HTTPError) throw error;
        this.onUnreached?.(error as Error);
        await pauseOrOnline(pause, signal);
        signal?.throwIfAborted();
      }
    }
  }
}

const asksForAll = ({ lists = {} }: MSC3575SlidingSyncRequest): boolean =>
  Object.values(lists).some(({ ranges }) => ranges.some(([, last = 0]) => last >= ALL));

/** Ends early when the browser says that there is a line again, or when nobody waits any more. */
function pauseOrOnline(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener("online", done);
      signal?.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    addEventListener("online", done);
    signal?.addEventListener("abort", done);
  });
}
