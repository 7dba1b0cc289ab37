import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import styles from "./facilitySearch.module.css";

/** A part of the filters that can be folded away; open at first when something of it is on. */
export function Fold({ title, open, children }: { title: string; open: boolean; children: ReactNode }) {
  return (
    <details className={styles["fold"]} open={open || undefined}>
      <summary>
        <span>{title}</span>
        <ChevronDown size={20} aria-hidden />
      </summary>
      <div className={styles["folded"]}>{children}</div>
    </details>
  );
}
