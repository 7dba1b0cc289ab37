import type { ReactNode } from "react";
import { Inline } from "../src/kit/Page.tsx";
import styles from "./sample.module.css";

/** A component's states side by side, with the name the code calls it by. */
export function Sample({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section className={styles["sample"]} aria-label={name}>
      <h3 lang="en">{name}</h3>
      <Inline>{children}</Inline>
    </section>
  );
}
