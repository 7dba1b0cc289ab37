import { type InventedPlace, nationPlaces, prefecturePlaces } from "./inventedPlaces.ts";
import { CARE_COLUMNS, csvRow, DISABILITY_COLUMNS } from "./openDataFormat.ts";

/*
 * Invented open-data files of any size in exactly the two public formats. No facility in them exists; names are put
 * together from words that homes like to be called by, so that searching by kanji and kana has something to find. The
 * same number of rows gives the same file every time. Like the real ones they hold what an importer must cope with:
 * 定員 0, remarks in the URL column, quoted line breaks, full-width digits.
 */

export type FileScale = "prefecture" | "nation";
export const SCALES: Readonly<Record<FileScale, { readonly rows: number; readonly places: readonly InventedPlace[] }>> =
  {
    prefecture: { rows: 12_000, places: prefecturePlaces },
    nation: { rows: 250_000, places: nationPlaces },
  };

type Word = readonly [name: string, kana: string];

const FIRST: readonly Word[] = [
  ["青空", "アオゾラ"],
  ["陽だまり", "ヒダマリ"],
  ["桜", "サクラ"],
  ["若葉", "ワカバ"],
  ["松風", "マツカゼ"],
  ["富士見", "フジミ"],
  ["清流", "セイリュウ"],
  ["緑風", "リョクフウ"],
  ["花水木", "ハナミズキ"],
  ["白百合", "シラユリ"],
  ["朝霧", "アサギリ"],
  ["夕凪", "ユウナギ"],
  ["千寿", "センジュ"],
  ["福寿", "フクジュ"],
  ["ことぶき", "コトブキ"],
  ["やすらぎ", "ヤスラギ"],
  ["なごみ", "ナゴミ"],
  ["ゆりかご", "ユリカゴ"],
  ["つばさ", "ツバサ"],
  ["みどり", "ミドリ"],
  ["ほのぼの", "ホノボノ"],
  ["きずな", "キズナ"],
  ["まごころ", "マゴコロ"],
  ["コスモス", "コスモス"],
  ["サンライズ", "サンライズ"],
  ["ラポール", "ラポール"],
  ["茶の実", "チャノミ"],
  ["蜜柑山", "ミカンヤマ"],
  ["浜木綿", "ハマユウ"],
  ["山吹", "ヤマブキ"],
  ["藤波", "フジナミ"],
];
const SECOND: readonly Word[] = [
  ["の里", "ノサト"],
  ["の丘", "ノオカ"],
  ["の郷", "ノサト"],
  ["の家", "ノイエ"],
  ["苑", "エン"],
  ["園", "エン"],
  ["荘", "ソウ"],
  ["館", "カン"],
  ["ホーム", "ホーム"],
  ["ガーデン", "ガーデン"],
  ["", ""],
];
type Service = readonly [code: string, label: string, kana: string, capacity: number];
const CARE: readonly Service[] = [
  ["11", "訪問介護事業所", "ホウモンカイゴジギョウショ", 0],
  ["13", "訪問看護ステーション", "ホウモンカンゴステーション", 0],
  ["15", "デイサービスセンター", "デイサービスセンター", 30],
  ["16", "通所リハビリテーション", "ツウショリハビリテーション", 40],
  ["21", "ショートステイ", "ショートステイ", 20],
  ["32", "グループホーム", "グループホーム", 18],
  ["33", "介護付有料老人ホーム", "カイゴツキユウリョウロウジンホーム", 50],
  ["43", "居宅介護支援事業所", "キョタクカイゴシエンジギョウショ", 0],
  ["51", "特別養護老人ホーム", "トクベツヨウゴロウジンホーム", 80],
  ["52", "介護老人保健施設", "カイゴロウジンホケンシセツ", 100],
  ["55", "介護医療院", "カイゴイリョウイン", 60],
  ["73", "小規模多機能ホーム", "ショウキボタキノウホーム", 29],
  ["77", "看護小規模多機能ホーム", "カンゴショウキボタキノウホーム", 29],
  ["78", "地域密着デイサービス", "チイキミッチャクデイサービス", 18],
];
const DISABILITY: readonly Service[] = [
  ["11:居宅介護", "居宅介護事業所", "きょたくかいごじぎょうしょ", 0],
  ["22:生活介護", "生活介護事業所", "せいかつかいごじぎょうしょ", 20],
  ["24:短期入所", "短期入所事業所", "たんきにゅうしょじぎょうしょ", 4],
  ["33:共同生活援助", "グループホーム", "ぐるーぷほーむ", 7],
  ["46:就労継続支援Ｂ型", "作業所", "さぎょうしょ", 20],
  ["52:計画相談支援", "相談支援事業所", "そうだんしえんじぎょうしょ", 0],
  ["65:放課後等デイサービス", "放課後等デイサービス", "ほうかごとうでいさーびす", 10],
];
const JUNK = ["なし", "http://", "準備中", "info@example.invalid", "-"];
const NOTE = "架空の事業所（試験用）";

/** `jigyosho_NNN.csv`, piece by piece. */
export function* inventedCareFile(rows: number, places: readonly InventedPlace[]): Generator<string> {
  yield `\uFEFF${csvRow(CARE_COLUMNS)}`;
  for (let i = 0; i < rows; i += 1) yield csvRow(careRow(i, places));
}

/** `sfkopendata_YYYYMM_NN.csv`, piece by piece. */
export function* inventedDisabilityFile(rows: number, places: readonly InventedPlace[]): Generator<string> {
  yield `\uFEFF${csvRow(DISABILITY_COLUMNS)}`;
  for (let i = 0; i < rows; i += 1) yield csvRow(disabilityRow(i, places));
}

function careRow(i: number, places: readonly InventedPlace[]): string[] {
  // Every fifth row is a second service of the business before it.
  const second = i % 5 === 4;
  const business = second ? i - 1 : i;
  const place = pick(places, business);
  const { words, kana } = nameOf(business);
  const [code, label, labelKana, capacity] = pick(CARE, mix(business, 7) + (second ? 1 : 0));
  return [
    place.code,
    String(i + 1),
    place.prefecture,
    place.name,
    `${words}${label}`,
    halfWidth(i) ? `${kana}${labelKana}`.normalize("NFKC") : `${kana}${labelKana}`,
    code,
    `${place.prefecture}${place.name}架空${(i % 97) + 1}丁目${(i % 31) + 1}番地`,
    i % 11 === 0 ? "見本ビル2階" : "",
    coordinate(place.latitude, mix(i, 3)),
    coordinate(place.longitude, mix(i, 5)),
    phone(i),
    "",
    String(1_000_000_000_000 + i),
    `社会福祉法人${words}会（架空）`,
    String(9_000_000_000 + business),
    i % 3 === 0 ? "平日・土" : "平日",
    i % 13 === 0 ? "年末年始は休み、\n要予約" : "",
    i % 17 === 0 ? "0" : String(capacity),
    urlOf(i),
    "",
    "1",
    "",
    NOTE,
  ];
}

function disabilityRow(i: number, places: readonly InventedPlace[]): string[] {
  const place = pick(places, i);
  const { words, kana } = nameOf(i + 3);
  const [service, label, labelKana, capacity] = pick(DISABILITY, mix(i, 11));
  return [
    place.code,
    String(i + 1),
    place.prefecture,
    `特定非営利活動法人${words}（架空）`,
    "",
    String(2_000_000_000_000 + i),
    place.name,
    "",
    "",
    "",
    "",
    service,
    `${words}${label}`,
    `${hiragana(kana)}${labelKana}`,
    String(8_000_000_000 + i),
    `${place.prefecture}${place.name}`,
    `架空${(i % 89) + 1}番地`,
    phone(i),
    "",
    urlOf(i),
    coordinate(place.latitude, mix(i, 13)),
    coordinate(place.longitude, mix(i, 17)),
    "9:00-17:00",
    i % 4 === 0 ? "9:00-12:00" : "",
    "",
    "",
    "日祝",
    NOTE,
    String(capacity),
  ];
}

function nameOf(i: number): { words: string; kana: string } {
  const [first, firstKana] = pick(FIRST, mix(i, 19));
  const [second, secondKana] = pick(SECOND, mix(i, 23));
  return { words: `${first}${second}`, kana: `${firstKana}${secondKana}` };
}

const urlOf = (i: number): string => {
  if (i % 4 === 0) return `https://facility-${i}.example/`;
  return i % 9 === 0 ? pick(JUNK, i) : "";
};
const halfWidth = (i: number): boolean => i % 2 === 0;
const phone = (i: number): string => `000-${String(i % 1000).padStart(3, "0")}-${String(i % 10_000).padStart(4, "0")}`;
const hiragana = (kana: string): string =>
  kana.replaceAll(/[ァ-ヶ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60));
const pick = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;
/** Spreads neighbours out, the same every time. */
const mix = (i: number, salt: number): number => (((i + salt) * 2_654_435_761) >>> 0) >>> (salt % 8);
const coordinate = (centre: number, i: number): string => (centre + ((i % 1000) - 500) / 10_000).toFixed(6);
