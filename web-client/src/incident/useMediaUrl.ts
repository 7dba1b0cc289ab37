import { useCallback, useEffect, useState } from "react";
import type { MediaReader } from "./mediaReader.ts";

/** An address in this page for pieces of a medium; given back when it is not shown any more. */
export function useMediaUrl(reader: MediaReader, seqs: readonly number[], type: string, wanted: boolean) {
  const [url, show] = useState<string>();
  const [failed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const list = seqs.join(",");
  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` asks for the same once more
  useEffect(() => {
    if (!wanted) return;
    const lifetime = new AbortController();
    const { signal } = lifetime;
    let made: string | undefined;
    reader.content(list.split(",").map(Number), type, signal).then(
      (content) => {
        if (signal.aborted) return;
        made = URL.createObjectURL(content);
        show(made);
        setFailed(false);
      },
      () => !signal.aborted && setFailed(true),
    );
    return () => {
      lifetime.abort();
      if (made) URL.revokeObjectURL(made);
    };
  }, [reader, list, type, wanted, attempt]);
  const again = useCallback(() => setAttempt((count) => count + 1), []);
  return { url: wanted ? url : undefined, failed, again };
}
