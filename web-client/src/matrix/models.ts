/*
 * What leaves this folder: plain immutable values. Nothing in here knows the SDK, and nothing outside needs it.
 */

/**
 * How far one's own message has come. `waiting`: it goes out by itself when there is a line. `failed`: the server
 * refused it. `sent` for everything that stands on the server.
 */
export type SendState = "waiting" | "sending" | "failed" | "sent";

/** Why a message cannot be read. */
export type Unreadable =
  /** The key has not come yet; it may still come. */
  | "keyMissing"
  /** Written before this device was approved: the keeper sends the past once it is. */
  | "beforeThisDevice"
  /** The sender's device holds the key back. */
  | "withheld"
  /** The sender's device is not signed by its owner: what it says is not shown. */
  | "untrustedSender"
  | "unknown";

export type Content = Readonly<Record<string, unknown>>;

/** One event of a room, decrypted where that is possible, with its latest edit in place. */
export interface TimelineEvent {
  /** Stays the same from local echo to the server's copy. */
  readonly key: string;
  /** The server's id; while there is none, a local one that begins with `~`. */
  readonly eventId: string;
  readonly roomId: string;
  readonly sender: string;
  /** Milliseconds since the epoch. */
  readonly sentAt: number;
  readonly type: string;
  /** Set for state events only. */
  readonly stateKey: string | null;
  readonly content: Content;
  /** Content this state event replaced. */
  readonly previous: Content | null;
  readonly send: SendState;
  readonly unreadable: Unreadable | null;
  /** Being decrypted now. */
  readonly decrypting: boolean;
  readonly redactedBy: string | null;
  readonly edited: boolean;
  /** When it was last edited, milliseconds since the epoch. */
  readonly editedAt: number | null;
  /** Id of the event this one answers. */
  readonly replyTo: string | null;
  /** `m.reference`, `m.replace`, …: what other event this one is about. */
  readonly relation: { readonly type: string; readonly eventId: string } | null;
}

/** Somebody's read receipt: everything up to this event is read. */
export interface ReadReceipt {
  readonly userId: string;
  readonly eventId: string;
  /** When it was read, milliseconds since the epoch. */
  readonly at: number;
}

/** A room's conversation as far as it is loaded, oldest first. */
export interface RoomTimelineSnapshot {
  readonly events: readonly TimelineEvent[];
  /** There are older events on the server. */
  readonly hasOlder: boolean;
  /** The last event read by oneself on any device; it may lie before what is loaded. */
  readonly readUpTo: string | null;
  /** Receipts of the others: all that were seen, in the order they came. */
  readonly receipts: readonly ReadReceipt[];
  /** User ids in the room. */
  readonly members: readonly string[];
  /** What Matrix shows of everybody who is or was in the room, by user id: a code, never a name. */
  readonly codes: Readonly<Record<string, string>>;
  /** Ids of the messages that are pinned as important. */
  readonly pinned: readonly string[];
  readonly mayPin: boolean;
}

/** What a message said at one time; null where it cannot be read. */
export interface Version {
  readonly body: string | null;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** One room of the list. Names come from the hub. */
export interface RoomEntry {
  readonly roomId: string;
  /** `team`, `watch`, `facility`, … from the room's state; null for a room that is none of ours. */
  readonly kind: string | null;
  readonly code: string;
  readonly members: readonly string[];
  /** The last event worth showing. */
  readonly last: TimelineEvent | null;
  /** Milliseconds since the epoch: the order of the list. */
  readonly lastActivity: number;
  readonly unread: number;
  /** Ids of messages by others that ask for a confirmation one has not given. */
  readonly ackWanted: readonly string[];
  /** Among what is unread there is something that cannot wait. */
  readonly urgent: boolean;
  /** Among what is unread one is meant in person. */
  readonly mentioned: boolean;
  /** No notices from it, and it does not count. */
  readonly muted: boolean;
  /** To be looked at again, though everything in it was read. */
  readonly markedUnread: boolean;
}

/** `starting` before the first sync; `offline` while the server cannot be reached. */
export type ConnectionState = "starting" | "online" | "offline" | "signedOut";

/** An encrypted file as it stands in a message (Matrix spec, "Sending encrypted attachments", v2). */
export interface EncryptedFile {
  readonly url: string;
  readonly key: JsonWebKey;
  readonly iv: string;
  readonly hashes: Readonly<Record<string, string>>;
  readonly v: string;
}

/** Part of a transfer that is done, 0 to 1. */
export type Progress = (share: number) => void;
