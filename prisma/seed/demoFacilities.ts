/*
 * What the invented facilities of the demo region say of themselves: rooms, costs, needs, vacancies. Some are full, some
 * have not confirmed for days, some have said nothing at all, as it is in life. The same every time.
 */

export interface DemoFacility {
  readonly profile: {
    readonly features: string;
    readonly services: string;
    readonly roomTypes: readonly string[];
    readonly careLevels: readonly string[];
    readonly monthlyCostFrom: number | null;
    readonly monthlyCostTo: number | null;
    readonly costNote: string;
    readonly areaMunicipalities: readonly string[];
    readonly areaNote: string;
    readonly contactHours: string;
    readonly offers: readonly string[];
    readonly offersNot: readonly string[];
    readonly needs: readonly { readonly need: string; readonly answer: string; readonly note: string }[];
  } | null;
  /** null = never reported. */
  readonly vacancy: {
    readonly lines: readonly {
      readonly roomType: string;
      readonly sex: string;
      readonly count: number;
      readonly availableFrom: null;
    }[];
    readonly waiting: number | null;
    readonly note: string;
    readonly hoursAgo: number;
  } | null;
}

interface Kind {
  readonly features: readonly string[];
  readonly services: string;
  readonly roomTypes: readonly string[];
  readonly careLevels: readonly string[];
  readonly cost: readonly [from: number, to: number] | null;
  readonly accept: readonly string[];
  readonly consult: readonly string[];
  readonly decline: readonly string[];
}

const ALL_LEVELS = ["care1", "care2", "care3", "care4", "care5"];

/** By service type of the care system: what such a service usually offers. */
const KINDS: Readonly<Record<string, Kind>> = {
  "51": {
    features: ["看取りまで暮らせます。庭で野菜を育てています。", "ユニットごとに台所があり、朝は炊きたてのご飯です。"],
    services: "食事・入浴・排泄の介助、機能訓練、行事。医師の回診は週2回。",
    roomTypes: ["unit", "shared"],
    careLevels: ["care3", "care4", "care5"],
    cost: [82_000, 148_000],
    accept: ["endOfLife", "catheter", "pressureUlcer", "dementia"],
    consult: ["oxygen", "suction", "stoma"],
    // In the demo no 特養 with a free bed takes both: forty telephone calls, or one search over all kinds of service.
    decline: ["gastrostomy", "respirator", "centralVenousNutrition", "dialysis"],
  },
  "52": {
    features: ["リハビリ専門職が6名います。在宅に帰るまでを支えます。", "退院後の受入れに慣れています。"],
    services: "リハビリテーション、看護、介護。入所は3か月ごとに見直します。",
    roomTypes: ["shared", "private"],
    careLevels: ALL_LEVELS,
    cost: [95_000, 172_000],
    accept: ["gastrostomy", "insulin", "catheter", "drip", "suction", "pressureUlcer", "nursing24h"],
    consult: ["nasalTube", "oxygen", "tracheostomy", "stoma", "endOfLife"],
    decline: ["respirator", "dialysis"],
  },
  "32": {
    features: ["9人の家庭的な暮らしです。料理も洗濯もいっしょに。", "地域の祭りに毎年参加しています。"],
    services: "認知症の方の少人数の暮らし。訪問看護と連携しています。",
    roomTypes: ["private"],
    careLevels: ["support2", ...ALL_LEVELS],
    cost: [118_000, 156_000],
    accept: ["dementia", "endOfLife"],
    consult: ["insulin", "catheter", "gastrostomy", "oxygen"],
    decline: ["suction", "suctionNight", "respirator", "centralVenousNutrition", "dialysis"],
  },
  day: {
    features: ["お昼は手作りです。個別の入浴ができます。", "少人数で、静かに過ごしたい方に合います。"],
    services: "送迎、入浴、食事、機能訓練。",
    roomTypes: ["place"],
    careLevels: ["support1", "support2", ...ALL_LEVELS],
    cost: null,
    accept: ["dementia", "catheter"],
    consult: ["insulin", "gastrostomy", "oxygen", "stoma"],
    decline: ["respirator", "tracheostomy"],
  },
  home: {
    features: ["早朝と夜間もうかがいます。", "医療の多い方に慣れています。"],
    services: "ご自宅への訪問。",
    roomTypes: ["place"],
    careLevels: ["support1", "support2", ...ALL_LEVELS],
    cost: null,
    accept: ["dementia", "endOfLife", "insulin", "gastrostomy", "suction", "oxygen", "catheter"],
    consult: ["respirator", "tracheostomy", "centralVenousNutrition", "psychiatric"],
    decline: [],
  },
};

const GROUP: Readonly<Record<string, string>> = { "15": "day", "16": "day", "78": "day", "11": "home", "13": "home" };
const SEXES = ["any", "female", "male"];
const NOTES: Readonly<Record<string, string>> = {
  gastrostomy: "日中のみ。注入は看護師が行います。",
  insulin: "1日2回まで。ご自分でできる方は回数を問いません。",
  suction: "日中は看護師、夜間は要相談。",
  oxygen: "毎分3Lまで。",
};

/** What the facility with this number of the demo file says; null for services that say nothing of the kind. */
export function demoFacility(serviceType: string, index: number): DemoFacility {
  const kind = KINDS[serviceType] ?? KINDS[GROUP[serviceType] ?? ""];
  if (!kind || index % 7 === 6) return { profile: null, vacancy: null };
  return { profile: profileOf(kind, index), vacancy: vacancyOf(kind, index) };
}

function profileOf(kind: Kind, index: number): DemoFacility["profile"] {
  const [from, to] = kind.cost ?? [null, null];
  const raise = (yen: number | null) => yen && yen + (index % 5) * 4000;
  const answers = (needs: readonly string[], answer: string, left: number) =>
    needs
      .filter((_, i) => (i + index) % 6 !== left)
      .map((need) => ({ need, answer, note: answer === "decline" ? "" : (NOTES[need] ?? "") }));
  return {
    features: `${kind.features[index % kind.features.length]}（架空の事業所です）`,
    services: kind.services,
    roomTypes: kind.roomTypes,
    careLevels: kind.careLevels,
    monthlyCostFrom: raise(from),
    monthlyCostTo: raise(to),
    costNote: from === null ? "" : "食費・居住費を含む目安。医療費とおむつ代は別です。",
    areaMunicipalities: ["222259", "222224", "223255", ...(index % 2 === 0 ? ["222062"] : [])],
    areaNote: "",
    contactHours: index % 3 === 0 ? "平日 9時から17時（相談員）" : "毎日 8時30分から17時30分",
    offers: [
      "transport",
      ...(index % 2 === 0 ? ["publicAssistance"] : []),
      ...(index % 3 === 0 ? ["feeReduction"] : []),
    ],
    offersNot: index % 4 === 0 ? ["guarantorFree"] : [],
    needs: [
      ...answers(kind.accept, "accept", 5),
      ...answers(kind.consult, "consult", 4),
      ...answers(kind.decline, "decline", 6),
    ],
  };
}

function vacancyOf(kind: Kind, index: number): DemoFacility["vacancy"] {
  if (index % 8 === 3) return null;
  const full = index % 3 === 1;
  const rooms = kind.roomTypes.slice(0, 1 + (index % 2));
  return {
    lines: full
      ? []
      : rooms.map((roomType, i) => ({
          roomType,
          sex: SEXES[(index + i) % SEXES.length] ?? "any",
          count: 1 + (index % 3),
          availableFrom: null,
        })),
    waiting: full ? 2 + (index % 9) : null,
    note: index % 5 === 0 ? "見学はいつでもどうぞ。" : "",
    hoursAgo: index % 6 === 2 ? 110 + index : 1 + (index % 40),
  };
}
