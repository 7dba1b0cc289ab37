import { Hand, Reply, SendHorizontal, X } from "lucide-react";
import { type ClipboardEvent, useEffect, useId, useRef, useState } from "react";
import { useText } from "../i18n/text.ts";
import { IconButton } from "../kit/Button.tsx";
import { useMediaQuery } from "../kit/useMediaQuery.ts";
import { AddMenu } from "./AddMenu.tsx";
import { CommandListView } from "./CommandList.view.tsx";
import styles from "./Composer.module.css";
import type { ComposerProps } from "./composerProps.ts";
import { ComposerKeys } from "./keys.ts";
import { growToContent } from "./textarea.ts";

/** Where one writes. */
export function ComposerView(props: ComposerProps) {
  const { snapshot, actions } = props;
  const { t } = useText();
  const touch = useMediaQuery("(hover: none) and (pointer: coarse)");
  const field = useRef<HTMLTextAreaElement>(null);
  const [keys] = useState(() => new ComposerKeys());
  const listId = useId();
  const { text, replyTo, suggestions, selected } = snapshot;
  const completing = suggestions.length > 0;
  useEffect(() => {
    if (replyTo) field.current?.focus();
  }, [replyTo]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: its height follows its text
  useEffect(() => {
    if (field.current) growToContent(field.current);
  }, [text]);

  const send = () => {
    if (actions.send()) field.current?.focus();
  };
  const listCommands = () => {
    actions.type("/");
    field.current?.focus();
  };
  const onKeyDown = (event: React.KeyboardEvent<HTMLTextAreaElement>) => {
    const act = keys.read(event.nativeEvent, { touch, completing });
    if (act === "type") return;
    event.preventDefault();
    if (act === "send") send();
    else if (act === "choose") actions.choose();
    else if (act === "close") actions.closeSuggestions();
    else actions.move(act === "next" ? 1 : -1);
  };
  const onPaste = (event: ClipboardEvent) => {
    const files = [...event.clipboardData.files];
    if (files.length === 0) return;
    event.preventDefault();
    actions.attach(files);
  };
  return (
    <div className={styles["composer"]}>
      {completing && (
        <CommandListView id={listId} commands={suggestions} selected={selected} onChoose={actions.choose} />
      )}
      <Notes {...props} />
      <div className={styles["row"]}>
        <AddMenu {...props} onListCommands={listCommands} />
        <textarea
          ref={field}
          className={styles["field"]}
          rows={1}
          aria-label={t("composer.label")}
          placeholder={t("composer.placeholder")}
          title={touch ? undefined : t("composer.keysHint")}
          enterKeyHint={touch ? "enter" : "send"}
          aria-autocomplete="list"
          aria-controls={completing ? listId : undefined}
          aria-activedescendant={completing ? `${listId}-${selected}` : undefined}
          value={text}
          onChange={(event) => actions.type(event.target.value)}
          onKeyDown={onKeyDown}
          onCompositionStart={() => keys.compositionStart()}
          onCompositionEnd={(event) => keys.compositionEnd(event.timeStamp)}
          onBlur={() => keys.reset()}
          onPaste={onPaste}
        />
        <IconButton
          primary
          label={t("composer.send")}
          icon={SendHorizontal}
          disabled={text.trim() === ""}
          onPointerDown={(event) => event.preventDefault()} // the keyboard stays open
          onClick={send}
        />
      </div>
    </div>
  );
}

/** What goes with the message: an answer to somebody, a request for confirmation. */
function Notes({ snapshot, actions, replyName, replyText }: ComposerProps) {
  const { t } = useText();
  const { replyTo, askAck, commandsFailed } = snapshot;
  return (
    <>
      {commandsFailed && (
        <p className={styles["note"]} role="status">
          {t("composer.commandsFailed")}
        </p>
      )}
      {replyTo && (
        <div className={styles["note"]}>
          <Reply size={18} aria-hidden />
          <span className={styles["noteText"]}>
            <strong>{t("composer.replyingTo", { name: replyName })}</strong>
            <span className={styles["noteQuote"]}>{replyText}</span>
          </span>
          <IconButton icon={X} label={t("composer.stopReply")} onClick={() => actions.reply(null)} />
        </div>
      )}
      {askAck && (
        <div className={styles["note"]} data-tone="ack">
          <Hand size={18} aria-hidden />
          <span className={styles["noteText"]}>{t("composer.askingAck")}</span>
          <IconButton icon={X} label={t("composer.stopAskAck")} onClick={() => actions.setAskAck(false)} />
        </div>
      )}
    </>
  );
}
