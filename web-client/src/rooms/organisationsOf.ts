import type { Colleague } from "@tsunagi/contracts/rest/staff";
import type { RoomView } from "@tsunagi/contracts/rest/teams";
import type { DirectorySnapshot } from "./directory.ts";

type Colleagues = DirectorySnapshot["colleagues"];

const byStaffId = new WeakMap<Colleagues, ReadonlyMap<string, Colleague>>();

/** Colleagues by the id the hub's rooms name them with; made once for each state of the directory. */
function staff(colleagues: Colleagues): ReadonlyMap<string, Colleague> {
  const known = byStaffId.get(colleagues);
  if (known) return known;
  const made = new Map([...colleagues.values()].map((colleague) => [colleague.staffId as string, colleague]));
  byStaffId.set(colleagues, made);
  return made;
}

/** Ids of the organisations whose people are in a room, and of the one it belongs to. */
export function organisationsOf(
  { members, organisationId }: Pick<RoomView, "members" | "organisationId">,
  { colleagues }: DirectorySnapshot,
): readonly string[] {
  const people = staff(colleagues);
  const theirs = members.flatMap((staffId) => people.get(staffId)?.jobs.map((job) => job.organisationId) ?? []);
  return [...new Set<string>(organisationId ? [organisationId, ...theirs] : theirs)];
}

/** Names of organisations by id, as far as colleagues work there. */
export const organisationNames = ({ colleagues }: DirectorySnapshot): ReadonlyMap<string, string> =>
  new Map(
    [...colleagues.values()].flatMap(({ jobs }) =>
      jobs.map(({ organisationId, organisationName }) => [organisationId as string, organisationName] as const),
    ),
  );
