import type { Session } from "@tsunagi/contracts/rest/session";

export interface Administered {
  /** The network's administrator: any organisation. */
  readonly everywhere: boolean;
  /** Organisations one runs oneself. */
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
}

/** What one administers. The hub checks each act again. */
export function administeredBy({ memberships }: Session): Administered {
  const running = memberships.filter(({ role }) => role === "facilityAdmin" || role === "networkAdmin");
  const byId = new Map(running.map(({ organisationId, organisationName }) => [organisationId, organisationName]));
  return {
    everywhere: memberships.some(({ role }) => role === "networkAdmin"),
    organisations: [...byId].map(([id, name]) => ({ id, name })),
  };
}
