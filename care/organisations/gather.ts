import type { OrganisationKind } from "@tsunagi/contracts/codes/organisationKinds";
import type { OpenDataRow } from "./openData.ts";
import type { OrganisationData, ServiceData } from "./store.ts";

/** An organisation of a file with all its services there. */
export interface GatheredOrganisation {
  readonly businessNumber: string;
  readonly data: OrganisationData;
  readonly services: readonly ServiceData[];
}

/** Kinds that say no more than which law the service stands under. */
export const PLAIN_KINDS: readonly OrganisationKind[] = ["careProvider", "disabilityProvider"];

/**
 * Rows of one business number are services of one organisation. The first row says what it is called and where it is;
 * its kind is the most telling one of all.
 */
export function gather(rows: readonly OpenDataRow[]): GatheredOrganisation[] {
  const byNumber = Map.groupBy(rows, (row) => row.service.businessNumber);
  return [...byNumber].flatMap(([businessNumber, group]) => {
    const [first] = group;
    if (!first) return [];
    const telling = group.find(({ organisation }) => !PLAIN_KINDS.includes(organisation.kind)) ?? first;
    const data = { ...first.organisation, kind: telling.organisation.kind };
    return [{ businessNumber, data, services: group.map(({ service }) => service) }];
  });
}
