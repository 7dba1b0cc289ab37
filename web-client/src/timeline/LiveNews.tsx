import { useEffect, useRef, useState } from "react";
import { useText } from "../i18n/text.ts";
import { Hidden } from "../kit/State.tsx";
import { previewText } from "../rooms/preview.ts";
import type { Row } from "./rows.ts";
import { useTools } from "./tools.ts";

/** Says to screen readers what comes in while the room is open: who and what, without being interrupted. */
export function LiveNews({ rows }: { rows: readonly Row[] }) {
  const text = useText();
  const { nameOf } = useTools();
  const last = rows.findLast((row) => row.kind === "message");
  const known = useRef(last?.key);
  const [said, say] = useState("");
  useEffect(() => {
    if (!last || last.key === known.current) return;
    known.current = last.key;
    if (!last.own) say(`${nameOf(last.event.sender).name} ${previewText(last.tile, text)}`);
  }, [last, nameOf, text]);
  return (
    <Hidden>
      <span aria-live="polite">{said}</span>
    </Hidden>
  );
}
