/*
 * Invented people of the demo region: professionals who sign in, and citizens with their teams. Any likeness to real
 * persons is chance.
 */

/** Password of every demo account; printed at the start, never used outside the demo. */
export const DEMO_PASSWORD = "tsunagi-demo-2026";

interface Named {
  readonly family: readonly [name: string, kana: string];
  readonly given: readonly [name: string, kana: string];
}

export interface DemoOrganisation {
  readonly key: string;
  readonly name: string;
  readonly nameKana: string;
  readonly kind: string;
  readonly municipality: string;
}

/** Organisations that no open-data file holds. */
export const demoOrganisations = [
  {
    key: "operator",
    name: "つなぎ運営事務局（架空）",
    nameKana: "ツナギウンエイジムキョク",
    kind: "networkOperator",
    municipality: "222259",
  },
  {
    key: "city",
    name: "伊豆の国市 長寿介護課（架空）",
    nameKana: "イズノクニシチョウジュカイゴカ",
    kind: "municipality",
    municipality: "222259",
  },
  {
    key: "centre",
    name: "地域包括支援センター ひなた（架空）",
    nameKana: "チイキホウカツシエンセンターヒナタ",
    kind: "communitySupportCentre",
    municipality: "222259",
  },
  {
    key: "hospital",
    name: "狩野川総合病院（架空）",
    nameKana: "カノガワソウゴウビョウイン",
    kind: "hospital",
    municipality: "222259",
  },
  {
    key: "secondHospital",
    name: "あまぎ救急病院（架空）",
    nameKana: "アマギキュウキュウビョウイン",
    kind: "hospital",
    municipality: "222259",
  },
  {
    key: "fire",
    name: "かのがわ消防署（架空）",
    nameKana: "カノガワショウボウショ",
    kind: "fireDepartment",
    municipality: "222259",
  },
  {
    key: "pharmacy",
    name: "みどり薬局（架空）",
    nameKana: "ミドリヤッキョク",
    kind: "pharmacy",
    municipality: "222259",
  },
] as const satisfies readonly DemoOrganisation[];

export interface DemoStaff extends Named {
  readonly login: string;
  /** Key of a demo organisation, or a business number of the demo file. */
  readonly at: string;
  readonly roles: readonly string[];
}

const CARE_MANAGEMENT = "2290000046"; // あおぞら居宅介護支援事業所
const HOME_NURSING = "2290000018"; // かのがわ訪問看護ステーション
const HOME_HELP = "2290000006"; // なごみ訪問介護ステーション

const NURSING_HOMES = ["2290000076", "2290000077"] as const; // あおぞら, ひだまり 特別養護老人ホーム
const REHABILITATION_HOME = "2290000092"; // ひだまり老人保健施設
const GROUP_HOME = "2290000108"; // かのがわグループホーム

export const demoStaff: readonly DemoStaff[] = [
  { login: "admin", at: "operator", roles: ["networkAdmin"], family: ["運営", "ウンエイ"], given: ["太郎", "タロウ"] },
  { login: "city", at: "city", roles: ["cityStaff"], family: ["市川", "イチカワ"], given: ["みどり", "ミドリ"] },
  {
    login: "hokatsu",
    at: "centre",
    roles: ["certifiedSocialWorker", "facilityAdmin"],
    family: ["北条", "ホウジョウ"],
    given: ["ひなた", "ヒナタ"],
  },
  {
    login: "minsei",
    at: "centre",
    roles: ["welfareCommissioner"],
    family: ["民谷", "タミヤ"],
    given: ["正夫", "マサオ"],
  },
  {
    login: "caremane",
    at: CARE_MANAGEMENT,
    roles: ["careManager", "facilityAdmin"],
    family: ["青山", "アオヤマ"],
    given: ["けい", "ケイ"],
  },
  {
    login: "nurse",
    at: HOME_NURSING,
    roles: ["visitingNurse", "facilityAdmin"],
    family: ["看谷", "カンヤ"],
    given: ["さくら", "サクラ"],
  },
  { login: "helper", at: HOME_HELP, roles: ["helper"], family: ["和田", "ワダ"], given: ["なごみ", "ナゴミ"] },
  { login: "doctor", at: "hospital", roles: ["physician"], family: ["医王", "イオウ"], given: ["健", "ケン"] },
  {
    login: "doctor2",
    at: "secondHospital",
    roles: ["physician"],
    family: ["救原", "スクハラ"],
    given: ["いおり", "イオリ"],
  },
  { login: "emt", at: "fire", roles: ["emt"], family: ["救野", "スクノ"], given: ["はやて", "ハヤテ"] },
  {
    login: "firechief",
    at: "fire",
    roles: ["facilityAdmin"],
    family: ["消崎", "ケサキ"],
    given: ["まもる", "マモル"],
  },
  {
    login: "msw",
    at: "hospital",
    roles: ["msw", "facilityAdmin"],
    family: ["病橋", "ヤマハシ"],
    given: ["つなぐ", "ツナグ"],
  },
  {
    login: "aozora",
    at: NURSING_HOMES[0],
    roles: ["facilityCounselor", "facilityAdmin"],
    family: ["青空", "アオゾラ"],
    given: ["そうた", "ソウタ"],
  },
  {
    login: "hidamari",
    at: NURSING_HOMES[1],
    roles: ["facilityCounselor", "facilityAdmin"],
    family: ["日向", "ヒナタ"],
    given: ["まり", "マリ"],
  },
  {
    login: "pharmacist",
    at: "pharmacy",
    roles: ["pharmacist"],
    family: ["薬師", "ヤクシ"],
    given: ["みのり", "ミノリ"],
  },
  {
    login: "rouken",
    at: REHABILITATION_HOME,
    roles: ["facilityCounselor", "facilityAdmin"],
    family: ["日田", "ヒダ"],
    given: ["まり", "マリ"],
  },
  {
    login: "grouphome",
    at: GROUP_HOME,
    roles: ["facilityCounselor", "facilityAdmin"],
    family: ["川野", "カワノ"],
    given: ["なおみ", "ナオミ"],
  },
];

export interface DemoPerson extends Named {
  readonly birthDate: string;
  readonly sex: "female" | "male";
  readonly careLevel: string | null;
  readonly address: string;
  readonly scopes: readonly string[];
  readonly team: {
    readonly kind: "watch" | "care";
    readonly openedBy: string;
    readonly members: readonly string[];
  } | null;
  readonly records: readonly { readonly by: string; readonly kind: string; readonly text: string }[];
}

export const demoPeople: readonly DemoPerson[] = [
  {
    family: ["架空", "カクウ"],
    given: ["ハナ", "ハナ"],
    birthDate: "1938-04-12",
    sex: "female",
    careLevel: "care2",
    address: "伊豆の国市架空町10番地",
    scopes: ["teamSharing", "emergency", "negotiation"],
    team: { kind: "care", openedBy: "caremane", members: ["nurse", "helper", "doctor", "pharmacist"] },
    records: [
      { by: "nurse", kind: "dailyLife", text: "体温36.4℃、血圧128/72。昼食は全量。右膝の痛みは昨日より軽いとのこと。" },
      {
        by: "doctor",
        kind: "visitResult",
        text: "定期受診。降圧薬は継続、次回は4週間後。むくみがあれば早めに連絡を。",
      },
      { by: "caremane", kind: "wishes", text: "「庭の花の世話を続けたい」。デイサービスは週2回から始めたいとのこと。" },
    ],
  },
  {
    family: ["見本", "ミホン"],
    given: ["一郎", "イチロウ"],
    birthDate: "1945-09-30",
    sex: "male",
    careLevel: "support1",
    address: "伊豆の国市架空町22番地",
    scopes: ["teamSharing", "emergency"],
    team: { kind: "care", openedBy: "caremane", members: ["helper", "nurse"] },
    records: [
      {
        by: "helper",
        kind: "support",
        text: "買い物と調理を支援。冷蔵庫に期限切れの食品が3点、ご本人と確認して処分。",
      },
    ],
  },
  {
    family: ["試験", "シケン"],
    given: ["とめ", "トメ"],
    birthDate: "1941-01-05",
    sex: "female",
    careLevel: null,
    address: "伊豆の国市架空町35番地",
    scopes: ["watchSharing"],
    team: { kind: "watch", openedBy: "hokatsu", members: ["minsei", "city"] },
    records: [
      {
        by: "hokatsu",
        kind: "dailyLife",
        text: "訪問。新聞が2日分たまっていたが、お元気。耳が遠くインターホンに気づきにくい。",
      },
    ],
  },
];
