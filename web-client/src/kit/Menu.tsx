import { EllipsisVertical, type LucideIcon } from "lucide-react";
import { useId, useRef, useState } from "react";
import { IconButton } from "./Button.tsx";
import { cx } from "./cx.ts";
import styles from "./Menu.module.css";
import { focusEntry, walkMenu } from "./menuKeys.ts";
import { type MenuItem, Sheet } from "./Sheet.tsx";
import { useMediaQuery } from "./useMediaQuery.ts";

export interface MenuProps {
  /** What the menu is for, said by screen readers: "〇〇さんの操作". */
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly icon?: LucideIcon;
}

/** A button that opens a list of acts: a popover beside it, on phones a sheet from below. */
export function Menu({ label, items, icon = EllipsisVertical }: MenuProps) {
  const phone = useMediaQuery("(max-width: 40rem)");
  const [open, setOpen] = useState(false);
  if (!phone) return <PopoverMenu label={label} items={items} icon={icon} />;
  return (
    <>
      <IconButton label={label} icon={icon} aria-haspopup="dialog" onClick={() => setOpen(true)} />
      {open && <Sheet title={label} items={items} onClose={() => setOpen(false)} />}
    </>
  );
}

function PopoverMenu({ label, items, icon }: Required<MenuProps>) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const beginAt = useRef<"first" | "last">("first");
  const [open, setOpen] = useState(false);
  return (
    <>
      <IconButton
        ref={button}
        label={label}
        icon={icon}
        popoverTarget={id}
        aria-haspopup="menu"
        aria-expanded={open}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
          event.preventDefault();
          beginAt.current = event.key === "ArrowUp" ? "last" : "first";
          menu.current?.showPopover();
        }}
      />
      <div
        ref={menu}
        id={id}
        popover="auto"
        role="menu"
        tabIndex={-1}
        aria-label={label}
        className={styles["menu"]}
        onToggle={(event) => {
          setOpen(event.newState === "open");
          if (event.newState !== "open" || !menu.current || !button.current) return;
          place(menu.current, button.current);
          focusEntry(menu.current, beginAt.current);
          beginAt.current = "first";
        }}
        onKeyDown={(event) => {
          walkMenu(event);
          if (event.key === "Tab") menu.current?.hidePopover(); // one goes on from the button
        }}
      >
        {items.map((item) => (
          <button
            key={item.label}
            type="button"
            role="menuitem"
            tabIndex={-1}
            className={cx(styles["item"], item.danger && styles["danger"])}
            onClick={() => {
              menu.current?.hidePopover();
              button.current?.focus(); // what the act opens gives the focus back here
              item.onSelect();
            }}
          >
            {item.icon && <item.icon size={20} aria-hidden />}
            <span>{item.label}</span>
          </button>
        ))}
      </div>
    </>
  );
}

const EDGE = 8;

/** Below the button and flush with its right side; above it where there is no room. */
function place(menu: HTMLElement, button: HTMLElement): void {
  const at = button.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = menu;
  const below = at.bottom + 4;
  const top = below + height > innerHeight - EDGE ? Math.max(EDGE, at.top - height - 4) : below;
  const left = Math.min(Math.max(EDGE, at.right - width), innerWidth - width - EDGE);
  menu.style.top = `${top}px`;
  menu.style.left = `${left}px`;
}
