import type { FacilityId, FacilityPhotoId, OrganisationId } from "@tsunagi/contracts/ids";
import { CareError, found } from "../kernel/errors.ts";
import { newId } from "../kernel/ids.ts";
import type { StaffUnit } from "../kernel/unit.ts";
import { authorise } from "../permissions/authorise.ts";
import { looksLikeJpeg, metadataIn } from "./jpeg.ts";
import { mayLook } from "./readFacility.ts";
import { countPhotos, insertPhoto, loadFacility, loadPhoto, lockFacility, markPhotoRemoved } from "./store.ts";

interface Photo {
  readonly id: FacilityPhotoId;
  readonly description: string;
}

/**
 * Adds a photo. The web client draws it anew before it sends it, which leaves no place or camera in it; whatever still
 * carries such metadata is refused.
 * @throws CareError tooLarge, unreadableFile, tooManyPhotos
 */
export async function addPhoto(
  unit: StaffUnit,
  input: { facilityId: FacilityId; description: string; bytes: Uint8Array },
): Promise<Photo> {
  const { facilityId, description, bytes } = input;
  const organisationId = found(await lockFacility(unit.tx, facilityId));
  const job = await authorise(unit, "facility.edit", { organisationIds: [organisationId] });
  const { facilityPhotoBytes, facilityPhotos } = unit.settings;
  if (bytes.length > facilityPhotoBytes) throw new CareError("tooLarge", { limit: `${facilityPhotoBytes / 1000} kB` });
  if (!looksLikeJpeg(bytes)) throw new CareError("unreadableFile", { reason: "JPEG" });
  if (metadataIn(bytes)) throw new CareError("unreadableFile", { reason: "撮影情報付き / with metadata" });
  const position = await countPhotos(unit.tx, facilityId);
  if (position >= facilityPhotos) throw new CareError("tooManyPhotos", { limit: String(facilityPhotos) });
  const id = newId("pht");
  await insertPhoto(unit.tx, {
    id,
    serviceId: facilityId,
    position,
    mediaType: "image/jpeg",
    bytes: Uint8Array.from(bytes),
    description,
    createdById: unit.actor.staffId,
    createdAt: unit.now,
  });
  unit.audit({ action: "facility.photoAdd", job, subjectId: facilityId, detail: { photo: id, size: bytes.length } });
  return { id, description };
}

/** Takes a photo down; it stays in the database with who did it. @returns those that are left */
export async function removePhoto(
  unit: StaffUnit,
  { photoId }: { photoId: FacilityPhotoId },
): Promise<{ photos: Photo[] }> {
  const photo = found(await loadPhoto(unit.tx, photoId));
  const facilityId = photo.serviceId as FacilityId;
  const organisationId = photo.service.organisationId as OrganisationId;
  const job = await authorise(unit, "facility.edit", { organisationIds: [organisationId] });
  await markPhotoRemoved(unit.tx, photoId, { removedAt: unit.now, removedById: unit.actor.staffId });
  unit.audit({ action: "facility.photoRemove", job, subjectId: facilityId, detail: { photo: photoId } });
  const left = found(await loadFacility(unit.tx, facilityId)).photos;
  return { photos: left.map(({ id, description }) => ({ id: id as FacilityPhotoId, description })) };
}

/** A photo's bytes, for whoever may look at the facility. */
export async function readPhoto(
  unit: StaffUnit,
  { photoId }: { photoId: FacilityPhotoId },
): Promise<{ mediaType: string; bytes: Buffer }> {
  const photo = found(await loadPhoto(unit.tx, photoId));
  const job = await mayLook(unit, photo.service.organisationId as OrganisationId);
  unit.audit({ action: "facility.photoRead", job, subjectId: photo.serviceId });
  return { mediaType: photo.mediaType, bytes: Buffer.from(photo.bytes) };
}
