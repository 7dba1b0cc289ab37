import type { ComposerModel, ComposerSnapshot } from "./composer.model.ts";

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
  >;
  /** Who is answered, by name. */
  readonly replyName: string;
  readonly replyText: string;
  readonly onWriteRecord: (() => void) | undefined;
}
