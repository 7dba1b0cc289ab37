import { careServiceTypes } from "@tsunagi/contracts/codes/careServiceTypes";
import { disabilityServiceTypes } from "@tsunagi/contracts/codes/disabilityServiceTypes";
import { isMunicipalityCode, municipalities } from "@tsunagi/contracts/codes/municipalities";
import type { OrganisationKind, ServiceSystem } from "@tsunagi/contracts/codes/organisationKinds";
import type { OrganisationData, ServiceData } from "./store.ts";

/** One row of a file, as we keep it. */
export interface OpenDataRow {
  readonly organisation: OrganisationData;
  readonly service: ServiceData;
}

/** Why a row is not taken, in both languages. */
export interface RowProblem {
  readonly ja: string;
  readonly en: string;
}

export type RowResult = { readonly row: OpenDataRow } | { readonly problem: RowProblem };

export interface OpenDataFormat {
  readonly system: ServiceSystem;
  /** Column names that must be there; the files name them exactly so (domain 3). */
  readonly required: readonly string[];
  read(columns: Readonly<Record<string, string>>): RowResult;
}

const problem = (ja: string, en: string): RowResult => ({ problem: { ja, en } });

/** 介護サービス情報公表 open data: `jigyosho_NNN.csv`, 24 columns. */
export const careFormat: OpenDataFormat = {
  system: "care",
  required: ["市区町村名", "事業所名", "サービスの種類", "住所", "事業所番号", "定員"],
  read: (columns) => {
    const text = reader(columns);
    const serviceType = codeOf(CARE_SPELLINGS, text("サービスの種類"));
    if (!serviceType) return problem("サービスの種類が分かりません", "Unknown service type");
    return assemble("care", serviceType, {
      name: text("事業所名"),
      nameKana: text("事業所名カナ"),
      businessNumber: text("事業所番号"),
      municipality: municipalityOf(text("都道府県コード又は市町村コード"), text("市区町村名") + text("住所")),
      address: text("住所") + (text("方書（ビル名等）") ? ` ${text("方書（ビル名等）")}` : ""),
      phone: text("電話番号"),
      fax: text("FAX番号"),
      website: text("URL"),
      corporateName: text("法人の名称"),
      corporateNumber: text("法人番号"),
      latitude: text("緯度"),
      longitude: text("経度"),
      capacity: text("定員"),
      openDays: text("利用可能曜日"),
      note: text("利用可能曜日特記事項"),
    });
  },
};

/** 障害福祉サービス等情報公表 open data: `sfkopendata_YYYYMM_NN.csv`, 29 columns. */
export const disabilityFormat: OpenDataFormat = {
  system: "disability",
  required: ["サービス種別", "事業所の名称", "事業所番号", "事業所住所（市区町村）", "定員"],
  read: (columns) => {
    const text = reader(columns);
    const serviceType = codeOf(DISABILITY_SPELLINGS, text("サービス種別"));
    if (!serviceType) return problem("サービス種別が分かりません", "Unknown service type");
    return assemble("disability", serviceType, {
      name: text("事業所の名称"),
      nameKana: text("事業所の名称_かな"),
      businessNumber: text("事業所番号"),
      municipality: municipalityOf(text("都道府県コード又は市区町村コード"), text("事業所住所（市区町村）")),
      address: text("事業所住所（市区町村）") + text("事業所住所（番地以降）"),
      phone: text("事業所電話番号"),
      fax: text("事業所FAX番号"),
      website: text("事業所URL"),
      corporateName: text("法人の名称"),
      corporateNumber: text("法人番号"),
      latitude: text("事業所緯度"),
      longitude: text("事業所経度"),
      capacity: text("定員"),
      openDays: text("利用可能な時間帯（平日）"),
      note: text("利用可能曜日特記事項（留意事項）"),
    });
  },
};

interface Cells {
  readonly name: string;
  readonly nameKana: string;
  readonly businessNumber: string;
  readonly municipality: string | undefined;
  readonly address: string;
  readonly phone: string;
  readonly fax: string;
  readonly website: string;
  readonly corporateName: string;
  readonly corporateNumber: string;
  readonly latitude: string;
  readonly longitude: string;
  readonly capacity: string;
  readonly openDays: string;
  readonly note: string;
}

function assemble(system: ServiceSystem, serviceType: string, cells: Cells): RowResult {
  const { businessNumber, municipality, name, capacity, latitude, longitude, website, openDays, note, ...rest } = cells;
  if (name === "") return problem("事業所名がありません", "The name is missing");
  if (!/^[0-9A-Z]{10}$/i.test(businessNumber))
    return problem("事業所番号が10桁ではありません", "The business number does not have 10 digits");
  if (!municipality) return problem("市区町村が分かりません", "The municipality is unknown");
  return {
    row: {
      organisation: {
        ...rest,
        name,
        kind: kindOf(system, serviceType),
        municipality,
        website: webAddress(website),
        latitude: coordinate(latitude, 20, 46),
        longitude: coordinate(longitude, 122, 154),
      },
      service: { system, serviceType, businessNumber, capacity: positiveNumber(capacity), openDays, note },
    },
  };
}

/** Cells in NFKC without the padding and the control characters the files are full of. */
const reader = (columns: Readonly<Record<string, string>>) => (name: string) =>
  (columns[name] ?? "")
    .normalize("NFKC")
    .replaceAll(/[\s\p{Cc}]+/gu, " ")
    .trim();

interface Codes {
  readonly codes: readonly string[];
  label(code: string, language: "ja"): string;
}

/** Every way a file may write a code: the code itself, or its name. */
const spellings = (list: Codes): ReadonlyMap<string, string> =>
  new Map([
    ...list.codes.map((code): [string, string] => [list.label(code, "ja").normalize("NFKC"), code]),
    ...list.codes.map((code): [string, string] => [code, code]),
  ]);
const CARE_SPELLINGS = spellings(careServiceTypes);
const DISABILITY_SPELLINGS = spellings(disabilityServiceTypes);

/** The files hold a code, a name, or "code:name". */
function codeOf(known: ReadonlyMap<string, string>, cell: string): string | undefined {
  const plain = cell.replaceAll(" ", "");
  return known.get(plain) ?? known.get(plain.split(":")[0] ?? "");
}

/**
 * The city for a row of one of its wards, too. An address tells only within our own prefecture: there are towns of
 * the same name elsewhere.
 */
function municipalityOf(code: string, address: string): string | undefined {
  const ours = code.startsWith(PREFECTURE);
  if (!ours && isMunicipalityCode(code) && !code.slice(0, 5).endsWith("000")) return code;
  if (municipalities.has(code)) return code;
  if (!ours && /^\d{6}$/.test(code)) return undefined;
  return municipalities.codes.find((candidate) => address.includes(municipalities.label(candidate, "ja")));
}

const PREFECTURE = "22";

function kindOf(system: ServiceSystem, serviceType: string): OrganisationKind {
  if (system === "disability") return "disabilityProvider";
  if (serviceType === "13" || serviceType === "63") return "homeNursing";
  return serviceType === "46" ? "communitySupportCentre" : "careProvider";
}

/** 定員 0 means that nobody filled it in. */
function positiveNumber(cell: string): number | null {
  const number = Number(cell.replaceAll(",", ""));
  return Number.isInteger(number) && number > 0 && number < 100_000 ? number : null;
}

function coordinate(cell: string, least: number, most: number): number | null {
  const number = Number(cell);
  return cell !== "" && number >= least && number <= most ? number : null;
}

/** The URL column holds remarks, mail addresses and half addresses too; only a web address is kept. */
function webAddress(cell: string): string {
  if (!/^https?:\/\/[^\s/]+\.[^\s]+$/i.test(cell)) return "";
  return URL.canParse(cell) ? cell : "";
}
