import { type Role, roles } from "@tsunagi/contracts/codes/roles";
import { useCallback } from "react";
import { useText } from "../i18n/text.ts";
import { useSnapshot } from "../kit/useViewModel.ts";
import { type Named, nameIn } from "./directory.ts";
import { useTalk } from "./TalkProvider.tsx";

export interface ShownPerson extends Named {
  /** The profession in the page's language; "" when it is not known. */
  readonly roleLabel: string;
}

const NONE: Readonly<Record<string, string>> = {};

/** Gives names to user ids, in the language of the page; drawn again when names come. */
export function useNames(codes: Readonly<Record<string, string>> = NONE): (userId: string) => ShownPerson {
  const { t, language } = useText();
  const { directory, keeperUserId } = useTalk();
  const { colleagues } = useSnapshot(directory);
  return useCallback(
    (userId) => {
      const labelOf = (role: Role | null) => (role ? roles.label(role, language) : "");
      const named: Named =
        userId === keeperUserId
          ? { userId, name: t("rooms.keeper"), known: true, role: null, organisation: "" }
          : nameIn(colleagues, userId, codes);
      const roleLabel = userId === keeperUserId ? t("rooms.keeperRole") : labelOf(named.role);
      return { ...named, name: named.name || t("timeline.unknownPerson"), roleLabel };
    },
    [t, language, colleagues, codes, keeperUserId],
  );
}
