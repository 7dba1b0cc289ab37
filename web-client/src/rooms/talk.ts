import { matrixRoomId } from "@tsunagi/contracts/ids";
import { CommandCatalog } from "../composer/commandCatalog.ts";
import { Drafts } from "../composer/drafts.ts";
import { HeldMessages } from "../composer/held.model.ts";
import { KeptUploads } from "../composer/keptUploads.ts";
import { OwnThings } from "../composer/ownThings.ts";
import { prepareFile } from "../composer/prepareFile.ts";
import { ScheduledMessages } from "../composer/scheduled.model.ts";
import { Uploads } from "../composer/uploads.model.ts";
import type { FindingSession } from "../finding/session.ts";
import type { HubClient } from "../hub/hubClient.ts";
import type { MatrixAccount } from "../matrix/account.ts";
import { preferencesOfDevice } from "../settings/preferences.ts";
import { Pictures } from "../timeline/pictures.ts";
import type { Directory } from "./directory.ts";

export interface TalkInputs {
  readonly hub: Pick<HubClient, "call">;
  readonly account: MatrixAccount;
  readonly directory: Directory;
  readonly keeperUserId: string;
  readonly uploadBytes: number;
}

/** What all conversations share, as long as one is signed in: names, commands, drafts, files on their way. */
export interface Talk {
  readonly account: MatrixAccount;
  readonly keeperUserId: string;
  readonly uploadBytes: number;
  readonly directory: Directory;
  readonly catalog: CommandCatalog;
  readonly drafts: Drafts;
  readonly ownThings: OwnThings;
  readonly held: HeldMessages;
  readonly scheduled: ScheduledMessages;
  readonly uploads: Uploads;
  readonly pictures: Pictures;
  readonly finding: LazyFinding;
  /** Has a room's keys handed on once more by the keeper. Rejects when there is no line. */
  readonly askForKeys: (roomId: string) => Promise<void>;
}

/** Puts the conversations' parts together. */
export function createTalk({ hub, account, directory, keeperUserId, uploadBytes }: TalkInputs): Talk {
  const ownThings = new OwnThings(account);
  return {
    account,
    keeperUserId,
    uploadBytes,
    directory,
    catalog: new CommandCatalog({
      listCommands: async (signal) => (await hub.call("listCommands", { signal })).commands,
    }),
    drafts: new Drafts(ownThings.drafts),
    ownThings,
    held: new HeldMessages({
      kept: ownThings.held,
      send: (roomId, content, txnId) => account.sender.send(roomId, content, txnId),
      seconds: () => preferencesOfDevice.getSnapshot().undoSeconds,
    }),
    scheduled: new ScheduledMessages({
      kept: ownThings.scheduled,
      schedule: (...message) => account.delayed.schedule(...message),
      cancel: (delayId) => account.delayed.cancel(delayId),
      membersOf: (roomId) => account.rooms.getSnapshot().find((room) => room.roomId === roomId)?.members ?? [],
      onMembers: account.rooms.subscribe,
    }),
    uploads: new Uploads({
      upload: (file, onProgress, signal) => account.media.upload(file, onProgress, signal),
      send: (roomId, content, txnId) => account.sender.send(roomId, content, txnId),
      kept: new KeptUploads(account.sealed),
      prepare: (file) => prepareFile(file, preferencesOfDevice.getSnapshot().imageSize),
      mostBytes: uploadBytes,
    }),
    pictures: new Pictures(account.media),
    finding: lazyFinding(account, keeperUserId),
    askForKeys: async (roomId) => {
      await account.welcomeHistory(roomId, keeperUserId);
      await hub.call("shareHistoryAgain", { body: { roomId: matrixRoomId.parse(roomId) } });
    },
  };
}

/** Search: its code is loaded and it begins to take in messages when it is first asked for. */
interface LazyFinding {
  readonly open: () => Promise<FindingSession>;
  readonly end: () => void;
}

function lazyFinding(account: MatrixAccount, keeperUserId: string): LazyFinding {
  let opened: Promise<FindingSession> | undefined;
  const load = async () => (await import("../finding/session.ts")).openFinding(account, keeperUserId);
  return {
    open: () => {
      opened ??= load().catch((error: unknown) => {
        opened = undefined; // its code could not be fetched: the next one who asks tries again
        throw error;
      });
      return opened;
    },
    end: () => {
      opened?.then(
        ({ end }) => end(),
        () => undefined,
      );
      opened = undefined;
    },
  };
}
