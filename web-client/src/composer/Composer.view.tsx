import { SendHorizontal, TextCursorInput } from "lucide-react";
import { type ClipboardEvent, useEffect, useId, useRef, useState } from "react";
import { useText } from "../i18n/text.ts";
import { Button, IconButton } from "../kit/Button.tsx";
import { ConfirmDialog } from "../kit/ConfirmDialog.tsx";
import { AddMenu } from "./AddMenu.tsx";
import { BLANK } from "./blanks.ts";
import styles from "./Composer.module.css";
import { ComposerNotes } from "./ComposerNotes.view.tsx";
import type { ComposerProps } from "./composerProps.ts";
import { ComposerKeys } from "./keys.ts";
import { SuggestionListView } from "./SuggestionList.view.tsx";
import { growToContent } from "./textarea.ts";
import { useEnterSends } from "./useEnterSends.ts";

/** The next blank behind the caret, or the first one again. */
function toNextBlank(field: HTMLTextAreaElement | null, actions: ComposerProps["actions"]): void {
  if (!field) return;
  const { selectionStart: from, selectionEnd: to } = field;
  if (!actions.toBlank(1, { from, to })) actions.toBlank(1, { from: 0, to: 0 });
}

/** Where one writes. */
export function ComposerView(props: ComposerProps) {
  const { snapshot, actions } = props;
  const { t } = useText();
  const enterSends = useEnterSends();
  const field = useRef<HTMLTextAreaElement>(null);
  const [keys] = useState(() => new ComposerKeys());
  const listId = useId();
  const { text, suggestions, selected, caret, asksEverybody } = snapshot;
  const completing = suggestions.length > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: its height follows its text
  useEffect(() => {
    if (field.current) growToContent(field.current);
  }, [text]);
  useEffect(() => {
    if (!caret) return;
    field.current?.focus();
    field.current?.setSelectionRange(caret.from, caret.to);
  }, [caret]);

  const send = () => {
    if (actions.send()) field.current?.focus();
  };
  const listCommands = () => {
    actions.type("/");
    field.current?.focus();
  };
  const onKeyDown = (event: React.KeyboardEvent<HTMLTextAreaElement>) => {
    const act = keys.read(event.nativeEvent, { enterSends, completing });
    if (act === "type") return;
    if (act === "nextBlank" || act === "previousBlank") {
      const { selectionStart: from, selectionEnd: to } = event.currentTarget;
      // Without a blank the key does what it always does: nobody is caught in the field.
      if (actions.toBlank(act === "nextBlank" ? 1 : -1, { from, to })) event.preventDefault();
      return;
    }
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
        <SuggestionListView id={listId} suggestions={suggestions} selected={selected} onChoose={actions.choose} />
      )}
      <ComposerNotes {...props} />
      {text.includes(BLANK) && (
        <div className={styles["chips"]}>
          <Button
            size="small"
            icon={TextCursorInput}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => toNextBlank(field.current, actions)}
          >
            {t("templates.nextBlank")}
          </Button>
        </div>
      )}
      <div className={styles["row"]}>
        <AddMenu {...props} onListCommands={listCommands} onMention={actions.beginMention} />
        <textarea
          ref={field}
          className={styles["field"]}
          rows={1}
          aria-label={t("composer.label")}
          placeholder={t("composer.placeholder")}
          title={enterSends ? t("composer.keysHint") : undefined}
          enterKeyHint={enterSends ? "send" : "enter"}
          aria-autocomplete="list"
          aria-controls={completing ? listId : undefined}
          aria-activedescendant={completing ? `${listId}-${selected}` : undefined}
          value={text}
          onChange={({ target }) => actions.type(target.value, target.selectionEnd)}
          onKeyDown={onKeyDown}
          onSelect={({ currentTarget }) => actions.moveCaret(currentTarget.selectionEnd)}
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
      {asksEverybody !== null && (
        <ConfirmDialog
          title={t("composer.everybodyTitle", { count: asksEverybody })}
          confirmLabel={t("composer.everybodySend")}
          onConfirm={send}
          onCancel={actions.stopAsking}
        >
          {t("composer.everybodyText")}
        </ConfirmDialog>
      )}
    </div>
  );
}
