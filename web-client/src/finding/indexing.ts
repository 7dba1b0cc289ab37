import type { TimelineEvent } from "../matrix/models.ts";
import { documentOf } from "./searchDocument.ts";
import type { SearchDocument, SearchIndex } from "./searchIndex.ts";

interface Batch {
  readonly events: readonly TimelineEvent[];
  readonly redacted: readonly string[];
}

/** Brings what has become readable into the index: edits in place of what they change, and nothing that was taken back. */
export async function bringIn(index: SearchIndex, { events, redacted }: Batch, keeperUserId: string): Promise<void> {
  const gone = [...redacted, ...events.filter(({ redactedBy }) => redactedBy !== null).map(({ eventId }) => eventId)];
  const standing = events.filter(({ redactedBy }) => redactedBy === null);
  index.add(standing.flatMap((event) => documentOf(event, keeperUserId) ?? []));
  for (const event of standing) {
    const revised = await revisedBy(event, index, keeperUserId);
    if (revised) index.add([revised]);
  }
  index.remove(gone);
}

/**
 * A message as an edit leaves it. The SDK puts edits in place where both are loaded; the message may have been seen
 * before a gap.
 */
async function revisedBy(
  edit: TimelineEvent,
  index: SearchIndex,
  keeperUserId: string,
): Promise<SearchDocument | null> {
  if (edit.relation?.type !== "m.replace") return null;
  const { eventId } = edit.relation;
  const known = await index.get(eventId);
  const content = edit.content["m.new_content"];
  if (known?.sender !== edit.sender || typeof content !== "object" || content === null) return null;
  const { sentAt } = known;
  return documentOf(
    { ...edit, eventId, sentAt, relation: null, content: content as TimelineEvent["content"] },
    keeperUserId,
  );
}
