import type { RoomType } from "@tsunagi/contracts/codes/facilities";
import type { ServiceSystem } from "@tsunagi/contracts/codes/organisationKinds";
import type { FacilityId, FacilityPhotoId, OrganisationId, StaffId } from "@tsunagi/contracts/ids";
import type { FacilityProfile } from "@tsunagi/contracts/rest/facilities";
import type { Tx } from "../kernel/store.ts";

const all = {
  organisation: true,
  profile: true,
  needs: { orderBy: { need: "asc" as const } },
  photos: {
    where: { removedAt: null },
    select: { id: true, description: true },
    orderBy: [{ position: "asc" as const }, { id: "asc" as const }],
  },
};

export type FacilityRow = NonNullable<Awaited<ReturnType<typeof loadFacility>>>;

/** A facility with its organisation and all it says of itself. */
export const loadFacility = (tx: Tx, id: FacilityId) =>
  tx.organisationService.findUnique({ where: { id }, include: all });

/** A facility as lists name it. */
export interface NamedFacility {
  readonly id: FacilityId;
  readonly organisationId: OrganisationId;
  readonly name: string;
  readonly nameKana: string;
  readonly municipality: string;
  readonly system: ServiceSystem;
  readonly serviceType: string;
  readonly roomTypes: readonly RoomType[];
}

const named = {
  organisation: { select: { name: true, nameKana: true, municipality: true } },
  profile: { select: { roomTypes: true } },
};

/** The facilities of some organisations, in the order of their service types. */
export async function facilitiesOf(tx: Tx, organisationIds: readonly OrganisationId[]): Promise<NamedFacility[]> {
  const rows = await tx.organisationService.findMany({
    where: { organisationId: { in: [...organisationIds] } },
    include: named,
    orderBy: [{ organisationId: "asc" }, { system: "asc" }, { serviceType: "asc" }, { id: "asc" }],
  });
  return rows.map(({ id, organisationId, system, serviceType, organisation, profile }) => ({
    id: id as FacilityId,
    organisationId: organisationId as OrganisationId,
    ...organisation,
    system: system as ServiceSystem,
    serviceType,
    roomTypes: (profile?.roomTypes ?? []) as RoomType[],
  }));
}

/**
 * Locks a facility until the transaction ends: whoever edits it, reports or takes its places waits here. Of several
 * facilities lock in the order of their ids, and before anything else of theirs is locked.
 * @returns the organisation it belongs to; null when there is no such facility
 */
export async function lockFacility(tx: Tx, id: FacilityId): Promise<OrganisationId | null> {
  const rows = await tx.$queryRaw<{ organisation_id: OrganisationId }[]>`
    select organisation_id from organisation_service where id = ${id} for no key update`;
  return rows[0]?.organisation_id ?? null;
}

/** Replaces a profile and its needs. */
export async function putProfile(
  tx: Tx,
  serviceId: FacilityId,
  { needs, ...profile }: FacilityProfile,
  by: { readonly updatedById: StaffId; readonly updatedAt: Date },
): Promise<void> {
  const data = { ...profile, ...by };
  await tx.facilityProfile.upsert({ where: { serviceId }, create: { serviceId, ...data }, update: data });
  await tx.facilityNeed.deleteMany({ where: { serviceId } });
  await tx.facilityNeed.createMany({ data: needs.map((need) => ({ serviceId, ...need })) });
}

export async function countPhotos(tx: Tx, serviceId: FacilityId): Promise<number> {
  return tx.facilityPhoto.count({ where: { serviceId, removedAt: null } });
}

export interface NewPhoto {
  readonly id: FacilityPhotoId;
  readonly serviceId: FacilityId;
  readonly position: number;
  readonly mediaType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly description: string;
  readonly createdById: StaffId;
  readonly createdAt: Date;
}

export async function insertPhoto(tx: Tx, photo: NewPhoto): Promise<void> {
  await tx.facilityPhoto.create({ data: photo });
}

/** A photo that is shown, with the facility it belongs to. */
export const loadPhoto = (tx: Tx, id: FacilityPhotoId) =>
  tx.facilityPhoto.findFirst({ where: { id, removedAt: null }, include: { service: true } });

export async function markPhotoRemoved(
  tx: Tx,
  id: FacilityPhotoId,
  by: { readonly removedAt: Date; readonly removedById: StaffId },
): Promise<void> {
  await tx.facilityPhoto.update({ where: { id }, data: by });
}
