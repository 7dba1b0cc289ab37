import { decryptAttachment, encryptAttachment, type IEncryptedFile } from "matrix-encrypt-attachment";
import type { MatrixClient } from "matrix-js-sdk/lib/client.js";
import { MatrixFailure } from "../session/ports.ts";
import { failing, failureOf } from "./failures.ts";
import type { EncryptedFile, Progress } from "./models.ts";

/** Files: encrypted before they leave the device, decrypted after they have come (Matrix spec, v2: AES-CTR). */
export class Media {
  readonly #client: MatrixClient;

  constructor(client: MatrixClient) {
    this.#client = client;
  }

  /** @returns what a message needs to say so that others can read the file. @throws MatrixFailure, AbortError */
  async upload(file: Blob, onProgress: Progress, signal: AbortSignal): Promise<EncryptedFile> {
    const { data, info } = await encryptAttachment(await file.arrayBuffer());
    signal.throwIfAborted();
    const abortController = new AbortController();
    signal.addEventListener("abort", () => abortController.abort(), { once: true });
    const { content_uri: url } = await failing(() =>
      this.#client.uploadContent(new Blob([data]), {
        type: "application/octet-stream", // the server learns neither the kind nor the name
        includeFilename: false,
        abortController,
        progressHandler: ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0),
      }),
    );
    return { ...info, url } as EncryptedFile;
  }

  /** @returns the plain bytes. @throws MatrixFailure when it cannot be had or was tampered with */
  async download(file: EncryptedFile, signal: AbortSignal): Promise<ArrayBuffer> {
    const url = this.#client.mxcUrlToHttp(file.url, undefined, undefined, undefined, false, true, true);
    if (!url) throw new MatrixFailure("unexpected", "not a media address");
    return failing(async () => {
      const headers = { authorization: `Bearer ${this.#client.getAccessToken()}` };
      const response = await fetch(url, { headers, signal });
      if (!response.ok) throw failureOf(response.status, (await response.json().catch(() => ({}))) as object);
      return decryptAttachment(await response.arrayBuffer(), file as unknown as IEncryptedFile);
    });
  }
}
