import styles from "./Avatar.module.css";
import { cx } from "./cx.ts";
import { professionGroup } from "./profession.ts";

export interface AvatarProps {
  /** The first character is shown. */
  readonly name: string;
  /** A colleague's role gives the colour. */
  readonly role?: string | undefined;
  /** `person` = somebody who is served: square and of one colour. */
  readonly kind?: "colleague" | "person";
  readonly small?: boolean;
}

/** A name's first character on its profession's colour. Decoration: the name always stands beside it. */
export function Avatar({ name, role, kind = "colleague", small }: AvatarProps) {
  const look = kind === "person" ? styles["person"] : styles[professionGroup(role)];
  return (
    <span className={cx(styles["avatar"], look, small && styles["small"])} aria-hidden>
      {[...name.trim()][0] ?? "？"}
    </span>
  );
}
