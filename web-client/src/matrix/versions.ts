import type { MatrixClient } from "matrix-js-sdk/lib/client.js";
import type { Version } from "./models.ts";

const MOST = 50;

/** What a message said before and after each edit, oldest first. @throws when there is no line */
export async function versionsOf(client: MatrixClient, roomId: string, eventId: string): Promise<readonly Version[]> {
  const map = client.getEventMapper({ decrypt: false });
  const [raw, { chunk }] = await Promise.all([
    client.fetchRoomEvent(roomId, eventId),
    client.fetchRelations(roomId, eventId, "m.replace", null, { limit: MOST }),
  ]);
  const first = map({ ...raw, unsigned: {} }); // without the latest edit in it
  const edits = chunk.filter(({ sender }) => sender === first.getSender()).map(map);
  await Promise.all([first, ...edits].map((event) => client.decryptEventIfNeeded(event).catch(() => undefined)));
  const versions = [
    { body: bodyOf(first.getOriginalContent()), at: first.getTs() },
    ...edits.map((edit) => ({ body: bodyOf(edit.getContent()["m.new_content"]), at: edit.getTs() })),
  ];
  return versions.sort((a, b) => a.at - b.at);
}

function bodyOf(content: unknown): string | null {
  const { body } = (content ?? {}) as { readonly body?: unknown };
  return typeof body === "string" ? body : null;
}
