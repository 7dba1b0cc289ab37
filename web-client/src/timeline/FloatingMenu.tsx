import { type ReactNode, useLayoutEffect, useRef } from "react";
import { cx } from "../kit/cx.ts";
import styles from "../kit/Menu.module.css";
import { focusEntry, walkMenu } from "../kit/menuKeys.ts";
import type { MenuItem } from "../kit/Sheet.tsx";

const EDGE = 8;

export interface FloatingMenuProps {
  readonly label: string;
  readonly items: readonly MenuItem[];
  /** The place it belongs to, in the window's coordinates. */
  readonly at: DOMRect;
  readonly onClose: () => void;
  /** Further entries, above. */
  readonly children?: ReactNode;
}

/** A menu beside something, open as long as it is mounted; arrow keys, Esc, a press outside. */
export function FloatingMenu({ label, items, at, onClose, children }: FloatingMenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = menu.current;
    if (!element) return;
    element.showPopover();
    const { offsetWidth: width, offsetHeight: height } = element;
    const below = at.bottom + 4;
    const top = below + height > innerHeight - EDGE ? Math.max(EDGE, at.top - height - 4) : below;
    element.style.top = `${top}px`;
    element.style.left = `${Math.min(Math.max(EDGE, at.right - width), innerWidth - width - EDGE)}px`;
    focusEntry(element);
  }, [at]);
  return (
    <div
      ref={menu}
      popover="auto"
      role="menu"
      tabIndex={-1}
      aria-label={label}
      className={styles["menu"]}
      onToggle={(event) => {
        if (event.newState === "closed") onClose();
      }}
      onKeyDown={(event) => {
        walkMenu(event);
        if (event.key === "Tab") event.currentTarget.hidePopover(); // one goes on from the button
      }}
    >
      {children}
      {items.map(({ label: text, icon: Icon, danger, onSelect }) => (
        <button
          key={text}
          type="button"
          role="menuitem"
          tabIndex={-1}
          className={cx(styles["item"], danger && styles["danger"])}
          onClick={() => {
            onClose();
            onSelect();
          }}
        >
          {Icon && <Icon size={20} aria-hidden />}
          <span>{text}</span>
        </button>
      ))}
    </div>
  );
}
