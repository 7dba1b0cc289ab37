import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "wouter";
import styles from "./Surface.module.css";

/** Rows one below the other. Its children are `Row`s. */
export function List({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul className={styles["list"]} aria-label={label}>
      {children}
    </ul>
  );
}

export interface RowProps {
  readonly title: ReactNode;
  readonly subtitle?: ReactNode;
  readonly leading?: ReactNode;
  readonly trailing?: ReactNode;
  /** Where a tap leads. */
  readonly href?: string;
  /** What the next page may know already: kept in the browser's history, not in the address. */
  readonly state?: unknown;
  /** What a tap does; with neither, the row only shows. */
  readonly onSelect?: () => void;
  /** It is what is being looked at. */
  readonly current?: boolean;
}

/** One thing of a list: who or what, something about it, what can be done. */
export function Row({ title, subtitle, leading, trailing, href, state, onSelect, current }: RowProps) {
  const content = (
    <>
      {leading}
      <span className={styles["rowText"]}>
        <span className={styles["rowTitle"]}>{title}</span>
        {subtitle && <span className={styles["rowSubtitle"]}>{subtitle}</span>}
      </span>
      {trailing && <span className={styles["rowTrailing"]}>{trailing}</span>}
      {href && !trailing && <ChevronRight size={20} aria-hidden />}
    </>
  );
  return <li>{interactive({ content, href, state, onSelect, current })}</li>;
}

type Interactive = { content: ReactNode } & {
  [Key in "href" | "state" | "onSelect" | "current"]: RowProps[Key] | undefined;
};

function interactive({ content, href, state, onSelect, current }: Interactive): ReactNode {
  if (href)
    return (
      <Link href={href} state={state} className={styles["row"] ?? ""} aria-current={current ? "true" : undefined}>
        {content}
      </Link>
    );
  if (onSelect)
    return (
      <button type="button" className={styles["row"]} onClick={onSelect} aria-current={current ? "true" : undefined}>
        {content}
      </button>
    );
  return <div className={styles["row"]}>{content}</div>;
}
