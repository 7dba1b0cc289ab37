import { LoaderCircle, type LucideIcon } from "lucide-react";
import type { ComponentProps } from "react";
import { Link } from "wouter";
import styles from "./Button.module.css";
import { cx } from "./cx.ts";

interface Look {
  readonly variant?: "primary" | "plain" | "quiet" | "danger";
  readonly size?: "medium" | "small";
  /** As wide as its container. */
  readonly wide?: boolean;
  readonly icon?: LucideIcon;
}

export interface ButtonProps extends Look, Omit<ComponentProps<"button">, "aria-busy"> {
  /** What it says while it works; further presses do nothing. */
  readonly busy?: string | false | undefined;
}

const lookOf = ({ variant = "plain", size = "medium", wide = false }: Look, className?: string): string =>
  cx(styles["button"], styles[variant], size === "small" && styles["small"], wide && styles["wide"], className);

/** A button with words. `busy` keeps the focus on it and says what is being done. */
export function Button({ variant, size, wide, icon: Icon, busy, children, className, onClick, ...rest }: ButtonProps) {
  const look: Look = { ...(variant ? { variant } : {}), ...(size ? { size } : {}), ...(wide ? { wide } : {}) };
  return (
    <button
      type="button"
      {...rest}
      className={cx(lookOf(look, className), busy && styles["busy"])}
      aria-disabled={busy ? true : undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {busy ? (
        <LoaderCircle className={styles["turning"]} size={20} aria-hidden />
      ) : (
        Icon && <Icon size={20} aria-hidden />
      )}
      <span aria-live={busy === undefined ? undefined : "polite"}>{busy || children}</span>
    </button>
  );
}

export interface ButtonLinkProps extends Look {
  readonly href: string;
  readonly children: React.ReactNode;
}

/** A link that looks like a button. */
export function ButtonLink({ href, icon: Icon, children, ...look }: ButtonLinkProps) {
  return (
    <Link href={href} className={lookOf(look)}>
      {Icon && <Icon size={20} aria-hidden />}
      <span>{children}</span>
    </Link>
  );
}

export interface IconButtonProps extends Omit<ComponentProps<"button">, "children"> {
  /** Said by screen readers and shown as a tooltip. */
  readonly label: string;
  readonly icon: LucideIcon;
  readonly primary?: boolean;
  /** For switches: whether it is on. */
  readonly pressed?: boolean;
}

/** A button that is only a picture. */
export function IconButton({ label, icon: Icon, primary, pressed, className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      {...rest}
      aria-label={label}
      title={label}
      className={cx(styles["iconButton"], primary && styles["iconPrimary"], className)}
    >
      <Icon size={22} aria-hidden />
    </button>
  );
}
