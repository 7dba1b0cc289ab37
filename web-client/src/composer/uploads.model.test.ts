import { describe, expect, it, vi } from "vitest";
import type { EncryptedFile, Progress } from "../matrix/models.ts";
import type { Prepared } from "./attachmentContent.ts";
import type { KeptUpload } from "./keptUploads.ts";
import { Uploads, type UploadsInputs } from "./uploads.model.ts";

const sent: EncryptedFile = { url: "mxc://localhost/1", key: {}, iv: "", hashes: {}, v: "v2" };
const plain = async (file: File): Promise<Prepared> => ({
  name: file.name,
  mimeType: file.type,
  blob: file,
  pixels: null,
  thumbnail: null,
  voice: null,
});

interface Going {
  readonly file: Blob;
  readonly progress: Progress;
  readonly signal: AbortSignal;
  finish(): void;
  fail(): void;
}

/** A device with room for files. */
function device() {
  const files = new Map<string, KeptUpload>();
  const kept = {
    put: async (upload: KeptUpload) => void files.set(upload.id, upload),
    remove: async (id: string) => void files.delete(id),
    all: async () => [...files.values()],
  };
  return { files, kept };
}

function start(prepare: (file: File) => Promise<Prepared> = plain, { kept } = device()) {
  const going: Going[] = [];
  const send = vi.fn<UploadsInputs["send"]>(async () => undefined);
  const upload = (file: Blob, progress: Progress, signal: AbortSignal) =>
    new Promise<EncryptedFile>((resolve, reject) => {
      going.push({ file, progress, signal, finish: () => resolve(sent), fail: () => reject(new Error("no line")) });
    });
  return { uploads: new Uploads({ upload, send, prepare, kept, mostBytes: 10 }), going, send };
}

const file = (name = "plan.pdf", size = 4) => new File(["x".repeat(size)], name, { type: "application/pdf" });
const started = (going: readonly Going[], count: number) => vi.waitFor(() => expect(going).toHaveLength(count));

describe("uploads", () => {
  it("go through preparing and uploading, become a message and are gone", async () => {
    const { uploads, going, send } = start();
    uploads.add("!room", [file()], "$asked");
    expect(uploads.getSnapshot()).toMatchObject([{ state: "preparing", name: "plan.pdf", problem: null }]);
    await started(going, 1);
    going[0]?.progress(0.5);
    expect(uploads.getSnapshot()).toMatchObject([{ state: "uploading", progress: 0.5 }]);
    going[0]?.finish();
    await vi.waitFor(() => expect(uploads.getSnapshot()).toEqual([]));
    expect(send).toHaveBeenCalledWith(
      "!room",
      {
        msgtype: "m.file",
        body: "plan.pdf",
        filename: "plan.pdf",
        file: sent,
        info: { mimetype: "application/pdf", size: 4 },
        "m.relates_to": { "m.in_reply_to": { event_id: "$asked" } },
      },
      expect.any(String),
    );
  });

  it("go on when the page is opened again, under the same transaction id, until the server has them", async () => {
    vi.stubGlobal("addEventListener", vi.fn());
    const phone = device();
    const first = start(plain, phone);
    first.uploads.add("!room", [file()], "$asked");
    await vi.waitFor(() => expect(phone.files.size).toBe(1));
    const [id] = phone.files.keys();

    const again = start(plain, phone);
    again.uploads.start();
    await started(again.going, 1);
    expect(again.uploads.getSnapshot()).toMatchObject([{ id, name: "plan.pdf", roomId: "!room" }]);
    again.going[0]?.finish();
    await vi.waitFor(() => expect(phone.files.size).toBe(0));
    expect(again.send).toHaveBeenCalledExactlyOnceWith("!room", expect.objectContaining({ filename: "plan.pdf" }), id);
    again.uploads.dispose();
    vi.unstubAllGlobals();
  });

  it("that are called off are not kept", async () => {
    const phone = device();
    const { uploads } = start(plain, phone);
    uploads.add("!room", [file()], null);
    await vi.waitFor(() => expect(phone.files.size).toBe(1));
    uploads.cancel(uploads.getSnapshot()[0]?.id ?? "");
    await vi.waitFor(() => expect(phone.files.size).toBe(0));
  });

  it("keep their order: one after the other", async () => {
    const { uploads, going } = start();
    uploads.add("!room", [file("1.pdf"), file("2.pdf")], null);
    await started(going, 1);
    going[0]?.finish();
    await started(going, 2);
    expect(uploads.getSnapshot().map(({ name }) => name)).toEqual(["2.pdf"]);
  });

  it("that fail say so, let the next one go, and can be tried again", async () => {
    const { uploads, going, send } = start();
    uploads.add("!room", [file("1.pdf"), file("2.pdf")], null);
    await started(going, 1);
    going[0]?.fail();
    await started(going, 2);
    const [failed] = uploads.getSnapshot();
    expect(failed).toMatchObject({ state: "failed", problem: "notSent" });
    going[1]?.finish();
    await vi.waitFor(() => expect(send).toHaveBeenCalledTimes(1));
    uploads.retry(failed?.id ?? "");
    await started(going, 3);
    going[2]?.finish();
    await vi.waitFor(() => expect(uploads.getSnapshot()).toEqual([]));
  });

  it("stop when they are cancelled, and send nothing", async () => {
    const { uploads, going, send } = start();
    uploads.add("!room", [file()], null);
    await started(going, 1);
    uploads.cancel(uploads.getSnapshot()[0]?.id ?? "");
    expect(going[0]?.signal.aborted).toBe(true);
    going[0]?.finish();
    await Promise.resolve();
    expect(uploads.getSnapshot()).toEqual([]);
    expect(send).not.toHaveBeenCalled();
  });

  it("that are too large never begin", async () => {
    const { uploads, going } = start();
    uploads.add("!room", [file("video.mp4", 11)], null);
    expect(uploads.getSnapshot()).toMatchObject([{ state: "failed", problem: "tooLarge" }]);
    await Promise.resolve();
    expect(going).toHaveLength(0);
  });

  it("send an image with its size and its small copy, both encrypted", async () => {
    const blob = new Blob(["small"], { type: "image/jpeg" });
    const { uploads, going, send } = start(async (photo) => ({
      ...(await plain(photo)),
      pixels: { width: 4000, height: 3000 },
      thumbnail: { blob, width: 800, height: 600 },
    }));
    uploads.add("!room", [new File(["x"], "knee.jpg", { type: "image/jpeg" })], null);
    await started(going, 1);
    going[0]?.finish();
    await started(going, 2);
    expect(going[1]?.file).toBe(blob);
    going[1]?.finish();
    await vi.waitFor(() => expect(send).toHaveBeenCalled());
    expect(send.mock.lastCall?.[1]).toMatchObject({
      msgtype: "m.image",
      info: { w: 4000, h: 3000, thumbnail_file: sent, thumbnail_info: { mimetype: "image/jpeg", w: 800, h: 600 } },
    });
  });
});
