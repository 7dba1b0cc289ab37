import {
  AtSign,
  CalendarClock,
  Camera,
  FilePlus2,
  Hand,
  Mic,
  NotebookText,
  Paperclip,
  Plus,
  Siren,
  Slash,
} from "lucide-react";
import { useRef } from "react";
import { useText } from "../i18n/text.ts";
import { Menu } from "../kit/Menu.tsx";
import type { MenuItem } from "../kit/Sheet.tsx";
import { useMediaQuery } from "../kit/useMediaQuery.ts";
import styles from "./Composer.module.css";
import type { ComposerProps } from "./composerProps.ts";

/** What can be added besides words, behind one button: a camera, files, a record, a request for confirmation. */
export function AddMenu(
  props: Pick<ComposerProps, "snapshot" | "actions" | "onWriteRecord" | "onOpen"> & {
    readonly onListCommands: () => void;
    readonly onMention: () => void;
  },
) {
  const { snapshot, actions, onWriteRecord, onOpen, onListCommands, onMention } = props;
  const { t } = useText();
  const touch = useMediaQuery("(hover: none) and (pointer: coarse)");
  const camera = useRef<HTMLInputElement>(null);
  const files = useRef<HTMLInputElement>(null);
  const take = (input: HTMLInputElement) => {
    actions.attach([...(input.files ?? [])]);
    input.value = ""; // the same file may be chosen again
  };
  const items: readonly MenuItem[] = [
    ...(touch ? [{ label: t("composer.camera"), icon: Camera, onSelect: () => camera.current?.click() }] : []),
    { label: t("composer.pick"), icon: Paperclip, onSelect: () => files.current?.click() },
    { label: t("composer.voice"), icon: Mic, onSelect: () => onOpen("voice") },
    { label: t("templates.menu"), icon: NotebookText, onSelect: () => onOpen("templates") },
    ...(onWriteRecord ? [{ label: t("composer.writeRecord"), icon: FilePlus2, onSelect: onWriteRecord }] : []),
    {
      label: t(snapshot.urgent ? "composer.stopUrgent" : "composer.urgent"),
      icon: Siren,
      onSelect: () => actions.setUrgent(!snapshot.urgent),
    },
    {
      label: t(snapshot.askAck ? "composer.stopAskAck" : "composer.askAck"),
      icon: Hand,
      onSelect: () => actions.setAskAck(!snapshot.askAck),
    },
    ...(snapshot.text.trim() === ""
      ? []
      : [{ label: t("composer.schedule"), icon: CalendarClock, onSelect: () => onOpen("schedule") }]),
    { label: t("composer.mention"), icon: AtSign, onSelect: onMention },
    { label: t("composer.commands"), icon: Slash, onSelect: onListCommands },
  ];
  return (
    <>
      <Menu label={t("composer.add")} icon={Plus} items={items} />
      <input
        ref={camera}
        className={styles["hidden"]}
        type="file"
        accept="image/*"
        capture="environment"
        tabIndex={-1}
        aria-hidden
        onChange={(event) => take(event.currentTarget)}
      />
      <input
        ref={files}
        className={styles["hidden"]}
        type="file"
        multiple
        tabIndex={-1}
        aria-hidden
        onChange={(event) => take(event.currentTarget)}
      />
    </>
  );
}
