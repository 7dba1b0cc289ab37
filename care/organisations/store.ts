import type { OrganisationKind, ServiceSystem } from "@tsunagi/contracts/codes/organisationKinds";
import type { OrganisationId } from "@tsunagi/contracts/ids";
import type { OrganisationView } from "@tsunagi/contracts/rest/organisations";
import { newId } from "../kernel/ids.ts";
import type { Tx } from "../kernel/store.ts";

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
  const contains = { contains: text ?? "", mode: "insensitive" as const };
  const where = {
    ...(kind ? { kind } : {}),
    ...(municipality ? { municipality } : {}),
    ...(text ? { OR: [{ name: contains }, { nameKana: contains }] } : {}),
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

export async function updateOrganisation(tx: Tx, id: OrganisationId, data: Partial<OrganisationData>): Promise<void> {
  await tx.organisation.update({ where: { id }, data });
}

/** Organisations that have any of these business numbers in a system. */
export async function organisationsByNumber(
  tx: Tx,
  system: ServiceSystem,
  businessNumbers: readonly string[],
): Promise<Map<string, { id: OrganisationId; services: Map<string, string> }>> {
  const rows = await tx.organisationService.findMany({
    where: { system, businessNumber: { in: [...businessNumbers] } },
  });
  const byNumber = new Map<string, { id: OrganisationId; services: Map<string, string> }>();
  for (const row of rows) {
    const entry = byNumber.get(row.businessNumber) ?? { id: row.organisationId as OrganisationId, services: new Map() };
    entry.services.set(row.serviceType, row.id);
    byNumber.set(row.businessNumber, entry);
  }
  return byNumber;
}

export async function insertService(tx: Tx, organisationId: OrganisationId, data: ServiceData): Promise<void> {
  await tx.organisationService.create({ data: { ...data, organisationId, id: newId("org").replace("org_", "svc_") } });
}

export async function updateService(tx: Tx, id: string, data: ServiceData): Promise<void> {
  await tx.organisationService.update({ where: { id }, data });
}
