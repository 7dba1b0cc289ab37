import { type RefCallback, useCallback, useState } from "react";

/** Rows drawn at first, and added each time the end comes near: two high screens. */
const STEP = 40;

/** How much of a long list is drawn: its beginning, and more as one scrolls on. What was drawn stays. */
export function useGrowing(total: number): { readonly drawn: number; readonly sentinel: RefCallback<HTMLElement> } {
  const [most, setMost] = useState(STEP);
  const sentinel = useCallback<RefCallback<HTMLElement>>((element) => {
    if (!element) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setMost((count) => count + STEP);
      },
      { rootMargin: "600px" },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { drawn: Math.min(most, total), sentinel };
}
