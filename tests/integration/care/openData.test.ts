import { Readable } from "node:stream";
import { listRejections, loadImport, readImport, startImport } from "@tsunagi/care/organisations/imports/imports";
import { createOrganisation, listOrganisations } from "@tsunagi/care/organisations/listOrganisations";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  createOperator,
  hire,
  NUMAZU,
  openTestHub,
  refusal,
  type TestHub,
  type Worker,
} from "../../env/careFixture.ts";

let hub: TestHub;
let operator: Worker;

beforeAll(async () => {
  hub = await openTestHub();
  operator = await createOperator(hub);
});
afterAll(() => hub.close());

const HEAD =
  "都道府県コード又は市町村コード,No,都道府県名,市区町村名,事業所名,事業所名カナ,サービスの種類,住所,方書（ビル名等）," +
  "緯度,経度,電話番号,FAX番号,法人番号,法人の名称,事業所番号,利用可能曜日,利用可能曜日特記事項,定員,URL," +
  "高齢者の方と障害者の方が同時一体的に利用できるサービス,介護保険の通常の指定基準を満たしている," +
  "障害福祉の通常の指定基準を満たしている,備考";

interface Row {
  readonly number: number;
  readonly name?: string;
  readonly type?: string;
  readonly capacity?: number;
  readonly note?: string;
}

const line = ({ number, name = `みほん事業所${number}`, type = "通所介護", capacity = 10, note = "" }: Row): string =>
  [
    "222062,1,静岡県,三島市",
    name,
    "ミホンジギョウショ",
    type,
    `静岡県三島市見本${number},,35.1,138.9,055-000-0000,,1234567890123,みほん法人`,
    String(2_270_000_000 + number),
    `平日,${note}`,
    capacity,
    "https://mihon.example/,,,,",
  ].join(",");
const file = (rows: readonly Row[]): Buffer =>
  Buffer.from(`\uFEFF${[HEAD, ...rows.map(line)].join("\r\n")}\r\n`, "utf8");
const caller = (who: Worker) => ({ staffId: who.staffId, channel: "web" as const, correlationId: "import" });

/** Announces a file and sends it in pieces, as the page does. */
async function loadBytes(bytes: Buffer, piece = 1000) {
  const pieces = Array.from({ length: Math.ceil(bytes.length / piece) }, (_, i) =>
    bytes.subarray(i * piece, (i + 1) * piece),
  );
  const { id } = await hub.as(operator, (unit) => startImport(unit, { fileName: "a.csv", bytes: bytes.length }));
  const done = await loadImport(hub.care, caller(operator), { importId: id, bytes: Readable.from(pieces) });
  const { rejections } = await hub.as(operator, (unit) =>
    listRejections(unit, { importId: id, after: 0, limit: 1000 }),
  );
  return { ...done, rejections };
}
const load = (rows: readonly Row[]) => loadBytes(file(rows));
const listed = async (text: string) =>
  (await hub.as(operator, (unit) => listOrganisations(unit, { text, limit: 50, offset: 0 }))).organisations;
const count = async (table: "organisation" | "organisation_service"): Promise<number> =>
  Number((await hub.db.sql<{ n: string }>(`select count(*) as n from ${table}`))[0]?.n);

describe("loading a city's list", () => {
  it("takes 1,000 rows, then a later release: updates, adds, and never deletes", async () => {
    const rows = Array.from(
      { length: 1000 },
      (_, i): Row => ({
        number: 1 + (i % 800),
        type: i < 800 ? "通所介護" : "居宅介護支援",
        note: `"土日は,要相談\r\n（${i}）"`,
      }),
    );
    const organisations = await count("organisation");
    expect(await load(rows)).toMatchObject({
      state: "done",
      format: "care",
      rows: 1000,
      organisationsCreated: 800,
      organisationsUpdated: 0,
      servicesCreated: 1000,
      servicesUpdated: 0,
      rejected: 0,
      rejections: [],
    });
    const later = [
      ...rows.slice(500).map((row) => ({ ...row, capacity: 0 })),
      { number: 5000 },
      { number: 5001, name: "" },
    ];
    expect(await load(later)).toMatchObject({
      rows: 502,
      organisationsCreated: 1,
      organisationsUpdated: 500,
      servicesCreated: 1,
      servicesUpdated: 500,
      rejected: 1,
      rejections: [{ line: 1 + 500 * 2 + 1 + 1, en: "The name is missing" }],
    });
    expect(await count("organisation")).toBe(organisations + 801);
    expect(await count("organisation_service")).toBe(1001);
    const [one] = await listed("みほん事業所600");
    expect(one?.services).toEqual([
      { system: "care", serviceType: "15", businessNumber: "2270000600", capacity: null },
    ]);
    const [untouched] = await listed("みほん事業所300");
    expect(untouched?.services[0]?.capacity).toBe(10);
  });

  it("takes over a changed name and keeps what the file leaves out", async () => {
    await load([{ number: 6000, name: "もとの名前" }]);
    await hub.db.sql("update organisation set fax = '055-111-1111' where name = 'もとの名前'");
    await load([{ number: 6000, name: "あとの名前" }]);
    expect(await listed("もとの名前")).toEqual([]);
    const rows = await hub.db.sql("select fax, municipality from organisation where name = 'あとの名前'");
    expect(rows).toEqual([{ fax: "055-111-1111", municipality: "222062" }]);
  });

  it("keeps a kind that says more than the file's", async () => {
    await load([{ number: 6001, name: "みほん訪看", type: "訪問看護" }]);
    await load([{ number: 6001, name: "みほん訪看", type: "居宅療養管理指導" }]);
    expect((await listed("みほん訪看"))[0]).toMatchObject({ kind: "homeNursing", services: [{}, {}] });
    await load([{ number: 6002, name: "みほん複合", type: "居宅介護支援" }]);
    await load([{ number: 6002, name: "みほん複合", type: "介護予防支援" }]);
    expect((await listed("みほん複合"))[0]).toMatchObject({ kind: "communitySupportCentre" });
  });

  it("takes the first of two rows with the same key and reports the second", async () => {
    const report = await load([
      { number: 6003, name: "一つ目" },
      { number: 6003, name: "二つ目" },
    ]);
    expect(report).toMatchObject({ organisationsCreated: 1, servicesCreated: 1, rejections: [{ line: 3 }] });
  });

  it("makes an organisation once when the same file is loaded several times at the same moment", async () => {
    const rows = Array.from({ length: 300 }, (_, i) => ({ number: 7000 + i, name: `みほん同時${i}番` }));
    const reports = await Promise.all([load(rows), load(rows), load(rows), load(rows)]);
    expect(reports.map((report) => report.organisationsCreated).sort((a, b) => a - b)).toEqual([0, 0, 0, 300]);
    expect(await listed("みほん同時7番")).toHaveLength(1);
  });

  it("keeps care and disability services of one business number apart", async () => {
    const head = "サービス種別,事業所の名称,事業所番号,事業所住所（市区町村）,定員";
    const bytes = Buffer.from(`${head}\n生活介護,みほん障がい,2270000001,静岡県三島市,5\n`, "utf8");
    const before = await count("organisation");
    const report = await loadBytes(bytes);
    expect(report).toMatchObject({ format: "disability", organisationsCreated: 1, servicesCreated: 1 });
    expect(await count("organisation")).toBe(before + 1);
  });

  it("reports a key again that stood thousands of rows before, and leaves the first row's name", async () => {
    const rows = Array.from({ length: 2500 }, (_, i): Row => ({ number: 20_000 + i }));
    const report = await load([...rows, { number: 20_000, name: "二度目" }, { number: 20_001, type: "居宅介護支援" }]);
    expect(report).toMatchObject({
      organisationsCreated: 2500,
      organisationsUpdated: 0,
      servicesCreated: 2501,
      servicesUpdated: 0,
      rejections: [{ line: 2502 }],
    });
    expect(await listed("二度目")).toEqual([]);
  });

  it("keeps what was loaded when the rest never comes, and goes on with the next load", async () => {
    const bytes = file(Array.from({ length: 3000 }, (_, i): Row => ({ number: 30_000 + i })));
    async function* brokenOff() {
      yield bytes.subarray(0, Math.floor(bytes.length * 0.9));
      throw new Error("the connection was lost");
    }
    const { id } = await hub.as(operator, (unit) => startImport(unit, { fileName: "a.csv", bytes: bytes.length }));
    const act = loadImport(hub.care, caller(operator), { importId: id, bytes: brokenOff() });
    await expect(act).rejects.toThrow("the connection was lost");
    const left = await hub.as(operator, (unit) => readImport(unit, { importId: id }));
    expect(left).toMatchObject({ state: "failed", problem: { en: expect.stringContaining(id) } });
    expect(left.servicesCreated).toBeGreaterThan(1000);
    expect(await loadBytes(bytes)).toMatchObject({ servicesCreated: 3000 - left.servicesCreated, rejected: 0 });
  });

  it("says that it was broken off when nothing has moved for minutes", async () => {
    const { id } = await hub.as(operator, (unit) => startImport(unit, { fileName: "a.csv", bytes: 1 }));
    await hub.db.sql("update open_data_import set state = 'running' where id = $1", [id]);
    hub.clock.advance(5);
    expect(await hub.as(operator, (unit) => readImport(unit, { importId: id }))).toMatchObject({ state: "stopped" });
  });

  it("loads an announced file once", async () => {
    const { id } = await hub.as(operator, (unit) => startImport(unit, { fileName: "a.csv", bytes: 1 }));
    const once = () =>
      loadImport(hub.care, caller(operator), { importId: id, bytes: Readable.from([file([{ number: 40_000 }])]) });
    const codes = await Promise.all([refusal(once()), refusal(once())]);
    expect(codes.sort()).toEqual(["importStarted", "none"]);
  });

  it("takes no file that is larger than the setting, announced or not", async () => {
    const bytes = hub.settings.importBytes + 1;
    expect(await refusal(hub.as(operator, (unit) => startImport(unit, { fileName: "a.csv", bytes })))).toBe("tooLarge");
    const { id } = await hub.as(operator, (unit) => startImport(unit, { fileName: "a.csv", bytes: 1 }));
    const endless = Readable.from(
      (function* () {
        yield file([]);
        for (;;) yield Buffer.alloc(10_000_000, 0x20);
      })(),
    );
    expect(await refusal(loadImport(hub.care, caller(operator), { importId: id, bytes: endless }))).toBe("tooLarge");
  });

  it("changes nothing when the file is no such file, and says why afterwards, too", async () => {
    const before = await count("organisation");
    expect(await refusal(loadBytes(Buffer.from("a,b\n1,2\n")))).toBe("unreadableFile");
    expect(await count("organisation")).toBe(before);
    const rows = await hub.db.sql<{ problem: string }>(
      "select problem from open_data_import order by started_at desc limit 1",
    );
    expect(rows[0]?.problem).toContain("unreadableFile");
  });

  it("is written down with its numbers", async () => {
    const { id } = await load([{ number: 8000 }]);
    const row = (await hub.auditRows()).findLast(({ detail }) => detail.includes("servicesCreated"));
    expect(row).toMatchObject({ action: "organisation.import", actor_role: "networkAdmin", subject_id: id });
    expect(JSON.parse(row?.detail ?? "")).toEqual({
      state: "done",
      rows: 1,
      organisationsCreated: 1,
      servicesCreated: 1,
      rejected: 0,
    });
  });
});

describe("organisations in no file", () => {
  it("are added by the network's administrator, and found by everybody by name, kind and place", async () => {
    const input = {
      name: "みほん消防本部",
      kind: "fireDepartment" as const,
      municipality: NUMAZU,
      address: "",
      phone: "119",
    };
    const made = await hub.as(operator, (unit) => createOrganisation(unit, input));
    const worker = await hire(hub, operator, made.id, "dispatcher");
    const filter = { kind: "fireDepartment" as const, municipality: NUMAZU, limit: 10, offset: 0 };
    const { organisations, total } = await hub.as(worker, (unit) => listOrganisations(unit, filter));
    expect(organisations).toEqual([{ ...made, staffCount: 1 }]);
    expect(total).toBe(1);
  });

  it("are listed page by page, each once", async () => {
    const names: string[] = [];
    for (let offset = 0, total = 1; offset < total; offset += 200) {
      const page = await hub.as(operator, (unit) => listOrganisations(unit, { limit: 200, offset }));
      names.push(...page.organisations.map(({ id }) => id));
      total = page.total;
    }
    expect(new Set(names).size).toBe(await count("organisation"));
  });
});
