import { useState } from "react";
import { type Failure, failureOf } from "../hub/failure.ts";

/** One act at a time; its failure stays to be seen until the next one. */
export function useAct(): {
  readonly busy: boolean;
  readonly failure: Failure | undefined;
  readonly act: (work: () => Promise<void>) => Promise<boolean>;
} {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const act = async (work: () => Promise<void>): Promise<boolean> => {
    setBusy(true);
    setFailure(undefined);
    try {
      await work();
      return true;
    } catch (error) {
      setFailure(failureOf(error));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, failure, act };
}
