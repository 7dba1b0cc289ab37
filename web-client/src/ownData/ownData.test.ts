import { afterEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { Collection } from "./collection.ts";
import { KeyKeeper } from "./keyKeeper.ts";
import { newest } from "./keyRing.ts";
import { open, seal } from "./sealing.ts";
import { SealedCopy } from "./sharedCopy.ts";
import { memoryCopy, TestAccount } from "./testDevices.ts";

const running: { dispose(): void }[] = [];
afterEach(() => {
  for (const part of running.splice(0)) part.dispose();
});

const SECRET = "夜間にせん妄";

function device(account: TestAccount, deviceId: string, local = memoryCopy()) {
  const keys = new KeyKeeper({ devices: account.device(deviceId), local, patienceMs: 30 });
  const shared = new SealedCopy(account.account, keys);
  const words = new Collection({ name: "words", schema: z.string(), deviceId, local, shared, pauseMs: 5 });
  for (const part of [keys, words]) {
    part.start();
    running.push(part);
  }
  const has = (id: string, value: string | undefined) =>
    vi.waitFor(() => expect(words.getSnapshot().get(id)).toBe(value));
  return { keys, words, local, has };
}

describe("one's own data", () => {
  it("comes to a new device, and a change there comes back", async () => {
    const account = new TestAccount();
    const phone = device(account, "PHONE");
    phone.words.put("!room", SECRET);
    await vi.waitFor(() => expect(account.data.has("words")).toBe(true));
    const tablet = device(account, "TABLET");
    await tablet.has("!room", SECRET);
    tablet.words.remove("!room");
    await phone.has("!room", undefined);
  });

  it("is nothing that the server could read, and shows no length", async () => {
    const account = new TestAccount();
    const phone = device(account, "PHONE");
    phone.words.put("!room", SECRET);
    await vi.waitFor(() => expect(account.data.has("words")).toBe(true));
    const short = JSON.stringify(account.data.get("words"));
    expect(short).not.toContain(SECRET);
    expect(short).not.toContain("!room");
    phone.words.put("!room", SECRET.repeat(9));
    await vi.waitFor(() => expect(JSON.stringify(account.data.get("words"))).not.toBe(short));
    expect(JSON.stringify(account.data.get("words"))).toHaveLength(short.length);
  });

  it("is there again after a crash, before anything was shared", async () => {
    const account = new TestAccount();
    const phone = device(account, "PHONE");
    phone.words.put("!room", SECRET);
    await phone.words.settled();
    const again = device(new TestAccount(), "PHONE", phone.local);
    await again.has("!room", SECRET);
  });

  it("is not lost when two devices wrote without a line", async () => {
    const account = new TestAccount();
    const phone = device(account, "PHONE");
    const tablet = device(account, "TABLET");
    phone.words.put("!a", "phone");
    tablet.words.put("!b", "tablet");
    await Promise.all([phone.has("!b", "tablet"), tablet.has("!a", "phone")]);
  });
});

describe("the keys", () => {
  it("are made anew when nobody answers, and come together when somebody does later", async () => {
    const account = new TestAccount();
    const silent = account.device("SILENT"); // switched off: it hears nothing
    expect(await silent.others()).toEqual([]);
    const phone = device(account, "PHONE");
    await vi.waitFor(() => expect(newest(phone.keys.getSnapshot())).toBeDefined());
    phone.words.put("!a", "phone");
    const back = device(account, "SILENT");
    await back.has("!a", "phone");
    expect(newest(back.keys.getSnapshot())?.kid).toBe(newest(phone.keys.getSnapshot())?.kid);
  });

  it("change when a device is gone", async () => {
    const account = new TestAccount();
    const phone = device(account, "PHONE");
    const lost = device(account, "LOST");
    const kids = ({ keys }: typeof phone) => keys.getSnapshot().keys.map(({ kid }) => kid);
    await vi.waitFor(() => {
      expect(phone.keys.getSnapshot().givenTo).toEqual(["LOST"]);
      expect(newest(lost.keys.getSnapshot())).toEqual(newest(phone.keys.getSnapshot()));
    });
    const before = newest(phone.keys.getSnapshot())?.kid;
    lost.keys.dispose();
    account.remove("LOST");
    await vi.waitFor(() => expect(newest(phone.keys.getSnapshot())?.kid).not.toBe(before));
    expect(kids(lost)).not.toContain(newest(phone.keys.getSnapshot())?.kid);
  });

  it("open only what was sealed for the same purpose, unchanged", async () => {
    const account = new TestAccount();
    const phone = device(account, "PHONE");
    await vi.waitFor(() => expect(newest(phone.keys.getSnapshot())).toBeDefined());
    const key = newest(phone.keys.getSnapshot());
    if (!key) throw new Error("no key");
    const kept = await seal(key, "drafts", { text: SECRET });
    expect(await open(key, "drafts", kept)).toEqual({ text: SECRET });
    await expect(open(key, "templates", kept)).rejects.toThrow();
    const other = kept.data.startsWith("A") ? "B" : "A";
    await expect(open(key, "drafts", { ...kept, data: `${other}${kept.data.slice(1)}` })).rejects.toThrow();
  });
});
