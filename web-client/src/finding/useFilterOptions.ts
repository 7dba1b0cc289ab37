import { useMemo } from "react";
import type { Option } from "../kit/Choice.tsx";
import { useSnapshot } from "../kit/useViewModel.ts";
import { nameColleague } from "../rooms/directory.ts";
import { useTalk } from "../rooms/TalkProvider.tsx";

const byLabel = (a: Option<string>, b: Option<string>) => a.label.localeCompare(b.label, "ja");

/** Conversations and people one can keep to. */
export function useFilterOptions(): {
  readonly rooms: readonly Option<string>[];
  readonly senders: readonly Option<string>[];
} {
  const { directory } = useTalk();
  const { rooms, colleagues } = useSnapshot(directory);
  return useMemo(
    () => ({
      rooms: [...rooms].map(([value, { title }]) => ({ value, label: title })).sort(byLabel),
      senders: [...colleagues.values()]
        .map(nameColleague)
        .map(({ userId, name, organisation }) => ({
          value: userId,
          label: [name, organisation].filter(Boolean).join("・"),
        }))
        .sort(byLabel),
    }),
    [rooms, colleagues],
  );
}
