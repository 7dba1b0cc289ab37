import { Suspense, useEffect, useState } from "react";
import { later } from "../i18n/later.ts";

const Palette = later(async () => (await import("./Palette.tsx")).Palette);

/** Opens the palette with Ctrl+K or ⌘K, on every page; its code comes with the first time. */
export function PaletteHost() {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey)
        return;
      event.preventDefault();
      setOpen((before) => before || !document.querySelector("dialog[open]")); // not over another dialog
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  if (!open) return null;
  return (
    <Suspense>
      <Palette onClose={() => setOpen(false)} />
    </Suspense>
  );
}
