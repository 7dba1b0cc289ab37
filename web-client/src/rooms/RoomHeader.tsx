import { roomKinds } from "@tsunagi/contracts/codes/rooms";
import type { RoomView } from "@tsunagi/contracts/rest/teams";
import { ArrowLeft, BookUser, Handshake, Users } from "lucide-react";
import { useState } from "react";
import { Link } from "wouter";
import { useText } from "../i18n/text.ts";
import { Badge } from "../kit/Badge.tsx";
import { Menu } from "../kit/Menu.tsx";
import type { MenuItem } from "../kit/Sheet.tsx";
import { useWayBack } from "./address.ts";
import { MembersDialog } from "./MembersDialog.tsx";
import type { ShownPerson } from "./names.ts";
import styles from "./Rooms.module.css";

export interface RoomHeaderProps {
  /** As the hub knows it; undefined while its name is not there. */
  readonly room: RoomView | undefined;
  readonly code: string;
  /** Everybody in it: by name where it is known. */
  readonly members: readonly ShownPerson[];
  /** Belong to it but have not come in yet. */
  readonly invited: readonly ShownPerson[];
  readonly me: string;
  /** What can be done with the conversation. */
  readonly menu: readonly MenuItem[];
}

/** Whom the conversation is about, who is in it, and the way to the person's page. */
export function RoomHeader({ room, code, members, invited, me, menu }: RoomHeaderProps) {
  const { t, language } = useText();
  const back = useWayBack();
  const [open, setOpen] = useState(false);
  const title = room?.title ?? code;
  const person = room?.personId ?? null;
  return (
    <header className={styles["bar"]}>
      <Link href={back} className={styles["back"] ?? ""} aria-label={t("rooms.back")}>
        <ArrowLeft size={24} aria-hidden />
      </Link>
      <div className={styles["titles"]}>
        <h1 className={styles["title"]}>
          {title}
          {person && t("common.personSuffix")}
        </h1>
        <p className={styles["under"]}>
          {room && (
            <Badge tone={room.kind === "watch" ? "info" : "primary"}>{roomKinds.label(room.kind, language)}</Badge>
          )}
          {person && <span>{room?.titleKana}</span>}
        </p>
      </div>
      <button type="button" className={styles["members"]} onClick={() => setOpen(true)}>
        <Users size={20} aria-hidden />
        <span aria-hidden>{members.length}</span>
        <span className={styles["hiddenText"]}>{t("rooms.members", { count: members.length })}</span>
      </button>
      {person && (
        <Link href={`/people/${person}`} className={styles["members"] ?? ""} title={t("rooms.openPerson")}>
          <BookUser size={20} aria-hidden />
          <span className={styles["wideOnly"]}>{t("rooms.personPage")}</span>
          <span className={styles["hiddenText"]}>{t("rooms.openPerson")}</span>
        </Link>
      )}
      {room?.enquiryId && (
        <Link
          href={room.asking ? `/negotiations/${room.asking}` : `/enquiries/${room.enquiryId}`}
          className={styles["members"] ?? ""}
          title={t("negotiation.openPage")}
        >
          <Handshake size={20} aria-hidden />
          <span className={styles["wideOnly"]}>{t("negotiation.title")}</span>
          <span className={styles["hiddenText"]}>{t("negotiation.openPage")}</span>
        </Link>
      )}
      <Menu label={t("rooms.menu")} items={menu} />
      {open && <MembersDialog members={members} invited={invited} me={me} onClose={() => setOpen(false)} />}
    </header>
  );
}
