import type { RoomView } from "@tsunagi/contracts/rest/teams";
import { Users } from "lucide-react";
import { useText } from "../i18n/text.ts";
import { Avatar } from "../kit/Avatar.tsx";
import { Badge } from "../kit/Badge.tsx";
import { List, Row } from "../kit/List.tsx";
import { Banner, EmptyState, SkeletonList } from "../kit/State.tsx";
import styles from "./people.module.css";

export interface MineViewProps {
  readonly state: "loading" | "ready" | "failed";
  /** Rooms about a person, in the order of kana. */
  readonly rooms: readonly RoomView[];
}

/** The people in whose teams one is. */
export function MineView({ state, rooms }: MineViewProps) {
  const { t } = useText();
  return (
    <section aria-label={t("people.mine")}>
      <h2 className={styles["heading"]}>{t("people.mine")}</h2>
      {state === "loading" && <SkeletonList label={t("common.loading")} rows={3} />}
      {state === "failed" && <Banner tone="warning">{t("people.mineUnknown")}</Banner>}
      {state === "ready" && rooms.length === 0 && (
        <EmptyState icon={Users} title={t("people.mineNone")}>
          {t("people.mineNoneHint")}
        </EmptyState>
      )}
      {rooms.length > 0 && (
        <List label={t("people.mine")}>
          {rooms.map((room) => (
            <MineRow key={room.id} room={room} />
          ))}
        </List>
      )}
    </section>
  );
}

function MineRow({ room: { personId, title, titleKana, kind } }: { room: RoomView }) {
  const { t } = useText();
  return (
    <Row
      href={`/people/${personId}`}
      leading={<Avatar kind="person" name={title} />}
      title={
        <>
          {title}
          <Badge tone={kind === "watch" ? "info" : "primary"}>
            {t(kind === "watch" ? "people.watchTeam" : "people.careTeam")}
          </Badge>
        </>
      }
      subtitle={titleKana}
    />
  );
}
