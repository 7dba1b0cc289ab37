import { DecryptionFailureCode } from "matrix-js-sdk/lib/crypto-api/index.js";
import { EventStatus, type MatrixEvent } from "matrix-js-sdk/lib/models/event.js";
import type { Content, SendState, TimelineEvent, Unreadable } from "./models.ts";
import { isStuck } from "./stuck.ts";

interface Kept {
  readonly stamp: string;
  readonly model: TimelineEvent;
}

const kept = new WeakMap<MatrixEvent, Kept>();
const keys = new WeakMap<MatrixEvent, string>();

/** The plain value of an event: the same object again as long as nothing in it has changed. */
export function toTimelineEvent(event: MatrixEvent): TimelineEvent {
  const stamp = stampOf(event);
  const known = kept.get(event);
  if (known?.stamp === stamp) return known.model;
  const model = build(event);
  kept.set(event, { stamp, model });
  return model;
}

/** Everything that can change in an event after it was first seen. */
const stampOf = (event: MatrixEvent): string =>
  [
    event.getId(),
    event.status,
    event.getType(),
    event.isBeingDecrypted(),
    event.decryptionFailureReason,
    event.isRedacted(),
    event.replacingEventId(),
  ].join("|");

function build(event: MatrixEvent): TimelineEvent {
  const stateKey = event.getStateKey() ?? null;
  const relation = event.getRelation();
  return Object.freeze({
    key: keyOf(event),
    eventId: event.getId() ?? "",
    roomId: event.getRoomId() ?? "",
    sender: event.getSender() ?? "",
    sentAt: event.getTs(),
    type: event.getType(),
    stateKey,
    content: event.getContent() as Content,
    previous: stateKey === null ? null : (event.getPrevContent() as Content),
    send: sendState(event),
    unreadable: unreadableBecause(event.decryptionFailureReason),
    decrypting: isWaiting(event),
    redactedBy: event.isRedacted() ? redactor(event) : null,
    edited: event.replacingEvent() !== null,
    editedAt: event.replacingEventDate()?.getTime() ?? null,
    replyTo: answered(event),
    relation: relation?.rel_type && relation.event_id ? { type: relation.rel_type, eventId: relation.event_id } : null,
  });
}

/** The id it was first known by: one's own message keeps its place while the server's id comes. */
function keyOf(event: MatrixEvent): string {
  const known = keys.get(event);
  if (known) return known;
  const key = event.getTxnId() ?? event.getId() ?? "";
  keys.set(event, key);
  return key;
}

function sendState(event: MatrixEvent): SendState {
  const { status } = event;
  if (isStuck(event)) return "waiting";
  if (status === null || status === EventStatus.SENT) return "sent";
  return status === EventStatus.NOT_SENT || status === EventStatus.CANCELLED ? "failed" : "sending";
}

function unreadableBecause(code: DecryptionFailureCode | null): Unreadable | null {
  switch (code) {
    case null:
      return null;
    case DecryptionFailureCode.MEGOLM_UNKNOWN_INBOUND_SESSION_ID:
    case DecryptionFailureCode.OLM_UNKNOWN_MESSAGE_INDEX:
      return "keyMissing";
    case DecryptionFailureCode.HISTORICAL_MESSAGE_NO_KEY_BACKUP:
    case DecryptionFailureCode.HISTORICAL_MESSAGE_BACKUP_UNCONFIGURED:
    case DecryptionFailureCode.HISTORICAL_MESSAGE_WORKING_BACKUP:
    case DecryptionFailureCode.HISTORICAL_MESSAGE_USER_NOT_JOINED:
      return "beforeThisDevice";
    case DecryptionFailureCode.MEGOLM_KEY_WITHHELD:
    case DecryptionFailureCode.MEGOLM_KEY_WITHHELD_FOR_UNVERIFIED_DEVICE:
      return "withheld";
    case DecryptionFailureCode.UNSIGNED_SENDER_DEVICE:
    case DecryptionFailureCode.UNKNOWN_SENDER_DEVICE:
    case DecryptionFailureCode.SENDER_IDENTITY_PREVIOUSLY_VERIFIED:
      return "untrustedSender";
    default:
      return "unknown";
  }
}

const isWaiting = (event: MatrixEvent): boolean =>
  event.status === null &&
  !event.isDecryptionFailure() &&
  (event.isBeingDecrypted() || event.shouldAttemptDecryption());

const redactor = (event: MatrixEvent): string => {
  const because = event.getUnsigned().redacted_because as { readonly sender?: string } | undefined;
  return because?.sender ?? event.getSender() ?? "";
};

/**
 * What it answers. In a thread that may stand there only for clients without threads.
 * From the outer content: an edit replaces the inner one and says nothing of the reply. */
function answered(event: MatrixEvent): string | null {
  const relates = event.getWireContent()["m.relates_to"] as
    | { readonly "m.in_reply_to"?: { readonly event_id?: string }; readonly is_falling_back?: boolean }
    | undefined;
  if (relates?.is_falling_back) return null;
  return relates?.["m.in_reply_to"]?.event_id ?? null;
}
