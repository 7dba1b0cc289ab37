import { roomPath } from "@tsunagi/contracts/paths";
import type { TeamView as Team, TeamMemberView } from "@tsunagi/contracts/rest/teams";
import { ArrowRightLeft, LogOut, MessagesSquare, Printer, SquareX } from "lucide-react";
import { formatDate } from "../i18n/dates.ts";
import { useText } from "../i18n/text.ts";
import { Button, ButtonLink } from "../kit/Button.tsx";
import { Card } from "../kit/Card.tsx";
import { Busy } from "../kit/State.tsx";
import { MembersView } from "./Members.view.tsx";
import styles from "./teams.module.css";

/** What one may do with this team. */
export interface TeamRights {
  readonly member: boolean;
  readonly manage: boolean;
  readonly convert: boolean;
  readonly close: boolean;
}

export interface TeamViewProps {
  readonly team: Team;
  readonly ownStaffId: string;
  readonly rights: TeamRights;
  readonly onAdd: () => void;
  readonly onRemove: (member: TeamMemberView) => void;
  readonly onConvert: () => void;
  readonly onLeave: () => void;
  readonly onClose: () => void;
}

/** A team: what it is, its conversation, its members, and what can be done with it. */
export function TeamView(props: TeamViewProps) {
  const { team, rights, ownStaffId, onAdd, onRemove, onConvert, onLeave, onClose } = props;
  const { t, language } = useText();
  const watch = team.kind === "watch";
  const name = t(watch ? "teams.watchTeam" : "teams.careTeam");
  return (
    <>
      <Card title={name}>
        <p className={styles["dates"]}>
          {t("teams.openedOn", { date: formatDate(team.openedAt, language) })}
          {team.convertedAt && `｜${t("teams.convertedOn", { date: formatDate(team.convertedAt, language) })}`}
        </p>
        <div className={styles["actions"]}>
          {rights.member &&
            (team.roomId ? (
              <ButtonLink href={roomPath(team.roomId)} variant="primary" icon={MessagesSquare}>
                {t("teams.room")}
              </ButtonLink>
            ) : (
              <Busy>{t("teams.roomComing")}</Busy>
            ))}
          <ButtonLink href={`/people/${team.person.id}/members/${team.id}`} icon={Printer}>
            {t("teams.list")}
          </ButtonLink>
          {watch && rights.convert && (
            <Button icon={ArrowRightLeft} onClick={onConvert}>
              {t("teams.convert")}
            </Button>
          )}
        </div>
      </Card>
      <MembersView
        members={team.members}
        ownStaffId={ownStaffId}
        mayManage={rights.manage}
        onAdd={onAdd}
        onRemove={onRemove}
      />
      {(rights.member || rights.close) && (
        <div className={styles["danger"]}>
          {rights.member && (
            <Button variant="quiet" icon={LogOut} onClick={onLeave}>
              {t("teams.leave")}
            </Button>
          )}
          {rights.close && (
            <Button variant="quiet" icon={SquareX} onClick={onClose}>
              {t("teams.close")}
            </Button>
          )}
        </div>
      )}
    </>
  );
}
