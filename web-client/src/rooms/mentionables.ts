import { roles } from "@tsunagi/contracts/codes/roles";
import type { Language } from "@tsunagi/contracts/text";
import type { Mentionable } from "../composer/mentions.ts";
import { type DirectorySnapshot, nameColleague } from "./directory.ts";

/** People of a room who can be named: those the hub has told of, without oneself. */
export function mentionables(
  members: readonly string[],
  { colleagues }: DirectorySnapshot,
  { me, language }: { readonly me: string; readonly language: Language },
): readonly Mentionable[] {
  return members.flatMap((userId) => {
    const colleague = colleagues.get(userId);
    if (!colleague || userId === me) return [];
    const { name, role, organisation } = nameColleague(colleague);
    const kana = `${colleague.familyKana} ${colleague.givenKana}`;
    return [{ userId, name, kana, roleLabel: role ? roles.label(role, language) : "", organisation }];
  });
}
