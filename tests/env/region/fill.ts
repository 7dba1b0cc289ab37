import { facilityNeeds, facilityOffers } from "@tsunagi/contracts/codes/facilities";
import { careLevels } from "@tsunagi/contracts/codes/levels";
import { municipalities } from "@tsunagi/contracts/codes/municipalities";
import pg from "pg";

const AT_ONCE = 5000;
const BEGINNINGS = [
  "やすらぎ",
  "ひだまり",
  "かもめ",
  "みどり",
  "さくら",
  "富士見",
  "狩野川",
  "なごみ",
  "あおぞら",
  "すこやか",
];
const ENDINGS = ["苑", "の家", "ホーム", "ケアセンター", "デイサービス", "クリニック", "訪問看護ステーション", "荘"];
const FEATURES = [
  "夜間も看護師がいます",
  "個別機能訓練",
  "温泉浴",
  "少人数で家庭的",
  "送迎範囲が広い",
  "看取りに対応",
  "認知症専門",
];
const TYPES = ["11", "13", "15", "16", "21", "32", "33", "43", "51", "52", "54", "55", "73", "78"];

/** A generator that gives the same invented region every time. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

/** Fills a migrated database with invented facilities: profile, needs and a vacancy for most of them. */
export async function fillWithFacilities(databaseUrl: string, count: number): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const random = dice(1);
  try {
    for (let from = 0; from < count; from += AT_ONCE) {
      const rows = Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, i) => invent(from + i, random));
      await insert(client, rows);
    }
    await client.query("analyze");
  } finally {
    await client.end();
  }
}

type Row = ReturnType<typeof invent>;

function invent(i: number, random: () => number) {
  const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const some = <T>(list: readonly T[], share: number): T[] => list.filter(() => random() < share);
  const id = String(i).padStart(26, "0");
  const municipality = one(municipalities.codes);
  return {
    id,
    name: `${one(BEGINNINGS)}${one(ENDINGS)}${i}`,
    municipality,
    address: `${municipalities.label(municipality, "ja")}見本町${1 + (i % 40)}`,
    latitude: 34.6 + random() * 0.7,
    longitude: 137.6 + random() * 1.5,
    type: one(TYPES),
    features: some(FEATURES, 0.3).join("。"),
    careLevels: random() < 0.6 ? some(careLevels.codes, 0.5) : [],
    roomTypes: random() < 0.6 ? some(["private", "shared", "unit"], 0.5) : [],
    cost: random() < 0.6 ? 60_000 + Math.floor(random() * 200_000) : null,
    offers: some(facilityOffers.codes, 0.3),
    needs: facilityNeeds.codes.flatMap((need) => {
      const at = random();
      return at < 0.6 ? [[need, at < 0.3 ? "accept" : at < 0.45 ? "consult" : "decline"]] : [];
    }),
    reportedHoursAgo: random() < 0.7 ? Math.floor(random() * 150) : null,
    places: random() < 0.5 ? 1 + Math.floor(random() * 3) : 0,
  };
}

async function insert(client: pg.Client, rows: readonly Row[]): Promise<void> {
  const data = JSON.stringify(rows.map(({ needs, ...row }) => ({ ...row, needs: Object.fromEntries(needs) })));
  const table = `jsonb_to_recordset($1::jsonb) as r(id text, name text, municipality text, address text,
    latitude float, longitude float, type text, features text, "careLevels" jsonb, "roomTypes" jsonb, cost int,
    offers jsonb, needs jsonb, "reportedHoursAgo" int, places int)`;
  const list = (column: string) => `array(select jsonb_array_elements_text(${column}))`;
  for (const statement of [
    `insert into organisation (id, name, kind, municipality, address, latitude, longitude, updated_at)
     select 'org_' || id, name, 'careProvider', municipality, address, latitude, longitude, now() from ${table}`,
    `insert into organisation_service (id, organisation_id, system, service_type, business_number)
     select 'svc_' || id, 'org_' || id, 'care', type, id from ${table}`,
    `insert into facility_profile (service_id, features, room_types, care_levels, monthly_cost_from, offers,
       offers_not, area_municipalities, updated_by_id, updated_at)
     select 'svc_' || id, features, ${list('"roomTypes"')}, ${list('"careLevels"')}, cost, ${list("offers")}, '{}', '{}',
       'nobody', now() from ${table}`,
    `insert into facility_need (service_id, need, answer)
     select 'svc_' || id, n.key, n.value from ${table}, jsonb_each_text(needs) n`,
    `insert into vacancy_report (id, service_id, cause, reported_at)
     select 'vac_' || id, 'svc_' || id, 'reported', now() - make_interval(hours => "reportedHoursAgo")
     from ${table} where "reportedHoursAgo" is not null`,
    `insert into vacancy_line (report_id, room_type, sex, count)
     select 'vac_' || id, 'private', 'any', places from ${table} where "reportedHoursAgo" is not null and places > 0`,
  ])
    await client.query(statement, [data]);
}
