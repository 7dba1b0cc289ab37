/*
 * An invented demo region in the two public open-data formats (domain 3): 135 care providers and 5 disability providers
 * of an imaginary city. No facility, person or number in it exists. Everything is made from a fixed seed, so that the
 * same region comes out every time.
 */

import { CARE_COLUMNS, csv, DISABILITY_COLUMNS } from "./openDataFormat.ts";

interface Place {
  readonly code: string;
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
}

/** Real municipality codes, since the format asks for them; the facilities in them are invented. */
const PLACES: readonly [Place, ...Place[]] = [
  { code: "222259", name: "伊豆の国市", latitude: 35.027, longitude: 138.929 },
  { code: "222224", name: "伊豆市", latitude: 34.976, longitude: 138.947 },
  { code: "223255", name: "函南町", latitude: 35.089, longitude: 138.953 },
];

const FIRST: readonly [string, string][] = [
  ["あおぞら", "アオゾラ"],
  ["ひだまり", "ヒダマリ"],
  ["かのがわ", "カノガワ"],
  ["やまぼうし", "ヤマボウシ"],
  ["みかんの丘", "ミカンノオカ"],
  ["なごみ", "ナゴミ"],
  ["さくら坂", "サクラザカ"],
  ["ゆうなぎ", "ユウナギ"],
  ["いちご畑", "イチゴバタケ"],
  ["ほたる", "ホタル"],
  ["つむぎ", "ツムギ"],
  ["こもれび", "コモレビ"],
  ["せせらぎ", "セセラギ"],
  ["ふじみ", "フジミ"],
  ["はなみずき", "ハナミズキ"],
];

const CARE_SERVICES: readonly [code: string, label: string, kana: string, capacity: number][] = [
  ["11", "訪問介護ステーション", "ホウモンカイゴステーション", 0],
  ["13", "訪問看護ステーション", "ホウモンカンゴステーション", 0],
  ["15", "デイサービス", "デイサービス", 30],
  ["43", "居宅介護支援事業所", "キョタクカイゴシエンジギョウショ", 0],
  ["78", "地域デイサービス", "チイキデイサービス", 15],
  ["51", "特別養護老人ホーム", "トクベツヨウゴロウジンホーム", 80],
  ["52", "老人保健施設", "ロウジンホケンシセツ", 100],
  ["32", "グループホーム", "グループホーム", 18],
  ["16", "通所リハビリ", "ツウショリハビリ", 40],
];
const DISABILITY_SERVICES: readonly [code: string, label: string, kana: string, capacity: number][] = [
  ["22", "生活介護事業所", "せいかつかいごじぎょうしょ", 20],
  ["33", "グループホーム", "ぐるーぷほーむ", 7],
  ["46", "就労継続支援事業所", "しゅうろうけいぞくしえんじぎょうしょ", 20],
  ["65", "放課後等デイサービス", "ほうかごとうでいさーびす", 10],
  ["52", "相談支援事業所", "そうだんしえんじぎょうしょ", 0],
];

const DEMO_NOTE = "架空の事業所（デモ用）";

/** `jigyosho_NNN.csv`: UTF-8 with BOM, 135 invented care providers. */
export function demoCareFile(): string {
  const rows = Array.from({ length: 135 }, (_, i) => {
    const place = PLACES[i % 5 < 3 ? 0 : 1 + (i % 2)] ?? PLACES[0];
    const [first, firstKana] = pick(FIRST, i);
    const [code, label, labelKana, capacity] = pick(CARE_SERVICES, Math.floor(i / FIRST.length));
    return [
      place.code,
      String(i + 1),
      "静岡県",
      place.name,
      `${first}${label}`,
      `${firstKana}${labelKana}`,
      code,
      `${place.name}架空町${i + 1}番地`,
      "",
      coordinate(place.latitude, i),
      coordinate(place.longitude, i * 7),
      `055-000-${String(i + 1).padStart(4, "0")}`,
      "",
      "",
      `社会福祉法人${first}会（架空）`,
      `22900${String(i + 1).padStart(5, "0")}`,
      "平日",
      "",
      String(capacity),
      "",
      "",
      "1",
      "",
      DEMO_NOTE,
    ];
  });
  return csv(CARE_COLUMNS, rows);
}

/** `sfkopendata_YYYYMM_NN.csv`: UTF-8 with BOM, 5 invented disability providers. */
export function demoDisabilityFile(): string {
  const [place] = PLACES;
  const rows = DISABILITY_SERVICES.map(([code, label, kana, capacity], i) => {
    const [first] = pick(FIRST, i * 2 + 1);
    return [
      place.code,
      String(i + 1),
      "静岡県",
      `社会福祉法人${first}会（架空）`,
      "",
      "",
      place.name,
      "",
      "",
      "",
      "",
      code,
      `${first}${label}`,
      `${first}${kana}`,
      `22910${String(i + 1).padStart(5, "0")}`,
      place.name,
      `架空町${i + 201}番地`,
      `055-000-${String(i + 501).padStart(4, "0")}`,
      "",
      "",
      coordinate(place.latitude, i * 3),
      coordinate(place.longitude, i * 5),
      "9:00-17:00",
      "",
      "",
      "",
      "土日祝",
      DEMO_NOTE,
      String(capacity),
    ];
  });
  return csv(DISABILITY_COLUMNS, rows);
}

const pick = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;
const coordinate = (centre: number, i: number): string => (centre + (((i * 37) % 100) - 50) / 2500).toFixed(6);
