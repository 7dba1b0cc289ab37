import type { Content, EncryptedFile, RoomTimelineSnapshot, TimelineEvent, Version } from "../matrix/models.ts";

/** One room's conversation; `matrix/` implements it. */
export interface TimelinePort {
  getSnapshot(): RoomTimelineSnapshot;
  subscribe(listener: () => void): () => void;
  /** Fetches a page of older events. Rejects when there is no line. */
  loadOlder(): Promise<void>;
  /** An event that may not be loaded; null when it cannot be had. */
  find(eventId: string): Promise<TimelineEvent | null>;
  /** What a message said before and after each edit, oldest first. Rejects when there is no line. */
  versionsOf(eventId: string): Promise<readonly Version[]>;
  /** Tells the others that everything up to this event is read. */
  markRead(eventId: string): Promise<void>;
}

export interface SenderPort {
  send(roomId: string, content: Content): void;
  resend(roomId: string, key: string): void;
  cancel(roomId: string, key: string): void;
  redact(roomId: string, eventId: string): Promise<void>;
  react(roomId: string, eventId: string, key: string): void;
  pin(roomId: string, change: (pinned: readonly string[]) => readonly string[]): Promise<void>;
}

export interface DownloadPort {
  download(file: EncryptedFile, signal: AbortSignal): Promise<ArrayBuffer>;
}
