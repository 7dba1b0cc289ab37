import { Ban, Copy, EllipsisVertical, FilePlus2, Pencil, Pin, PinOff, Reply } from "lucide-react";
import { type ReactNode, type RefObject, useEffect, useRef } from "react";
import { useText } from "../i18n/text.ts";
import { IconButton } from "../kit/Button.tsx";
import { type MenuItem, Sheet } from "../kit/Sheet.tsx";
import type { TimelineEvent } from "../matrix/models.ts";
import { FloatingMenu } from "./FloatingMenu.tsx";
import styles from "./Message.module.css";
import { ReactionPicker } from "./Reactions.tsx";
import type { Reaction } from "./reactions.ts";
import type { MessageRow } from "./rows.ts";
import { useTools } from "./tools.ts";

/** Everything that can be done with a message. */
export type MessageAct =
  | "reply"
  | "makeRecord"
  | "copy"
  | "redact"
  | "resend"
  | "giveUp"
  | "readers"
  | "confirm"
  | "confirmations"
  | "jump"
  | "edit"
  | "versions"
  | "reactions"
  | "pin"
  | "unpin"
  | "thread";

interface Props {
  readonly row: MessageRow;
  readonly reactions: readonly Reaction[];
  readonly phone: boolean;
  readonly open: boolean;
  readonly onOpen: () => void;
  readonly onClose: () => void;
  readonly onAct: (act: MessageAct, event: TimelineEvent) => void;
}

/**
 * The button beside a message; what it opens is made only when it is pressed: there are hundreds of them. On phones a
 * tap on the message does the same.
 */
export function MessageMenu({ row, reactions, phone, open, onOpen, onClose, onAct }: Props) {
  const { t } = useText();
  const button = useRef<HTMLButtonElement>(null);
  const items = useItems(row, onAct);
  if (items.length === 0) return null;
  const picker = row.tile.kind !== "undecryptable" && (
    <ReactionPicker event={row.event} reactions={reactions} inMenu={!phone} onPicked={onClose} />
  );
  return (
    <>
      <IconButton
        ref={button}
        className={styles["menu"]}
        label={t("timeline.menu")}
        icon={EllipsisVertical}
        aria-haspopup={phone ? "dialog" : "menu"}
        aria-expanded={open}
        onClick={onOpen}
      />
      {open && phone && (
        <Sheet title={t("timeline.menu")} items={items} onClose={onClose}>
          {picker}
        </Sheet>
      )}
      {open && !phone && (
        <AnchoredMenu anchor={button} label={t("timeline.menu")} items={items} onClose={onClose}>
          {picker}
        </AnchoredMenu>
      )}
    </>
  );
}

interface AnchoredProps {
  readonly anchor: RefObject<HTMLButtonElement | null>;
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly onClose: () => void;
  readonly children: ReactNode;
}

function AnchoredMenu({ anchor, ...menu }: AnchoredProps) {
  useEffect(() => {
    const button = anchor.current;
    return () => button?.focus({ preventScroll: true }); // where one was before
  }, [anchor]);
  return anchor.current && <FloatingMenu {...menu} at={anchor.current.getBoundingClientRect()} />;
}

function useItems({ event, tile, own }: MessageRow, onAct: Props["onAct"]): readonly MenuItem[] {
  const { t } = useText();
  const { isPinned } = useTools();
  if (event.send !== "sent" || tile.kind === "redacted" || tile.kind === "decrypting") return [];
  const readable = tile.kind !== "undecryptable";
  const words = tile.kind === "text" || tile.kind === "notice" || tile.kind === "command" || tile.kind === "card";
  const item = (act: MessageAct, label: string, icon: MenuItem["icon"], danger = false): MenuItem => ({
    label,
    danger,
    onSelect: () => onAct(act, event),
    ...(icon ? { icon } : {}),
  });
  const pinItem = () =>
    isPinned(event.eventId) ? item("unpin", t("marks.unpin"), PinOff) : item("pin", t("marks.pin"), Pin);
  return [
    ...(readable ? [item("reply", t("timeline.reply"), Reply)] : []),
    ...(tile.kind === "text" ? [item("makeRecord", t("timeline.makeRecord"), FilePlus2)] : []),
    ...(own && tile.kind === "text" ? [item("edit", t("marks.edit"), Pencil)] : []),
    ...(readable ? [pinItem()] : []),
    ...(words ? [item("copy", t("timeline.copy"), Copy)] : []),
    ...(own ? [item("redact", t("timeline.redact"), Ban, true)] : []),
  ];
}
