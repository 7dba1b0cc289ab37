/** An event as transactions, /sync and /messages carry it (Matrix client-server API, "Events"). */
export interface MatrixEvent {
  readonly event_id: string;
  readonly room_id: string;
  readonly type: string;
  readonly sender: string;
  readonly origin_server_ts: number;
  readonly content: Readonly<Record<string, unknown>>;
  readonly state_key?: string;
  readonly redacts?: string;
  readonly unsigned?: { readonly redacted_because?: unknown; readonly age?: number };
}

export const isState = (event: MatrixEvent): boolean => event.state_key !== undefined;
export const isRedacted = (event: MatrixEvent): boolean => event.unsigned?.redacted_because !== undefined;

interface Relation {
  readonly rel_type?: string;
  readonly event_id?: string;
  readonly "m.in_reply_to"?: { readonly event_id?: string };
}

const relation = (event: MatrixEvent): Relation => (event.content["m.relates_to"] ?? {}) as Relation;

/** The event this one takes the place of, when it is an edit; readable on encrypted events too. */
export const replacedEvent = (event: MatrixEvent): string | undefined =>
  relation(event).rel_type === "m.replace" ? relation(event).event_id : undefined;

export const repliedToEvent = (event: MatrixEvent): string | undefined => relation(event)["m.in_reply_to"]?.event_id;

/** The event a redaction takes back: in the content since room version 11, beside it before. */
export const redactedEvent = (event: MatrixEvent): string | undefined => {
  if (event.type !== "m.room.redaction") return undefined;
  const { redacts } = event.content as { redacts?: unknown };
  return typeof redacts === "string" ? redacts : event.redacts;
};
