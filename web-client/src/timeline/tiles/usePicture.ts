import { useCallback, useEffect, useSyncExternalStore } from "react";
import type { Loading } from "../pictures.ts";
import type { Attachment } from "../tile.ts";
import { useTools } from "../tools.ts";

/** An attachment on its way to the screen: loads it, and tells how far it is. */
export function usePicture(attachment: Attachment): Loading {
  const { pictures } = useTools();
  const loading = useSyncExternalStore(
    pictures.subscribe,
    useCallback(() => pictures.peek(attachment), [pictures, attachment]),
  );
  const gone = loading.state === "loading";
  useEffect(() => {
    if (gone) pictures.load(attachment); // also when it was let go of meanwhile
  }, [pictures, attachment, gone]);
  return loading;
}
