import type { ReactNode } from "react";
import { Link } from "wouter";
import styles from "./TabLinks.module.css";

export interface TabLink {
  readonly href: string;
  readonly label: string;
  readonly current: boolean;
  readonly badge?: ReactNode;
}

/** Pages of one matter side by side; each has its own address. */
export function TabLinks({ label, links }: { label: string; links: readonly TabLink[] }) {
  return (
    <nav className={styles["tabs"]} aria-label={label}>
      {links.map(({ href, label: text, current, badge }) => (
        <Link
          key={href}
          href={href}
          replace
          className={styles["tab"] ?? ""}
          aria-current={current ? "page" : undefined}
        >
          <span>{text}</span>
          {badge}
        </Link>
      ))}
    </nav>
  );
}
