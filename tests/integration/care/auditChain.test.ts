import { type AuditEnd, type AuditFinding, verifyAudit } from "@tsunagi/care/audit/verify";
import { readPerson } from "@tsunagi/care/people/readPerson";
import { parseKeyring } from "@tsunagi/care/vault/keyring";
import { Vault } from "@tsunagi/care/vault/vault";
import type { PersonId } from "@tsunagi/contracts/ids";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  createOperator,
  hire,
  hubOn,
  openOrganisation,
  openTestHub,
  register,
  type TestHub,
  type Worker,
} from "../../env/careFixture.ts";

let hub: TestHub;
let careManager: Worker;
let personId: PersonId;

beforeAll(async () => {
  hub = await openTestHub();
  const operator = await createOperator(hub);
  const office = await openOrganisation(hub, operator, "みほん居宅介護支援事業所", "careProvider");
  careManager = await hire(hub, operator, office, "careManager");
  personId = (await register(hub, careManager)).id;
  for (let n = 0; n < 20; n += 1) await look();
  await hub.db.sql("create table kept_entry as table audit_entry");
  await hub.db.sql("create table kept_chain as table audit_chain");
});
afterAll(() => hub.close());

const look = () => hub.as(careManager, (unit) => readPerson(unit, { personId }));
const verify = (known: readonly AuditEnd[] = []) => hub.system((unit) => verifyAudit(unit, () => {}, known));
const findings = async (): Promise<[bigint, AuditFinding["what"]][]> =>
  (await verify()).findings.map(({ seq, what }) => [seq, what]);

/** What somebody does who owns the database but not the key: triggers off, change, triggers on. */
async function tamper(...statements: string[]): Promise<void> {
  await hub.db.sql(
    `do $$ begin
       alter table audit_entry disable trigger all;
       ${statements.map((statement) => `${statement};`).join("\n")}
       alter table audit_entry enable trigger all;
     end $$`,
  );
}

const COPY = `insert into audit_entry select 1, SEQ, at, actor_staff_id, actor_org_id, actor_role, channel, action, outcome,
  person_id, subject_id, correlation_id, detail, mac from audit_entry where seq = 3`;
const copiedTo = (seq: number): string => COPY.replace("SEQ", String(seq));

describe("an untouched log", () => {
  it("verifies, row by row, and tells how many there are", async () => {
    const [count] = await hub.db.sql<{ n: string }>("select count(*) as n from audit_entry");
    const seen: number[] = [];
    const { rows, findings: found } = await hub.system((unit) => verifyAudit(unit, (n) => seen.push(n)));
    expect(found).toEqual([]);
    expect(rows).toBe(Number(count?.n));
    expect(seen.at(-1)).toBe(rows);
  });

  it("verifies while many write at once, and afterwards", async () => {
    const before = (await verify()).rows;
    const writers = Array.from({ length: 30 }, look);
    const checks = Array.from({ length: 5 }, () => verify());
    for (const { findings: found } of await Promise.all(checks)) expect(found).toEqual([]);
    await Promise.all(writers);
    expect(await verify()).toMatchObject({ rows: before + 30, findings: [] });
  });

  it("numbers rows without a gap, in the order they were committed", async () => {
    const rows = await hub.auditRows();
    expect(rows.map((row) => Number(row.seq))).toEqual(rows.map((_, i) => i + 1));
  });

  it("verifies with the right key only", async () => {
    const keyring = parseKeyring(`k1:${Buffer.alloc(32, 1).toString("base64")}`);
    const vault = new Vault({ keyring, indexKey: Buffer.alloc(32, 7), auditKey: Buffer.alloc(32, 99) });
    const stranger = hubOn(hub.db, hub.database, { vault });
    const { rows, findings: found } = await stranger.system((unit) => verifyAudit(unit));
    expect(found.filter(({ what }) => what === "changed")).toHaveLength(rows);
  });

  it("is not written to by an act that is rolled back", async () => {
    const before = await hub.auditRows();
    const broken = hub.as(careManager, async (unit) => {
      await readPerson(unit, { personId });
      throw new Error("the power went");
    });
    await expect(broken).rejects.toThrow("the power went");
    expect(await hub.auditRows()).toEqual(before);
    expect(await findings()).toEqual([]);
  });
});

describe("the database itself", () => {
  it.each([
    "update audit_entry set detail = '{}' where seq = 3",
    "delete from audit_entry where seq = 3",
    "truncate audit_entry",
  ])("refuses to %s", async (statement) => {
    await expect(hub.db.sql(statement)).rejects.toThrow("audit_entry is append-only");
    expect(await findings()).toEqual([]);
  });
});

describe("somebody who tampers with the table past the trigger", () => {
  beforeEach(async () => {
    await tamper(
      "delete from audit_entry",
      "insert into audit_entry select * from kept_entry",
      "delete from audit_chain",
      "insert into audit_chain select * from kept_chain",
    );
    expect(await findings()).toEqual([]);
    const [end] = await hub.db.sql<{ last_seq: string }>("select last_seq from audit_chain");
    last = BigInt(end?.last_seq ?? 0);
  });
  let last: bigint;

  it.each([
    "detail = '{\"n\":1}'",
    "action = 'person.update'",
    "actor_staff_id = 'stf_somebody_else'",
    "person_id = null",
    "outcome = 'denied'",
    "at = at + interval '1 millisecond'",
    "mac = decode(repeat('00', 32), 'hex')",
  ])("is found out after a row was changed: %s", async (change) => {
    await tamper(`update audit_entry set ${change} where seq = 5`);
    const found = await findings();
    expect(found).toContainEqual([5n, "changed"]);
    expect(found.every(([seq]) => seq === 5n || seq === 6n)).toBe(true);
  });

  it("is found out after two rows changed places", async () => {
    await tamper(
      "update audit_entry set seq = -1 where seq = 5",
      "update audit_entry set seq = 5 where seq = 6",
      "update audit_entry set seq = 6 where seq = -1",
    );
    expect((await findings()).map(([seq]) => seq)).toEqual(expect.arrayContaining([5n, 6n]));
  });

  it("is found out after a row in the middle was removed", async () => {
    await tamper("delete from audit_entry where seq = 7");
    expect(await findings()).toEqual([[7n, "missing"]]);
  });

  it("is found out after a row was removed and the later ones moved up", async () => {
    await tamper(
      "delete from audit_entry where seq = 7",
      "update audit_entry set seq = seq - 1000 where seq > 7",
      "update audit_entry set seq = seq + 999 where seq < 0",
    );
    expect((await findings())[0]).toEqual([7n, "changed"]);
  });

  it("is found out after the first rows were removed", async () => {
    await tamper("delete from audit_entry where seq <= 4");
    expect(await findings()).toEqual([[1n, "missing"]]);
  });

  it("is found out after the last rows were removed", async () => {
    await tamper(`delete from audit_entry where seq > ${last - 3n}`);
    expect(await findings()).toEqual([[last - 2n, "missing"]]);
  });

  it("is found out after all rows were removed", async () => {
    await tamper("delete from audit_entry");
    expect(await findings()).toEqual([[1n, "missing"]]);
  });

  it("is found out after all rows and the chain's end were removed", async () => {
    await tamper("delete from audit_entry", "delete from audit_chain");
    expect(await findings()).toEqual([[1n, "missing"]]);
  });

  it("is found out after the chain's end alone was removed", async () => {
    await tamper("delete from audit_chain");
    expect(await findings()).toEqual([[last, "endMoved"]]);
  });

  it("is found out after the last rows were removed and the end moved there", async () => {
    await tamper(
      `delete from audit_entry where seq > ${last - 3n}`,
      `update audit_chain set last_seq = ${last - 3n}, last_mac = (select mac from audit_entry where seq = ${last - 3n})`,
    );
    expect(await findings()).toEqual([[last - 3n, "endMoved"]]);
  });

  it("is found out after a row was put in behind the end", async () => {
    await tamper(copiedTo(Number(last) + 1));
    expect(await findings()).toContainEqual([last + 1n, "inserted"]);
  });

  it("is found out after a row was put in before the first one", async () => {
    await tamper(copiedTo(0));
    expect(await findings()).toEqual([[0n, "inserted"]]);
  });

  it("is found out after a row was put in far away, or into a chain that is none", async () => {
    await tamper(copiedTo(Number(last) + 1000));
    expect(await findings()).toContainEqual([last + 1n, "missing"]);
    await tamper(`update audit_entry set chain = 2, seq = 1 where seq = ${last + 1000n}`);
    const { findings: found } = await verify();
    expect(found.filter(({ chain }) => chain === 2).map(({ what }) => what)).toEqual(["changed", "endMoved"]);
  });

  it("is found out after an older state was put back as a whole, by an end kept elsewhere", async () => {
    const { ends } = await verify();
    expect(ends).toEqual([{ chain: 1, seq: last, mac: expect.any(String) }]);
    await look();
    const { ends: later } = await verify();
    await tamper(
      `delete from audit_entry where seq > ${last}`,
      "delete from audit_chain",
      "insert into audit_chain select * from kept_chain",
    );
    expect((await verify()).findings).toEqual([]);
    expect((await verify(ends)).findings).toEqual([]);
    expect((await verify(later)).findings).toEqual([{ chain: 1, seq: last + 1n, what: "missing" }]);
    await look();
    expect((await verify(later)).findings).toEqual([{ chain: 1, seq: last + 1n, what: "changed" }]);
  });
});
