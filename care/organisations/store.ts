import type { OrganisationKind, ServiceSystem } from "@tsunagi/contracts/codes/organisationKinds";
import type { FacilityId, OpenDataImportId, OrganisationId } from "@tsunagi/contracts/ids";
import type { OrganisationView } from "@tsunagi/contracts/rest/organisations";
import { newId } from "../kernel/ids.ts";
import type { Tx } from "../kernel/store.ts";
import { kanaVariants } from "../people/kana.ts";

/** What a file or a form says of an organisation. */
export interface OrganisationData {
  readonly name: string;
  readonly nameKana: string;
  readonly kind: OrganisationKind;
  readonly municipality: string;
  readonly address: string;
  readonly phone: string;
  readonly fax?: string;
  readonly website?: string;
  readonly corporateName?: string;
  readonly corporateNumber?: string;
  readonly latitude?: number | null;
  readonly longitude?: number | null;
}

export interface ServiceData {
  readonly system: ServiceSystem;
  readonly serviceType: string;
  readonly businessNumber: string;
  readonly capacity: number | null;
  readonly openDays: string;
  readonly note: string;
}

const withServices = {
  services: { orderBy: { serviceType: "asc" as const } },
  memberships: { where: { endedAt: null }, select: { staffId: true } },
};

type Row = NonNullable<Awaited<ReturnType<typeof findRow>>>;
const findRow = (tx: Tx, id: string) => tx.organisation.findUnique({ where: { id }, include: withServices });

const toView = (row: Row): OrganisationView => ({
  id: row.id as OrganisationId,
  name: row.name,
  nameKana: row.nameKana,
  kind: row.kind as OrganisationKind,
  municipality: row.municipality,
  address: row.address,
  phone: row.phone,
  services: row.services.map(({ system, serviceType, businessNumber, capacity }) => ({
    system: system as ServiceSystem,
    serviceType,
    businessNumber,
    capacity,
  })),
  staffCount: new Set(row.memberships.map((membership) => membership.staffId)).size,
});

export async function loadOrganisation(tx: Tx, id: OrganisationId): Promise<OrganisationView | null> {
  const row = await findRow(tx, id);
  return row && toView(row);
}

/** Names by id. */
export async function organisationNames(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.organisation.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** "" for one that is not there. */
export async function organisationName(tx: Tx, id: OrganisationId): Promise<string> {
  return (await organisationNames(tx, [id])).get(id) ?? "";
}

/** Serialises acts that make something an organisation has one of. */
export async function lockOrganisation(tx: Tx, id: OrganisationId): Promise<void> {
  await tx.$queryRaw`select id from organisation where id = ${id} for no key update`;
}

export interface OrganisationFilter {
  readonly text?: string | undefined;
  readonly kind?: OrganisationKind | undefined;
  readonly municipality?: string | undefined;
  readonly limit: number;
  readonly offset: number;
}

export async function findOrganisations(
  tx: Tx,
  filter: OrganisationFilter,
): Promise<{ organisations: OrganisationView[]; total: number }> {
  const { text, kind, municipality, limit, offset } = filter;
  const contains = (part: string) => ({ contains: part, mode: "insensitive" as const });
  const where = {
    ...(kind ? { kind } : {}),
    ...(municipality ? { municipality } : {}),
    ...(text
      ? { OR: [{ name: contains(text) }, ...kanaVariants(text).map((kana) => ({ nameKana: contains(kana) }))] }
      : {}),
  };
  const orderBy = [{ nameKana: "asc" as const }, { name: "asc" as const }, { id: "asc" as const }];
  const rows = await tx.organisation.findMany({ where, include: withServices, orderBy, take: limit, skip: offset });
  return { organisations: rows.map(toView), total: await tx.organisation.count({ where }) };
}

export async function insertOrganisation(tx: Tx, data: OrganisationData): Promise<OrganisationId> {
  const id = newId("org");
  await tx.organisation.create({ data: { ...data, id } });
  return id;
}

interface NamedData {
  readonly id: OrganisationId;
  readonly data: OrganisationData;
}

/** One import at a time: two would each make the same new organisations. */
export async function lockImports(tx: Tx): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('organisation.import', 0))`;
}

/**
 * Inserts organisations, or takes over what a file says of those that are there. What the file leaves out is kept, and
 * a kind out of `plain` says too little to replace another.
 */
export async function putOrganisations(
  tx: Tx,
  rows: readonly NamedData[],
  plain: readonly OrganisationKind[],
): Promise<void> {
  const data = JSON.stringify(rows.map(({ id, data }) => ({ ...data, id })));
  await tx.$executeRaw`
    insert into organisation as o (id, name, name_kana, kind, municipality, address, phone, fax, website,
      corporate_name, corporate_number, latitude, longitude, updated_at)
    select id, name, "nameKana", kind, municipality, address, phone, coalesce(fax, ''), coalesce(website, ''),
      coalesce("corporateName", ''), coalesce("corporateNumber", ''), latitude, longitude, now()
    from jsonb_to_recordset(${data}::jsonb) as n(
      id text, name text, "nameKana" text, kind text, municipality text, address text, phone text, fax text,
      website text, "corporateName" text, "corporateNumber" text,
      latitude double precision, longitude double precision)
    on conflict (id) do update set
      name = excluded.name, name_kana = excluded.name_kana, municipality = excluded.municipality,
      kind = case when excluded.kind = any(${[...plain]}::text[]) then o.kind else excluded.kind end,
      address = coalesce(nullif(excluded.address, ''), o.address),
      phone = coalesce(nullif(excluded.phone, ''), o.phone),
      fax = coalesce(nullif(excluded.fax, ''), o.fax),
      website = coalesce(nullif(excluded.website, ''), o.website),
      corporate_name = coalesce(nullif(excluded.corporate_name, ''), o.corporate_name),
      corporate_number = coalesce(nullif(excluded.corporate_number, ''), o.corporate_number),
      latitude = coalesce(excluded.latitude, o.latitude), longitude = coalesce(excluded.longitude, o.longitude),
      updated_at = now()`;
}

/** An organisation a business number belongs to already. */
export interface KnownOrganisation {
  readonly id: OrganisationId;
  /** This very import has said something of it before. */
  readonly touched: boolean;
}

/** Organisations that have any of these business numbers in a system. @param importId the import that asks */
export async function organisationsByNumber(
  tx: Tx,
  system: ServiceSystem,
  businessNumbers: readonly string[],
  importId: OpenDataImportId | null = null,
): Promise<Map<string, KnownOrganisation>> {
  const rows = await tx.organisationService.findMany({
    where: { system, businessNumber: { in: [...businessNumbers] } },
    select: { businessNumber: true, organisationId: true, importId: true },
  });
  const known = new Map<string, KnownOrganisation>();
  for (const row of rows) {
    const touched = importId !== null && row.importId === importId;
    const earlier = known.get(row.businessNumber)?.touched ?? false;
    known.set(row.businessNumber, { id: row.organisationId as OrganisationId, touched: touched || earlier });
  }
  return known;
}

/** Takes over kinds that say more than those that stand there. */
export async function raiseKinds(
  tx: Tx,
  rows: readonly { readonly id: OrganisationId; readonly kind: OrganisationKind }[],
  plain: readonly OrganisationKind[],
): Promise<void> {
  const telling = rows.filter(({ kind }) => !plain.includes(kind));
  for (const { id, kind } of telling) await tx.organisation.updateMany({ where: { id }, data: { kind } });
}

export interface PutService {
  readonly id: FacilityId;
  readonly businessNumber: string;
  readonly serviceType: string;
  readonly created: boolean;
}

/**
 * Inserts services, or takes over what a file says of those that are there. A key may stand in `services` once; one
 * that this import has put already is left as it is.
 * @returns those that were put
 */
export async function putServices(
  tx: Tx,
  services: readonly (ServiceData & { readonly organisationId: OrganisationId })[],
  importId: OpenDataImportId,
): Promise<PutService[]> {
  const named = services.map((service) => ({ ...service, id: newId("svc") }));
  return tx.$queryRaw<PutService[]>`
    insert into organisation_service as s
      (id, organisation_id, system, service_type, business_number, capacity, open_days, note, import_id)
    select id, "organisationId", system, "serviceType", "businessNumber", capacity, "openDays", note, ${importId}
    from jsonb_to_recordset(${JSON.stringify(named)}::jsonb) as n(
      id text, "organisationId" text, system text, "serviceType" text, "businessNumber" text, capacity int,
      "openDays" text, note text)
    on conflict (system, business_number, service_type) do update set
      capacity = excluded.capacity, open_days = excluded.open_days, note = excluded.note, import_id = excluded.import_id
      where s.import_id is distinct from excluded.import_id
    returning id, business_number as "businessNumber", service_type as "serviceType", xmax = 0 as created`;
}

/** Services that came from open-data files, in the order of their business numbers. */
export async function servicesOfImports(
  tx: Tx,
  system: ServiceSystem,
): Promise<{ readonly id: FacilityId; readonly serviceType: string }[]> {
  const rows = await tx.organisationService.findMany({
    where: { system, importId: { not: null } },
    select: { id: true, serviceType: true },
    orderBy: [{ businessNumber: "asc" }, { serviceType: "asc" }],
  });
  return rows.map(({ id, serviceType }) => ({ id: id as FacilityId, serviceType }));
}
