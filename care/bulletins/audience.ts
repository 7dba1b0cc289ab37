import { medicalAreas, municipalitiesOfArea } from "@tsunagi/contracts/codes/medicalAreas";
import type { OrganisationId } from "@tsunagi/contracts/ids";
import type { BulletinAudience } from "@tsunagi/contracts/rest/bulletins";
import { type Job, organisationsOf } from "../kernel/actor.ts";
import type { StaffUnit, Unit } from "../kernel/unit.ts";
import { authorise } from "../permissions/authorise.ts";
import { approvalWanted } from "./plans/store.ts";
import { type MatchingOrganisation, matchingOrganisations } from "./store.ts";

/** Most organisations named in a preview. */
const NAMED = 500;

/** Municipalities of a choice of areas and municipalities; empty = everywhere. */
export const municipalitiesOf = ({
  areas,
  municipalities,
}: Pick<BulletinAudience, "areas" | "municipalities">): string[] => [
  ...new Set([
    ...medicalAreas.codes.filter((area) => areas.includes(area)).flatMap((area) => municipalitiesOfArea[area]),
    ...municipalities,
  ]),
];

/** @throws CareError forbidden */
export const admitPoster = (unit: StaffUnit): Promise<Job> =>
  authorise(unit, "bulletin.write", { organisationIds: organisationsOf(unit.actor) });

export interface AudiencePreview {
  readonly total: number;
  readonly withoutRoom: number;
  /** A colleague approves it before it goes. */
  readonly approval: boolean;
  readonly organisations: { id: OrganisationId; name: string; municipality: string }[];
}

/**
 * Who would get a bulletin, before it goes (R16).
 * @throws CareError forbidden
 */
export async function previewAudience(
  unit: StaffUnit,
  { audience }: { audience: BulletinAudience },
): Promise<AudiencePreview> {
  const job = await admitPoster(unit);
  const all = await audienceOf(unit, job, audience);
  const reached = all.filter(({ roomId }) => roomId !== null);
  unit.audit({ action: "bulletin.preview", job, detail: { reached: reached.length } });
  return {
    total: reached.length,
    withoutRoom: all.length - reached.length,
    approval: await approvalWanted(unit.tx, job.organisationId),
    organisations: reached.slice(0, NAMED).map(({ id, name, municipality }) => ({ id, name, municipality })),
  };
}

/**
 * Organisations a bulletin is meant for, by name, with their rooms where they have one; never the one that posts it,
 * which would be asked by itself.
 */
export async function audienceOf(
  unit: Unit,
  { organisationId }: Pick<Job, "organisationId">,
  audience: BulletinAudience,
): Promise<MatchingOrganisation[]> {
  const { kinds, services, roles } = audience;
  const filter = { municipalities: municipalitiesOf(audience), kinds, services, roles };
  return (await matchingOrganisations(unit.tx, filter)).filter(({ id }) => id !== organisationId);
}
