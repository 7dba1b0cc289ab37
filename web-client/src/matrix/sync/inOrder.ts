import { type MSC3575SlidingSyncResponse, type SlidingSync, SlidingSyncState } from "matrix-js-sdk/lib/sliding-sync.js";

/** SDK internals (matrix-js-sdk 43.0.0, pinned): the two last steps of taking an answer in, in this order. */
interface LastSteps {
  invokeLifecycleListeners(state: SlidingSyncState, answer: MSC3575SlidingSyncResponse | null, error?: Error): void;
  onPostExtensionsResponse(extensions: Record<string, object>): Promise<void>;
}

/**
 * The SDK says that an answer is taken in before it has taken in account data and read receipts. Whoever waits for the
 * first sync would find no receipts, and would make anew what stands in account data. Here it is said last.
 */
export function sayLastThatItIsDone(sync: SlidingSync): void {
  const steps = sync as unknown as LastSteps;
  const tell = steps.invokeLifecycleListeners.bind(sync);
  const takeIn = steps.onPostExtensionsResponse.bind(sync);
  let done: MSC3575SlidingSyncResponse | null = null;
  steps.invokeLifecycleListeners = (state, answer, error) => {
    if (state === SlidingSyncState.Complete) done = answer;
    else tell(state, answer, error);
  };
  steps.onPostExtensionsResponse = async (extensions) => {
    try {
      await takeIn(extensions);
    } finally {
      tell(SlidingSyncState.Complete, done);
    }
  };
}
