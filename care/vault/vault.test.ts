import { describe, expect, it } from "vitest";
import { newId } from "../kernel/ids.ts";
import type { Tx } from "../kernel/store.ts";
import { parseKeyring } from "./keyring.ts";
import type { StoredPersonKey } from "./store.ts";
import { Vault } from "./vault.ts";

const base64 = (fill: number): string => Buffer.alloc(32, fill).toString("base64");
const vaultOf = (keyring: string): Vault =>
  new Vault({ keyring: parseKeyring(keyring), indexKey: Buffer.alloc(32, 7), auditKey: Buffer.alloc(32, 8) });

const OLD = `k1:${base64(1)}`;
const BOTH = `k2:${base64(2)},k1:${base64(1)}`;
const NEW = `k2:${base64(2)}`;

describe("what is sealed for the system", () => {
  it("opens for the same purpose only", () => {
    const vault = vaultOf(OLD);
    const sealed = vault.sealSystem({ words: "見本" }, "outbox");
    expect(vault.openSystem(sealed, "outbox")).toEqual({ words: "見本" });
    expect(() => vault.openSystem(sealed, "response")).toThrow();
  });

  it("opens after a new key came in front, and no longer when its own key has gone", () => {
    const sealed = vaultOf(OLD).sealSystem("見本", "outbox");
    expect(vaultOf(BOTH).openSystem(sealed, "outbox")).toBe("見本");
    expect(() => vaultOf(NEW).openSystem(sealed, "outbox")).toThrow('"k1"');
  });

  it("moves to the newest key, once", () => {
    const sealed = vaultOf(OLD).sealSystem("見本", "outbox");
    const moved = vaultOf(BOTH).resealSystem(sealed, "outbox");
    expect(moved && vaultOf(NEW).openSystem(moved, "outbox")).toBe("見本");
    expect(moved && vaultOf(BOTH).resealSystem(moved, "outbox")).toBeNull();
  });

  it("is refused when it is no sealed value at all", () => {
    expect(() => vaultOf(OLD).openSystem(new Uint8Array(), "outbox")).toThrow();
  });
});

describe("a person's wrapped key", () => {
  /** The row a vault would store for a new key. */
  async function storedBy(vault: Vault): Promise<StoredPersonKey> {
    const rows: StoredPersonKey[] = [];
    const tx = { personKey: { create: async ({ data }: { data: StoredPersonKey }) => rows.push(data) } };
    await vault.newPersonKey(tx as unknown as Tx, newId("psn"));
    const [row] = rows;
    if (!row) throw new Error("nothing was stored");
    return row;
  }

  it("is wrapped anew with the newest key, once", async () => {
    const stored = await storedBy(vaultOf(OLD));
    const moved = vaultOf(BOTH).rewrap(stored);
    expect(moved).toMatchObject({ personId: stored.personId, version: 1, kek: "k2" });
    expect(moved && vaultOf(BOTH).rewrap(moved)).toBeNull();
  });

  it("belongs to this person and this version: moved to another row it does not open", async () => {
    const stored = await storedBy(vaultOf(OLD));
    expect(() => vaultOf(BOTH).rewrap({ ...stored, personId: newId("psn") })).toThrow();
    expect(() => vaultOf(BOTH).rewrap({ ...stored, version: 2 })).toThrow();
  });
});

describe("the audit MAC", () => {
  const vault = vaultOf(OLD);
  const mac = (...parts: string[]): string => Buffer.from(vault.auditMac(parts)).toString("hex");

  it("depends on where one part ends and the next begins", () => {
    expect(mac("ab", "c")).not.toBe(mac("a", "bc"));
    expect(mac("a", "")).not.toBe(mac("a"));
    expect(mac("", "a")).not.toBe(mac("a", ""));
  });

  it("counts bytes, not letters", () => {
    expect(mac("架", "空")).not.toBe(mac("架空"));
    expect(Buffer.from(vault.auditMac([Buffer.from("架空", "utf8")])).toString("hex")).toBe(mac("架空"));
  });

  it("does not depend on the key-encryption keys", () => {
    expect(Buffer.from(vaultOf(NEW).auditMac(["a"])).toString("hex")).toBe(mac("a"));
  });
});
