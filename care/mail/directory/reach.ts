import { mailDesks, rolesOfDesk } from "@tsunagi/contracts/codes/mail";
import type { MailGroupId, OrganisationId } from "@tsunagi/contracts/ids";
import type { MailAddress, MailGroup } from "@tsunagi/contracts/rest/mail";
import { organisationsOf } from "../../kernel/actor.ts";
import { CareError } from "../../kernel/errors.ts";
import type { StaffUnit, Unit } from "../../kernel/unit.ts";
import { type Acquaintance, type AtWork, acquaintances, peopleAtDesk } from "./store.ts";

/*
 * Who may write to whom (R15), in one place: in person to the people one works with; to everybody else in the network
 * by the desks of their organisation, where whoever answers for it reads. Whoever writes anew meets nobody's own name
 * they have nothing to do with, and no letter lands with one person who is away.
 */

/** Everybody one may write to in person. */
export const writablePeople = (unit: StaffUnit): Promise<Acquaintance[]> =>
  acquaintances(unit.tx, unit.actor.staffId, organisationsOf(unit.actor));

/** Everybody at a desk now; nobody at one that is not there. */
const peopleAt = (unit: Unit, organisationId: OrganisationId, group: MailGroup): Promise<AtWork[]> =>
  peopleAtDesk(
    unit.tx,
    organisationId,
    mailDesks.has(group) ? { roles: rolesOfDesk[group] } : { groupId: group as MailGroupId },
  );

export interface Addressed {
  readonly address: MailAddress;
  /** Everybody a letter to it goes to; the writer is none of them. */
  readonly people: readonly AtWork[];
}

/**
 * What stands behind the chosen recipients.
 * @throws CareError mailNotReachable for one that may not be written to; mailForNobody when none is left
 */
export async function resolve(unit: StaffUnit, to: readonly MailAddress[]): Promise<Addressed[]> {
  const known = await writablePeople(unit);
  const addressed: Addressed[] = [];
  for (const address of to) {
    const people =
      address.kind === "person"
        ? known.filter((one) => one.staffId === address.staffId && one.organisationId === address.organisationId)
        : await peopleAt(unit, address.organisationId, address.group);
    if (people.length === 0) throw notReachable(address);
    addressed.push({ address, people: people.filter(({ staffId }) => staffId !== unit.actor.staffId) });
  }
  if (addressed.every(({ people }) => people.length === 0)) throw new CareError("mailForNobody");
  return addressed;
}

const notReachable = (address: MailAddress): CareError =>
  new CareError(
    "mailNotReachable",
    {},
    {
      denied: {
        action: "mail.write",
        subjectId: address.kind === "person" ? address.staffId : address.organisationId,
      },
    },
  );

/** Everybody once: in person before as part of a desk. */
export function recipientsOf(addressed: readonly Addressed[]): (AtWork & { readonly groupKey: string })[] {
  const inOrder = [...addressed].sort((a, b) => a.address.kind.localeCompare(b.address.kind) * -1);
  const each = new Map<string, AtWork & { readonly groupKey: string }>();
  for (const { address, people } of inOrder)
    for (const one of people)
      if (!each.has(one.staffId))
        each.set(one.staffId, { ...one, groupKey: address.kind === "group" ? address.group : "" });
  return [...each.values()];
}
