import type { TeamMemberView } from "@tsunagi/contracts/rest/teams";
import { UserMinus, UserPlus } from "lucide-react";
import { formatDate } from "../i18n/dates.ts";
import { useText } from "../i18n/text.ts";
import { Avatar } from "../kit/Avatar.tsx";
import { Badge } from "../kit/Badge.tsx";
import { Button } from "../kit/Button.tsx";
import { List, Row } from "../kit/List.tsx";
import { Menu } from "../kit/Menu.tsx";
import { memberJob, memberName } from "./memberText.ts";
import styles from "./teams.module.css";

export interface MembersViewProps {
  readonly members: readonly TeamMemberView[];
  readonly ownStaffId: string;
  readonly mayManage: boolean;
  readonly onAdd: () => void;
  readonly onRemove: (member: TeamMemberView) => void;
}

/** Who is in the team now, and who was. */
export function MembersView({ members, ownStaffId, mayManage, onAdd, onRemove }: MembersViewProps) {
  const { t, language } = useText();
  const current = members.filter(({ leftAt }) => leftAt === null);
  const former = members.filter(({ leftAt }) => leftAt !== null);
  return (
    <section aria-label={t("teams.members")}>
      <div className={styles["heading"]}>
        <h2>{`${t("teams.members")} ${t("teams.memberCount", { count: current.length })}`}</h2>
        {mayManage && (
          <Button size="small" icon={UserPlus} onClick={onAdd}>
            {t("teams.add")}
          </Button>
        )}
      </div>
      <List label={t("teams.members")}>
        {current.map((member) => {
          const name = memberName(member);
          const own = member.staffId === ownStaffId;
          const remove = { label: t("teams.remove"), icon: UserMinus, danger: true, onSelect: () => onRemove(member) };
          return (
            <Row
              key={member.staffId}
              leading={<Avatar name={member.familyName} role={member.role} />}
              title={
                <>
                  {name}
                  {own && <Badge>{t("teams.you")}</Badge>}
                </>
              }
              subtitle={memberJob(member, language)}
              trailing={mayManage && !own && <Menu label={t("teams.memberActions", { name })} items={[remove]} />}
            />
          );
        })}
      </List>
      {former.length > 0 && (
        <details className={styles["former"]}>
          <summary>{`${t("teams.formerMembers")} ${t("teams.memberCount", { count: former.length })}`}</summary>
          <List label={t("teams.formerMembers")}>
            {former.map((member) => (
              <Row
                key={`${member.staffId} ${member.joinedAt}`}
                leading={<Avatar name={member.familyName} role={member.role} />}
                title={memberName(member)}
                subtitle={`${memberJob(member, language)}｜${t("teams.period", {
                  from: formatDate(member.joinedAt, language),
                  to: formatDate(member.leftAt ?? member.joinedAt, language),
                })}`}
              />
            ))}
          </List>
        </details>
      )}
    </section>
  );
}
