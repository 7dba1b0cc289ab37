import { CircleAlert, CircleCheck, Info, LoaderCircle, type LucideIcon, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "./cx.ts";
import styles from "./State.module.css";

export type BannerTone = "info" | "success" | "warning" | "danger";

const ICONS: Readonly<Record<BannerTone, LucideIcon>> = {
  info: Info,
  success: CircleCheck,
  warning: TriangleAlert,
  danger: CircleAlert,
};

export interface BannerProps {
  readonly tone?: BannerTone;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  readonly icon?: LucideIcon;
  /** Said by screen readers as it appears; danger always is. */
  readonly live?: boolean;
}

/** Something one must know here. */
export function Banner({ tone = "info", title, children, actions, icon, live }: BannerProps) {
  const Icon = icon ?? ICONS[tone];
  const role = tone === "danger" ? "alert" : live ? "status" : undefined;
  return (
    <div className={cx(styles["banner"], styles[tone])} role={role}>
      <Icon size={20} aria-hidden />
      <div className={styles["bannerText"]}>
        {title && <p className={styles["bannerTitle"]}>{title}</p>}
        {children && <div>{children}</div>}
        {actions && <div className={styles["bannerActions"]}>{actions}</div>}
      </div>
    </div>
  );
}

export interface EmptyStateProps {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

/** Nothing is there: why, and what to do next. */
export function EmptyState({ icon: Icon, title, children, action }: EmptyStateProps) {
  return (
    <div className={styles["empty"]}>
      <Icon size={40} strokeWidth={1.5} aria-hidden />
      <p className={styles["emptyTitle"]}>{title}</p>
      {children && <p>{children}</p>}
      {action}
    </div>
  );
}

/** A spinner with words: what is being waited for. */
export function Busy({ children }: { children: string }) {
  return (
    <div className={styles["busy"]} role="status">
      <LoaderCircle size={22} aria-hidden />
      <span>{children}</span>
    </div>
  );
}

/** The shape of a list that is on its way; as high as the rows will be, so that nothing jumps. */
export function SkeletonList({ label, rows = 5 }: { label: string; rows?: number }) {
  return (
    <div className={styles["skeleton"]} role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are alike and never change places
        <div key={i} className={styles["skeletonRow"]} aria-hidden>
          <span className={cx(styles["bone"], styles["round"])} />
          <span className={styles["lines"]}>
            <span className={cx(styles["bone"], styles["long"])} />
            <span className={cx(styles["bone"], styles["short"])} />
          </span>
        </div>
      ))}
    </div>
  );
}

/** For screen readers only. */
export function Hidden({ children }: { children: ReactNode }) {
  return <span className={styles["hidden"]}>{children}</span>;
}
