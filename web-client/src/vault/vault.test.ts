import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it } from "vitest";
import { inStore } from "./database.ts";
import { SealedRecords } from "./sealed.ts";
import { Vault } from "./vault.ts";

const PIN = "280419";
const always = () => true;
const never = () => false;

async function filled() {
  const vault = new Vault();
  await vault.create();
  const sealed = new SealedRecords(vault);
  await sealed.write("session", { familyName: "試験" });
  return { vault, sealed };
}

describe("the vault", () => {
  beforeEach(() => new Vault().destroy());

  it("is empty where nobody has signed in", async () => {
    expect(await new Vault().begin(always)).toBe("empty");
  });

  it("opens again without asking while the person was here lately", async () => {
    const { vault } = await filled();
    await vault.setPin(PIN);
    const next = new Vault();
    expect(await next.begin(always)).toBe("open");
    expect(await new SealedRecords(next).read("session")).toEqual({ familyName: "試験" });
    expect(next.keys.store).toEqual(vault.keys.store);
  });

  it("is locked afterwards, and no key that opens it is left on the device without the PIN", async () => {
    const { vault } = await filled();
    await vault.setPin(PIN);
    const next = new Vault();
    expect(await next.begin(never)).toBe("locked");
    expect(next.isOpen).toBe(false);
    expect(await new SealedRecords(next).read("session")).toBeUndefined();
    expect(await inStore("keys", "readonly", (store) => store.getAllKeys())).toEqual(["browser", "pin", "seen"]);
  });

  it("opens by the PIN only, counting wrong ones over reloads", async () => {
    const { vault } = await filled();
    await vault.setPin(PIN);
    await vault.lock();
    expect(await new Vault().unlock("111222")).toEqual({ result: "wrong", left: 4 });
    expect(await new Vault().unlock("111222")).toEqual({ result: "wrong", left: 3 });
    const next = new Vault();
    expect(await next.unlock(PIN)).toEqual({ result: "open" });
    expect(await new SealedRecords(next).read("session")).toEqual({ familyName: "試験" });
    expect(await next.attemptsLeft()).toBe(5);
  });

  it("does not open any more after five wrong PINs, not even by the right one", async () => {
    const { vault } = await filled();
    await vault.setPin(PIN);
    for (let attempt = 0; attempt < 5; attempt += 1) await vault.unlock("111222");
    expect(await vault.unlock(PIN)).toEqual({ result: "spent" });
  });

  it("keeps no plain text, and nothing after it is destroyed", async () => {
    const { vault, sealed } = await filled();
    const rows = (await inStore("sealed", "readonly", (store) => store.getAll())) as { bytes: ArrayBuffer }[];
    expect(rows.map(({ bytes }) => new TextDecoder().decode(bytes)).join()).not.toContain("試験");
    expect(await sealed.names("s")).toEqual(["session"]);
    await vault.destroy();
    expect(await new Vault().begin(always)).toBe("empty");
    expect(await inStore("sealed", "readonly", (store) => store.count())).toBe(0);
  });
});
