import { useEffect, useRef, useState } from "react";
import { useText } from "../i18n/text.ts";
import { Hidden } from "../kit/State.tsx";
import { previewText } from "../rooms/preview.ts";
import type { Confirmations } from "./confirmations.ts";
import type { Row } from "./rows.ts";
import { useTools } from "./tools.ts";

/** Says to screen readers what comes in while the room is open: who and what, without being interrupted. */
export function LiveNews(props: { rows: readonly Row[]; confirmations: ReadonlyMap<string, Confirmations> }) {
  const { rows, confirmations } = props;
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
  const newest = newestConfirmation(confirmations);
  const knownAt = useRef(newest?.at ?? 0);
  useEffect(() => {
    if (!newest || newest.at <= knownAt.current) return;
    knownAt.current = newest.at;
    const { userId, done, all } = newest;
    say(text.t("asks.newsConfirmed", { name: nameOf(userId).name, done, all }));
  }, [newest, nameOf, text]);
  return (
    <Hidden>
      <span aria-live="polite">{said}</span>
    </Hidden>
  );
}

function newestConfirmation(confirmations: ReadonlyMap<string, Confirmations>) {
  let newest: { userId: string; at: number; done: number; all: number } | null = null;
  for (const { confirmed, waiting } of confirmations.values())
    for (const { userId, at } of confirmed)
      if (at > (newest?.at ?? 0))
        newest = { userId, at, done: confirmed.length, all: confirmed.length + waiting.length };
  return newest;
}
