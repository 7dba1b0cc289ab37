import { type Role, roles } from "@tsunagi/contracts/codes/roles";
import type { TeamKind } from "@tsunagi/contracts/codes/rooms";

/** Roles that run an account or an organisation, not somebody's care. */
const ADMINISTRATIVE: readonly Role[] = ["facilityAdmin", "networkAdmin", "dispatcher"];

/** Who watches over somebody in no service yet (R11): the support centre, the commissioner, the municipality. */
const WATCHING: readonly Role[] = [
  "certifiedSocialWorker",
  "chiefCareManager",
  "careManager",
  "publicHealthNurse",
  "mentalHealthSocialWorker",
  "welfareCommissioner",
  "cityStaff",
];

/** The roles a member of a team of this kind may have. */
export const rolesOfTeam = (kind: TeamKind): readonly Role[] =>
  kind === "watch" ? WATCHING : roles.codes.filter((role) => !ADMINISTRATIVE.includes(role));

/** The role somebody takes in a team, out of those they have at one organisation. */
export type RoleChoice =
  | { readonly role: Role }
  | { readonly refused: "noCareRole" | "roleNotAllowed"; readonly role?: Role };

export function chooseRole(kind: TeamKind, held: readonly Role[]): RoleChoice {
  const professional = held.filter((role) => !ADMINISTRATIVE.includes(role));
  const allowed = professional.find((role) => rolesOfTeam(kind).includes(role));
  if (allowed) return { role: allowed };
  const [first] = professional;
  return first ? { refused: "roleNotAllowed", role: first } : { refused: "noCareRole" };
}
