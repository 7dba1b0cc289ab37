import { useCallback, useSyncExternalStore } from "react";

/** True while the media query matches. */
export function useMediaQuery(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const list = matchMedia(query);
      list.addEventListener("change", listener);
      return () => list.removeEventListener("change", listener);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches);
}

/** Room for two columns. The same width stands in the style sheets' media queries. */
export const useWideScreen = (): boolean => useMediaQuery("(min-width: 56rem)");
