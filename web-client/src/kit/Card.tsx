import type { ReactNode } from "react";
import styles from "./Surface.module.css";

/** A block of one matter, with its title and what can be done. */
export function Card({ title, actions, children }: { title?: string; actions?: ReactNode; children: ReactNode }) {
  return (
    <section className={styles["card"]} aria-label={title}>
      {(title || actions) && (
        <div className={styles["cardHead"]}>
          {title && <h2 className={styles["cardTitle"]}>{title}</h2>}
          {actions}
        </div>
      )}
      {children}
    </section>
  );
}

export interface Fact {
  readonly label: string;
  readonly value: ReactNode;
}

/** Labels and what they say, in two columns. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <div className={styles["factsFrame"]}>
      <dl className={styles["facts"]}>
        {facts.map(({ label, value }) => [<dt key={`${label}-dt`}>{label}</dt>, <dd key={`${label}-dd`}>{value}</dd>])}
      </dl>
    </div>
  );
}
