import { attachDocument, readDocument } from "@tsunagi/care/consent/documents";
import { markSent } from "@tsunagi/care/outbox/store";
import { readPerson } from "@tsunagi/care/people/readPerson";
import { searchPeople } from "@tsunagi/care/people/searchPeople";
import { listRecords } from "@tsunagi/care/records/listRecords";
import { writeRecord } from "@tsunagi/care/records/writeRecord";
import { rotateKeys } from "@tsunagi/care/vault/rotateKeys";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  createOperator,
  hire,
  hubOn,
  openOrganisation,
  openTestHub,
  register,
  type TestHub,
  teamOf,
  testVault,
  type Worker,
} from "../../env/careFixture.ts";

let old: TestHub;
let both: TestHub;
let onlyNew: TestHub;
let careManager: Worker;

beforeAll(async () => {
  old = await openTestHub({ vault: testVault(["k1", 1]) });
  both = hubOn(old.db, old.database, { vault: testVault(["k2", 2], ["k1", 1]) });
  onlyNew = hubOn(old.db, old.database, { vault: testVault(["k2", 2]) });
  const operator = await createOperator(old);
  const office = await openOrganisation(old, operator, "みほん居宅介護支援事業所", "careProvider");
  careManager = await hire(old, operator, office, "careManager");
});
afterAll(() => old.close());

const rotate = (batch: number) => both.system((unit) => rotateKeys(unit, "k2", batch));

describe("changing the key-encryption key", () => {
  it("leaves everything readable with the new key alone, once nothing is left to wrap", async () => {
    const { personId, person } = await teamOf(old, "care", careManager);
    await old.as(careManager, (unit) =>
      writeRecord(unit, { personId, kind: "wishes", text: "家で過ごしたい", tellRoom: true }),
    );
    const bytes = Buffer.from("%PDF-1.7\n見本");
    const document = await old.as(careManager, (unit) => attachDocument(unit, { personId, bytes }));
    for (let n = 0; n < 4; n += 1) await register(old, careManager);
    await old.system((unit) => markSent(unit.tx, 1n, null));
    const waiting = (await old.outbox()).length;

    const read = (hub: TestHub) => hub.as(careManager, (unit) => readPerson(unit, { personId }));
    await expect(read(onlyNew)).rejects.toThrow('lacks the key "k1"');
    await expect(onlyNew.outbox()).rejects.toThrow('lacks the key "k1"');

    const counts: number[] = [];
    for (let count = await rotate(2); count > 0; count = await rotate(2)) counts.push(count);
    expect(counts.reduce((sum, count) => sum + count)).toBe(5 + waiting);

    expect(await read(onlyNew)).toMatchObject({ familyName: person.familyName, birthDate: person.birthDate });
    const list = { personId, history: "current" as const, limit: 5 };
    const { records } = await onlyNew.as(careManager, (unit) => listRecords(unit, list));
    expect(records.map(({ text }) => text)).toEqual(["家で過ごしたい"]);
    const opened = await onlyNew.as(careManager, (unit) => readDocument(unit, { documentId: document.id }));
    expect(opened.bytes.equals(bytes)).toBe(true);
    expect(await onlyNew.as(careManager, (unit) => searchPeople(unit, { kana: "かくう" }))).toHaveLength(5);
    expect(await onlyNew.outbox()).toHaveLength(waiting);
    await expect(read(old)).rejects.toThrow('lacks the key "k2"');
  });

  it("is safe while others write: what came with the old key in the meantime is found the next time", async () => {
    const oldFirst = hubOn(old.db, old.database, { vault: testVault(["k1", 1], ["k2", 2]) });
    await Promise.all([rotate(50), register(oldFirst, careManager), register(both, careManager), rotate(50)]);
    while ((await rotate(50)) > 0);
    const keks = await old.db.sql("select distinct kek from person_key");
    expect(keks).toEqual([{ kek: "k2" }]);
  });

  it("names in the log the key and how many, nothing else", async () => {
    await rotate(10);
    const row = (await both.auditRows()).at(-1);
    expect(row).toMatchObject({ action: "vault.rotateKeys", person_id: null });
    expect(JSON.parse(row?.detail ?? "")).toEqual({ kek: "k2", keys: 0, messages: 0 });
  });

  it("does not let one person's key open another's data, though somebody swaps them in the database", async () => {
    const one = await register(both, careManager, { givenKana: "イチ" });
    const two = await register(both, careManager, { givenKana: "ニ" });
    await both.db.sql(
      `update person_key set wrapped = other.wrapped from person_key other
       where person_key.person_id = $1 and other.person_id = $2`,
      [one.id, two.id],
    );
    await expect(both.as(careManager, (unit) => readPerson(unit, { personId: one.id }))).rejects.toThrow();
    await both.db.sql(
      "update person set sealed = other.sealed from person other where person.id = $1 and other.id = $2",
      [two.id, one.id],
    );
    await expect(both.as(careManager, (unit) => readPerson(unit, { personId: two.id }))).rejects.toThrow();
  });
});
