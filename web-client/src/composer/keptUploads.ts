import type { Sealed } from "../vault/sealed.ts";
import type { Voice } from "./attachmentContent.ts";

/** A file that is to be sent, with what its message needs. */
export interface KeptUpload {
  readonly id: string;
  readonly roomId: string;
  readonly file: File;
  readonly voice: Voice | null;
  readonly replyTo: string | null;
}

/** Everything but the bytes. */
interface About {
  readonly roomId: string;
  readonly name: string;
  readonly type: string;
  readonly voice: Voice | null;
  readonly replyTo: string | null;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

const ABOUT = "upload:";
const BYTES = "upload-file:";

/**
 * Files on their way, kept sealed on the device until the server has them: a picture taken in a car park is still there
 * when the phone has closed the page meanwhile.
 */
export class KeptUploads {
  readonly #sealed: Sealed;

  constructor(sealed: Sealed) {
    this.#sealed = sealed;
  }

  /** @throws when the device has no room for it */
  async put({ id, roomId, file, voice, replyTo }: KeptUpload): Promise<void> {
    const { name, type } = file;
    const about: About = { roomId, name, type, voice, replyTo, at: Date.now() };
    await this.#sealed.writeBytes(BYTES + id, await file.arrayBuffer());
    await this.#sealed.write(ABOUT + id, about);
  }

  async remove(id: string): Promise<void> {
    await this.#sealed.remove(ABOUT + id);
    await this.#sealed.remove(BYTES + id);
  }

  /** Oldest first. What was kept only in part is let go of. */
  async all(): Promise<readonly KeptUpload[]> {
    const kept: (KeptUpload & { readonly at: number })[] = [];
    for (const record of await this.#sealed.names(ABOUT)) {
      const id = record.slice(ABOUT.length);
      const about = await this.#sealed.read<About>(record);
      const bytes = about && (await this.#sealed.readBytes(BYTES + id));
      if (!about || !bytes) await this.remove(id);
      else kept.push({ ...about, id, file: new File([bytes], about.name, { type: about.type }) });
    }
    return kept.sort((a, b) => a.at - b.at);
  }
}
