import { describe, expect, it } from "vitest";
import { careFormat, disabilityFormat, type OpenDataRow } from "./openData.ts";

const CARE: Record<string, string> = {
  都道府県コード又は市町村コード: "222224",
  No: "1",
  都道府県名: "静岡県",
  市区町村名: "伊豆市",
  事業所名: "みほんデイサービス",
  事業所名カナ: "ﾐﾎﾝﾃﾞｲｻｰﾋﾞｽ",
  サービスの種類: "通所介護",
  住所: "静岡県伊豆市見本1-2",
  "方書（ビル名等）": "見本ビル2F",
  緯度: "34.97",
  経度: "138.95",
  電話番号: "0558-00-0000",
  FAX番号: "",
  法人番号: "1234567890123",
  法人の名称: "株式会社みほん",
  事業所番号: "2270000001",
  利用可能曜日: "平日",
  利用可能曜日特記事項: "",
  定員: "25",
  URL: "https://mihon.example/day",
  高齢者の方と障害者の方が同時一体的に利用できるサービス: "",
  介護保険の通常の指定基準を満たしている: "",
  障害福祉の通常の指定基準を満たしている: "",
  備考: "",
};

const DISABILITY: Record<string, string> = {
  都道府県コード又は市区町村コード: "222224",
  サービス種別: "46:就労継続支援Ｂ型",
  事業所の名称: "みほん作業所",
  事業所の名称_かな: "みほんさぎょうしょ",
  事業所番号: "2210000001",
  "事業所住所（市区町村）": "静岡県伊豆市",
  "事業所住所（番地以降）": "見本3-4",
  事業所電話番号: "0558-00-0001",
  事業所URL: "",
  事業所緯度: "34.97",
  事業所経度: "138.95",
  定員: "20",
};

const care = (change: Record<string, string> = {}) => careFormat.read({ ...CARE, ...change });
const disability = (change: Record<string, string> = {}) => disabilityFormat.read({ ...DISABILITY, ...change });

function row(result: ReturnType<typeof care>): OpenDataRow {
  if ("problem" in result) throw new Error(result.problem.en);
  return result.row;
}

describe("a row of the care insurance format", () => {
  it("becomes an organisation and one service of it", () => {
    expect(Object.keys(CARE)).toHaveLength(24);
    const { organisation, service } = row(care());
    expect(organisation).toMatchObject({
      name: "みほんデイサービス",
      nameKana: "ミホンデイサービス",
      kind: "careProvider",
      municipality: "222224",
      address: "静岡県伊豆市見本1-2 見本ビル2F",
      website: "https://mihon.example/day",
      latitude: 34.97,
      longitude: 138.95,
    });
    expect(service).toEqual({
      system: "care",
      serviceType: "15",
      businessNumber: "2270000001",
      capacity: 25,
      openDays: "平日",
      note: "",
    });
  });

  it.each(["13", "訪問看護", "13:訪問看護", "１３：訪問看護", " 訪問看護 "])("knows the service type %j", (cell) => {
    expect(row(care({ サービスの種類: cell })).service.serviceType).toBe("13");
  });

  it("knows service types with letters and brackets of any width", () => {
    expect(row(care({ サービスの種類: "2A" })).service.serviceType).toBe("2A");
    expect(row(care({ サービスの種類: "短期入所療養介護(老健)" })).service.serviceType).toBe("22");
  });

  it("tells home nursing stations and support centres from other providers", () => {
    expect(row(care({ サービスの種類: "訪問看護" })).organisation.kind).toBe("homeNursing");
    expect(row(care({ サービスの種類: "介護予防支援" })).organisation.kind).toBe("communitySupportCentre");
  });

  it.each([
    ["0", null],
    ["", null],
    ["-", null],
    ["25人", null],
    ["-3", null],
    ["12.5", null],
    ["1,200", 1200],
    ["３０", 30],
    ["999999", null],
  ])("takes the capacity %j as %j: 0 means that nobody filled it in", (cell, capacity) => {
    expect(row(care({ 定員: cell })).service.capacity).toBe(capacity);
  });

  it.each([
    "なし",
    "-",
    "http://",
    "www.mihon.example",
    "mihon@mihon.example",
    "https://mihon.example にて公開",
    "http://localhost",
    "javascript:alert(1)//x.example",
    "ftp://mihon.example/a.b",
    "https://[bad.example/",
  ])("keeps no website for the junk %j", (cell) => {
    expect(row(care({ URL: cell })).organisation.website).toBe("");
  });

  it("keeps coordinates that lie in Japan only", () => {
    const of = (latitude: string, longitude: string) => row(care({ 緯度: latitude, 経度: longitude })).organisation;
    expect(of("", "")).toMatchObject({ latitude: null, longitude: null });
    expect(of("0", "0")).toMatchObject({ latitude: null, longitude: null });
    expect(of("138.95", "34.97")).toMatchObject({ latitude: null, longitude: null });
    expect(of("３４.９７", "138.95")).toMatchObject({ latitude: 34.97, longitude: 138.95 });
  });

  it("drops line breaks, padding and control characters inside of cells", () => {
    expect(row(care({ 事業所名: "　みほん\r\n デイ\u0000サービス　" })).organisation.name).toBe("みほん デイ サービス");
  });

  it.each([
    ["サービスの種類", "宇宙介護", "Unknown service type"],
    ["事業所名", "　", "The name is missing"],
    ["事業所番号", "227000000", "The business number does not have 10 digits"],
    ["事業所番号", "", "The business number does not have 10 digits"],
  ])("is refused for its %s %j with a reason in both languages", (column, cell, en) => {
    const result = care({ [column]: cell });
    expect(result).toMatchObject({ problem: { en } });
    expect("problem" in result && result.problem.ja).toMatch(/[ぁ-ん]/);
  });
});

describe("the municipality of a row", () => {
  const of = (code: string, city: string, address: string) => {
    const result = care({ 都道府県コード又は市町村コード: code, 市区町村名: city, 住所: address });
    return "row" in result ? result.row.organisation.municipality : result.problem.en;
  };

  it("is the code of the file when it is one", () => {
    expect(of("222224", "", "")).toBe("222224");
    expect(of("131016", "千代田区", "東京都千代田区1")).toBe("131016");
  });

  it("comes from the address when the file gives only the prefecture, or a wrong code", () => {
    expect(of("220001", "三島市", "1-2")).toBe("222062");
    expect(of("222225", "伊豆市", "1-2")).toBe("222224");
    expect(of("", "", "静岡県駿東郡長泉町見本1")).toBe("223425");
  });

  it("is the city for a ward of it", () => {
    expect(of("221015", "静岡市葵区", "1-2")).toBe("221007");
    expect(of("221384", "浜松市中央区", "1-2")).toBe("221309");
  });

  it("is not confused by cities whose names begin alike", () => {
    expect(of("220001", "伊豆の国市", "1")).toBe("222259");
    expect(of("220001", "富士宮市", "1")).toBe("222071");
    expect(of("220001", "東伊豆町", "1")).toBe("223018");
  });

  it("is never taken from a town of the same name in another prefecture", () => {
    expect(of("010006", "茅部郡森町", "北海道茅部郡森町1")).toBe("The municipality is unknown");
  });

  it("is asked for when neither code nor address tell it", () => {
    expect(of("", "", "見本1-2")).toBe("The municipality is unknown");
  });
});

describe("a row of the disability format", () => {
  it("becomes an organisation and one service of it", () => {
    expect(row(disability())).toMatchObject({
      organisation: {
        name: "みほん作業所",
        kind: "disabilityProvider",
        municipality: "222224",
        address: "静岡県伊豆市見本3-4",
      },
      service: { system: "disability", serviceType: "46", businessNumber: "2210000001", capacity: 20 },
    });
  });

  it("does not mix its codes up with those of care insurance", () => {
    expect(row(disability({ サービス種別: "居宅介護" })).service.serviceType).toBe("11");
    expect(disability({ サービス種別: "訪問介護" })).toMatchObject({ problem: { en: "Unknown service type" } });
  });
});
