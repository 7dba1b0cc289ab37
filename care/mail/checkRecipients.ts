import type { CheckedRecipient, MailAddress } from "@tsunagi/contracts/rest/mail";
import { townsOf } from "../kernel/actor.ts";
import { found } from "../kernel/errors.ts";
import type { StaffUnit } from "../kernel/unit.ts";
import { authorise } from "../permissions/authorise.ts";
import { type Addressed, resolve } from "./directory/reach.ts";
import { type AtWork, groupNames, writtenTo } from "./directory/store.ts";

/**
 * Everybody a letter would go to, with their organisation and what is unusual: never written to before, another town.
 * Nothing is sent.
 * @throws CareError forbidden, mailNotReachable, mailForNobody
 */
export async function checkRecipients(
  unit: StaffUnit,
  { to }: { to: readonly MailAddress[] },
): Promise<{ recipients: CheckedRecipient[] }> {
  const job = await authorise(unit, "mail.write");
  const addressed = (await resolve(unit, to)).filter(({ people }) => people.length > 0);
  const before = await writtenTo(unit.tx, unit.actor.staffId);
  const names = await groupNames(
    unit.tx,
    to.flatMap((address) => (address.kind === "group" ? [address.group] : [])),
  );
  const towns = townsOf(unit.actor);
  unit.audit({ action: "mail.check", job, detail: { recipients: to.length } });
  return {
    recipients: addressed.map(({ address, people }) => {
      const { organisationId, organisationName, municipality } = found(people[0]);
      return {
        address,
        organisationId,
        organisationName,
        municipality,
        name: address.kind === "group" ? (names.get(address.group) ?? null) : found(people[0]).name,
        people: people.map(({ staffId, name, kana, role }: AtWork) => ({ staffId, name, kana, role })),
        firstTime: !known(before, address),
        elsewhere: !towns.has(municipality),
      };
    }),
  };
}

const known = ({ people, desks }: Awaited<ReturnType<typeof writtenTo>>, address: Addressed["address"]): boolean =>
  address.kind === "person" ? people.has(address.staffId) : desks.has(`${address.organisationId} ${address.group}`);
