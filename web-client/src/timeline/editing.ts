import { URGENT_MARK } from "@tsunagi/contracts/events";
import { ViewModel } from "../kit/viewModel.ts";
import { isUrgent } from "../matrix/messages.ts";
import type { Content, TimelineEvent } from "../matrix/models.ts";
import { tileOf } from "./tileOf.ts";

/** A message that is being put right, and what it shall say. */
export interface Edit {
  readonly event: TimelineEvent;
  readonly text: string;
}

/** The one message of a conversation that is being edited: kept here, so that scrolling away loses nothing. */
export class Editing extends ViewModel<Edit | null> {
  constructor() {
    super(null);
  }

  /** @returns false for what has no words of one's own to change */
  readonly begin = (event: TimelineEvent): boolean => {
    const tile = tileOf(event, "");
    if (tile?.kind !== "text") return false;
    this.replace({ event, text: tile.body });
    return true;
  };

  readonly type = (text: string): void => {
    const edit = this.getSnapshot();
    if (edit) this.replace({ ...edit, text });
  };

  readonly close = (): void => this.replace(null);

  /** Ends it. @returns the message to send; null when nothing was changed */
  readonly finish = (): Content | null => {
    const edit = this.getSnapshot();
    this.close();
    if (!edit) return null;
    const { event, text } = edit;
    const before = tileOf(event, "");
    const unchanged = before?.kind === "text" && before.body === text.trim();
    return unchanged || text.trim() === "" ? null : editContent(event, text.trim());
  };
}

/**
 * A message that replaces another (Matrix spec, "Event replacements"). What it asks and whom it means stands in the new
 * content only, so that nobody is asked or called twice.
 */
export function editContent(event: TimelineEvent, text: string): Content {
  const { "m.relates_to": _relation, format: _format, formatted_body: _formatted, ...kept } = event.content;
  const body = isUrgent(event) ? URGENT_MARK + text : text;
  return {
    msgtype: "m.text",
    body: `* ${body}`,
    "m.new_content": { ...kept, body },
    "m.mentions": {},
    "m.relates_to": { rel_type: "m.replace", event_id: event.eventId },
  };
}
