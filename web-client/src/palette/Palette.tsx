import { Languages, MonitorSmartphone, UserPlus } from "lucide-react";
import { useMemo } from "react";
import { useLocation } from "wouter";
import { destinationsFor } from "../app/navigation.ts";
import { useWorkplace } from "../app/services.ts";
import { texts, useText } from "../i18n/text.ts";
import { useSnapshot } from "../kit/useViewModel.ts";
import { roomAddress } from "../rooms/address.ts";
import { needOf, rankOf } from "../rooms/need.ts";
import { useTalk } from "../rooms/TalkProvider.tsx";
import type { PaletteEntry } from "./entries.ts";
import { PaletteView } from "./Palette.view.tsx";

/** Conversations, pages and actions by name, for those who have a keyboard. */
export function Palette({ onClose }: { onClose: () => void }) {
  const [, navigate] = useLocation();
  const { finding } = useTalk();
  const rooms = useRoomEntries(navigate);
  const others = useOtherEntries(navigate);
  const onSearch = (text: string) => {
    finding.open().then(
      ({ search }) => search.type(text),
      () => undefined, // no line: the page says so
    );
    navigate("/search");
  };
  return <PaletteView entries={[...rooms, ...others]} onSearch={onSearch} onClose={onClose} />;
}

/** Conversations, what needs one first. */
function useRoomEntries(navigate: (href: string) => void): readonly PaletteEntry[] {
  const { t } = useText();
  const { account, directory } = useTalk();
  const list = useSnapshot(account.rooms);
  const { rooms } = useSnapshot(directory);
  return useMemo(
    () =>
      list
        .filter(({ kind }) => kind !== null)
        .toSorted((a, b) => rankOf(needOf(a)) - rankOf(needOf(b)) || b.lastActivity - a.lastActivity)
        .map(({ roomId, code, unread }) => {
          const room = rooms.get(roomId);
          return {
            id: roomId,
            group: "rooms",
            label: room?.title ?? code,
            note: unread > 0 ? t("rooms.unread", { count: unread }) : (room?.titleKana ?? ""),
            also: room?.titleKana ?? "",
            run: () => navigate(roomAddress(roomId)),
          };
        }),
    [list, rooms, navigate, t],
  );
}

function useOtherEntries(navigate: (href: string) => void): readonly PaletteEntry[] {
  const { t, language } = useText();
  const { session } = useWorkplace();
  const pages = destinationsFor(session.permissions).map(
    ({ href, label, icon }): PaletteEntry => ({
      id: href,
      group: "pages",
      label: t(label),
      note: "",
      also: href,
      icon,
      run: () => navigate(href),
    }),
  );
  const action = (id: string, label: string, icon: PaletteEntry["icon"], run: () => void): PaletteEntry => ({
    id,
    group: "actions",
    label,
    note: "",
    also: id,
    ...(icon ? { icon } : {}),
    run,
  });
  const register = session.permissions.includes("person.register")
    ? [action("register", t("people.register"), UserPlus, () => navigate("/people/new"))]
    : [];
  return [
    ...pages,
    ...register,
    action("devices", t("palette.devices"), MonitorSmartphone, () => navigate("/settings/devices")),
    action("language", t("palette.otherLanguage"), Languages, () => void texts.choose(language === "ja" ? "en" : "ja")),
  ];
}
