import type { ComposerModel, ComposerSnapshot } from "./composer.model.ts";

/** What opens beside the field: its code comes when it is opened. */
export type WritingDialog = "templates" | "voice" | "schedule" | "scheduled";

/** What the composer shows and does. */
export interface ComposerProps {
  readonly snapshot: ComposerSnapshot;
  readonly actions: Pick<
    ComposerModel,
    | "type"
    | "send"
    | "stopAsking"
    | "attach"
    | "move"
    | "choose"
    | "beginMention"
    | "closeSuggestions"
    | "reply"
    | "setAskAck"
    | "setUrgent"
    | "toBlank"
    | "moveCaret"
  >;
  /** Who is answered, by name. */
  readonly replyName: string;
  readonly replyText: string;
  readonly onWriteRecord: (() => void) | undefined;
  readonly onOpen: (dialog: WritingDialog) => void;
  /** Messages of this conversation that are to be sent later. */
  readonly scheduledCount: number;
}
