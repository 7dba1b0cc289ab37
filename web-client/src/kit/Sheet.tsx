import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "./cx.ts";
import { Dialog } from "./Dialog.tsx";
import styles from "./Menu.module.css";

export interface MenuItem {
  readonly label: string;
  readonly icon?: LucideIcon;
  readonly danger?: boolean;
  readonly onSelect: () => void;
}

/** A list of acts that comes from below: the phone's menu, also for a long press on something. */
export function Sheet(props: {
  readonly title: string;
  readonly items: readonly MenuItem[];
  readonly onClose: () => void;
  /** Stands above the acts. */
  readonly children?: ReactNode;
}) {
  const { title, items, onClose, children } = props;
  return (
    <Dialog title={title} onClose={onClose} narrow>
      {children}
      <ul className={styles["sheet"]}>
        {items.map((item) => (
          <li key={item.label}>
            <button
              type="button"
              className={cx(styles["item"], item.danger && styles["danger"])}
              onClick={() => {
                onClose();
                item.onSelect();
              }}
            >
              {item.icon && <item.icon size={22} aria-hidden />}
              <span>{item.label}</span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
