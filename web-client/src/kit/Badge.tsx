import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import styles from "./Badge.module.css";
import { cx } from "./cx.ts";

export type Tone = "neutral" | "primary" | "info" | "success" | "warning" | "danger";

/** A short word about something: its kind, its state. */
export function Badge({
  tone = "neutral",
  icon: Icon,
  children,
}: {
  tone?: Tone;
  icon?: LucideIcon;
  children: ReactNode;
}) {
  return (
    <span className={cx(styles["badge"], styles[tone])}>
      {Icon && <Icon size={14} aria-hidden />}
      {children}
    </span>
  );
}

/** How many wait. `label` says of what: 「未読 3件」. Nothing is drawn for 0. */
export function CountBadge({ count, label }: { count: number; label: string }) {
  if (count <= 0) return null;
  return (
    <span className={cx(styles["badge"], styles["count"])} role="img" aria-label={label}>
      {count > 99 ? "99+" : count}
    </span>
  );
}
