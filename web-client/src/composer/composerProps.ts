import type { ComposerModel, ComposerSnapshot } from "./composer.model.ts";

/** What the composer shows and does. */
export interface ComposerProps {
  readonly snapshot: ComposerSnapshot;
  readonly actions: Pick<
    ComposerModel,
    "type" | "send" | "attach" | "move" | "choose" | "closeSuggestions" | "reply" | "setAskAck"
  >;
  /** Who is answered, by name. */
  readonly replyName: string;
  readonly replyText: string;
  readonly onWriteRecord: (() => void) | undefined;
}
