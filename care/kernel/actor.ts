import type { OrganisationKind } from "@tsunagi/contracts/codes/organisationKinds";
import type { Role } from "@tsunagi/contracts/codes/roles";
import type { MatrixUserId, OrganisationId, StaffId } from "@tsunagi/contracts/ids";

/** A role somebody has at an organisation now. */
export interface Job {
  readonly role: Role;
  readonly organisationId: OrganisationId;
  readonly organisationName: string;
  readonly organisationKind: OrganisationKind;
  readonly municipality: string;
}

/** A professional who does something, through a page or through a bot. */
export interface StaffActor {
  readonly kind: "staff";
  readonly staffId: StaffId;
  readonly userId: MatrixUserId;
  readonly code: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly jobs: readonly Job[];
}

/** The hub itself: timers, recovery, the first start. */
export interface SystemActor {
  readonly kind: "system";
}

export type Actor = StaffActor | SystemActor;
export type Channel = "web" | "bot" | "system";

/** Where somebody works now, each once. */
export const organisationsOf = ({ jobs }: Pick<StaffActor, "jobs">): OrganisationId[] => [
  ...new Set(jobs.map(({ organisationId }) => organisationId)),
];

/** Municipalities somebody works in now. */
export const townsOf = ({ jobs }: Pick<StaffActor, "jobs">): ReadonlySet<string> =>
  new Set(jobs.map(({ municipality }) => municipality));

/** Family name first, as people here are called. */
export const displayName = (somebody: { familyName: string; givenName: string }): string =>
  `${somebody.familyName} ${somebody.givenName}`;
