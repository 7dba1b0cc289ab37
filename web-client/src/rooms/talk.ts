import { CommandCatalog } from "../composer/commandCatalog.ts";
import { Drafts } from "../composer/drafts.ts";
import { prepareFile } from "../composer/prepareFile.ts";
import { Uploads } from "../composer/uploads.model.ts";
import type { HubClient } from "../hub/hubClient.ts";
import type { MatrixAccount } from "../matrix/account.ts";
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
  readonly uploads: Uploads;
  readonly pictures: Pictures;
}

/** Puts the conversations' parts together. */
export function createTalk({ hub, account, directory, keeperUserId, uploadBytes }: TalkInputs): Talk {
  return {
    account,
    keeperUserId,
    uploadBytes,
    directory,
    catalog: new CommandCatalog({
      listCommands: async (signal) => (await hub.call("listCommands", { signal })).commands,
    }),
    drafts: new Drafts(),
    uploads: new Uploads({
      upload: (file, onProgress, signal) => account.media.upload(file, onProgress, signal),
      send: (roomId, content) => account.sender.send(roomId, content),
      prepare: prepareFile,
      mostBytes: uploadBytes,
    }),
    pictures: new Pictures(account.media),
  };
}
