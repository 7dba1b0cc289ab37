import { mailDesks, rolesOfDesk } from "@tsunagi/contracts/codes/mail";
import { fold } from "@tsunagi/contracts/fold";
import type { WritableGroup, WritablePerson } from "@tsunagi/contracts/rest/mail";
import { townsOf } from "../../kernel/actor.ts";
import type { StaffUnit } from "../../kernel/unit.ts";
import { authorise } from "../../permissions/authorise.ts";
import { writablePeople } from "./reach.ts";
import { namedGroups, professions } from "./store.ts";

/** Most people, and most desks, of one answer: a list to choose from, not to read through. */
const SHOWN = 60;

/**
 * Whom one may write to (R15), by words of a name, its kana, an organisation or a desk; one's own town first. Nobody
 * else is shown.
 * @throws CareError forbidden
 */
export async function mailDirectory(
  unit: StaffUnit,
  { text }: { text: string },
): Promise<{ people: WritablePerson[]; groups: WritableGroup[]; more: boolean }> {
  const job = await authorise(unit, "mail.write");
  const words = text
    .split(/[\s　]+/)
    .map(fold)
    .filter((word) => word !== "");
  const fits = (...said: readonly string[]) => {
    const folded = fold(said.join(" "));
    return words.every((word) => folded.includes(word));
  };
  const towns = townsOf(unit.actor);
  const nearFirst = (a: { municipality: string }, b: { municipality: string }) =>
    Number(towns.has(b.municipality)) - Number(towns.has(a.municipality));
  const people = (await writablePeople(unit))
    .filter((one) => fits(one.name, one.kana, one.organisationName, one.organisationKana))
    .sort((a, b) => a.kana.localeCompare(b.kana, "ja"));
  const groups = (await desks(unit))
    .filter(({ organisationName, kana, label }) => fits(organisationName, kana, label))
    .sort(nearFirst);
  unit.audit({ action: "mail.directory", job, detail: { people: people.length, groups: groups.length } });
  return {
    people: people.slice(0, SHOWN).map(({ userId: _, organisationKana: __, ...one }) => one),
    groups: groups.slice(0, SHOWN).map(({ kana: _, label: __, ...group }) => group),
    more: people.length > SHOWN || groups.length > SHOWN,
  };
}

/** With what it is found by. */
type Desk = WritableGroup & { readonly kana: string; readonly label: string };

/** Every desk of the network that has somebody; those organisations have made before those all have. */
async function desks(unit: StaffUnit): Promise<Desk[]> {
  const made = (await namedGroups(unit.tx)).map(({ id, nameKana, organisationKana: kana, ...rest }) => ({
    ...rest,
    ...{ group: id, kana, label: `${rest.name} ${nameKana}` },
  }));
  const everywhere = new Map<string, Desk>();
  for (const { role, members, organisationKana: kana, ...place } of await professions(unit.tx))
    for (const group of mailDesks.codes.filter((code) => rolesOfDesk[code].includes(role))) {
      const key = `${place.organisationId} ${group}`;
      const before = everywhere.get(key)?.members ?? 0;
      const label = mailDesks.label(group, "ja");
      everywhere.set(key, { ...place, group, name: null, members: before + members, kana, label });
    }
  return [...made, ...everywhere.values()];
}
