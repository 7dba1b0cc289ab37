import { identifyingKinds } from "@tsunagi/contracts/codes/negotiation";
import type { IdentifyingHit } from "@tsunagi/contracts/rest/negotiation";
import type { ReactNode } from "react";
import { useText } from "../i18n/text.ts";
import { Switch } from "../kit/Choice.tsx";
import { Banner } from "../kit/State.tsx";
import styles from "./negotiation.module.css";

export interface HitsViewProps {
  readonly text: string;
  readonly hits: readonly IdentifyingHit[];
  readonly lookedAt: boolean;
  readonly onLookedAt: (lookedAt: boolean) => void;
}

/** Shows where a text may tell who somebody is, and what must be done about it. */
export function HitsView({ text, hits, lookedAt, onLookedAt }: HitsViewProps) {
  const { t, language } = useText();
  if (hits.length === 0) return null;
  const blocks = hits.some((hit) => hit.blocks);
  const kinds = [...new Set(hits.map(({ kind }) => identifyingKinds.label(kind, language)))].join("・");
  return (
    <>
      <Banner
        tone={blocks ? "danger" : "warning"}
        title={t(blocks ? "negotiation.hitsBlock" : "negotiation.hitsLook")}
        live
      >
        {kinds}
      </Banner>
      <p className={styles["hitText"]}>{marked(text, hits)}</p>
      {!blocks && <Switch label={t("negotiation.lookedAt")} checked={lookedAt} onChange={onLookedAt} />}
    </>
  );
}

function marked(text: string, hits: readonly IdentifyingHit[]): ReactNode[] {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const hit of hits) {
    if (hit.start < at) continue;
    parts.push(text.slice(at, hit.start));
    parts.push(
      <mark key={hit.start} className={styles["hit"]} data-blocks={hit.blocks}>
        {text.slice(hit.start, hit.end)}
      </mark>,
    );
    at = hit.end;
  }
  return [...parts, text.slice(at)];
}
