import { describe, expect, it } from "vitest";
import { parseKeyring } from "../vault/keyring.ts";
import { Vault } from "../vault/vault.ts";
import { type AuditRow, chainStateMac, GENESIS, rowMac } from "./chain.ts";

const vaultWith = (auditKey: number): Vault =>
  new Vault({
    keyring: parseKeyring(`k1:${Buffer.alloc(32, 1).toString("base64")}`),
    indexKey: Buffer.alloc(32, 2),
    auditKey: Buffer.alloc(32, auditKey),
  });
const vault = vaultWith(3);
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

const row: AuditRow = {
  chain: 1,
  seq: 7n,
  at: new Date("2026-04-01T00:00:00.123Z"),
  actorStaffId: "stf_a",
  actorOrgId: "org_a",
  actorRole: "careManager",
  channel: "web",
  action: "person.read",
  outcome: "allowed",
  personId: "psn_a",
  subjectId: "tem_a",
  correlationId: "c-1",
  detail: '{"n":1}',
};

describe("the MAC of a row", () => {
  it("is the same for the same row after the same row", () => {
    expect(hex(rowMac(vault, row, GENESIS))).toBe(hex(rowMac(vault, { ...row }, new Uint8Array(32))));
  });

  it("changes with every column", () => {
    const changes: Partial<AuditRow>[] = [
      { chain: 2 },
      { seq: 8n },
      { at: new Date("2026-04-01T00:00:00.124Z") },
      { actorStaffId: "stf_b" },
      { actorStaffId: null },
      { actorOrgId: "org_b" },
      { actorRole: "nurse" },
      { channel: "bot" },
      { action: "person.update" },
      { outcome: "denied" },
      { personId: "psn_b" },
      { personId: null },
      { subjectId: null },
      { correlationId: "c-2" },
      { detail: '{"n":2}' },
    ];
    const macs = changes.map((change) => hex(rowMac(vault, { ...row, ...change }, GENESIS)));
    expect(new Set([...macs, hex(rowMac(vault, row, GENESIS))]).size).toBe(changes.length + 1);
    const columns = new Set(changes.flatMap((change) => Object.keys(change)));
    expect([...columns].sort(), "a column was added: add it to the MAC and to this list").toEqual(
      Object.keys(row).sort(),
    );
  });

  it("does not let a value move from one column into the next", () => {
    const left = rowMac(vault, { ...row, personId: "ab", subjectId: "" }, GENESIS);
    const right = rowMac(vault, { ...row, personId: "a", subjectId: "b" }, GENESIS);
    expect(hex(left)).not.toBe(hex(right));
  });

  it("hangs on the row before it and on the key", () => {
    const mac = hex(rowMac(vault, row, GENESIS));
    expect(
      hex(
        rowMac(
          vault,
          row,
          Uint8Array.from({ length: 32 }, () => 1),
        ),
      ),
    ).not.toBe(mac);
    expect(hex(rowMac(vaultWith(4), row, GENESIS))).not.toBe(mac);
  });
});

describe("the MAC of a chain's end", () => {
  it("hangs on chain, number and last row, and is no row's MAC", () => {
    const end = hex(chainStateMac(vault, 1, 7n, GENESIS));
    expect(hex(chainStateMac(vault, 2, 7n, GENESIS))).not.toBe(end);
    expect(hex(chainStateMac(vault, 1, 6n, GENESIS))).not.toBe(end);
    expect(hex(chainStateMac(vault, 1, 7n, rowMac(vault, row, GENESIS)))).not.toBe(end);
  });
});
