import type { DirectorySnapshot } from "../rooms/directory.ts";
import type { KnownPerson } from "./nameCheck.ts";

/** Everybody whose team one is in, with all who are in a team of theirs. */
export function knownPeople({ rooms }: DirectorySnapshot): readonly KnownPerson[] {
  const known = new Map<string, { name: string; kana: string; team: Set<string> }>();
  for (const { personId, teamId, title, titleKana, members } of rooms.values()) {
    if (!(personId && teamId)) continue;
    const person = known.get(personId) ?? { name: title, kana: titleKana, team: new Set<string>() };
    for (const member of members) person.team.add(member);
    known.set(personId, person);
  }
  return [...known.values()];
}
