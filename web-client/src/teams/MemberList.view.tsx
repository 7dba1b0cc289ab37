import { roles } from "@tsunagi/contracts/codes/roles";
import type { TeamView } from "@tsunagi/contracts/rest/teams";
import { formatDate } from "../i18n/dates.ts";
import { useText } from "../i18n/text.ts";
import styles from "./memberList.module.css";
import { memberName } from "./memberText.ts";

export interface MemberListViewProps {
  readonly team: TeamView;
  /** Who prints it. */
  readonly issuer: { readonly name: string; readonly organisation: string };
  readonly now: number;
}

/** The list the person may ask for: who shares information about them, and who did. On paper as on the screen. */
export function MemberListView({ team, issuer, now }: MemberListViewProps) {
  const { t, language } = useText();
  const members = [...team.members].sort((a, b) => a.joinedAt.localeCompare(b.joinedAt));
  const ordered = [...members.filter((member) => !member.leftAt), ...members.filter((member) => member.leftAt)];
  return (
    <article className={styles["sheet"]}>
      <p className={styles["for"]}>{t("teams.listFor", { name: memberName(team.person) })}</p>
      <p>{t("teams.listExplain")}</p>
      <table className={styles["table"]}>
        <thead>
          <tr>
            <th scope="col">{t("teams.listRole")}</th>
            <th scope="col">{t("teams.listName")}</th>
            <th scope="col">{t("teams.listOrganisation")}</th>
            <th scope="col">{t("teams.listPeriod")}</th>
          </tr>
        </thead>
        <tbody>
          {ordered.map((member) => {
            const from = formatDate(member.joinedAt, language);
            return (
              <tr key={`${member.staffId} ${member.joinedAt}`}>
                <td>{roles.label(member.role, language)}</td>
                <td>{memberName(member)}</td>
                <td>{member.organisationName}</td>
                <td>
                  {member.leftAt
                    ? t("teams.period", { from, to: formatDate(member.leftAt, language) })
                    : t("teams.since", { date: from })}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <div className={styles["foot"]}>
        <span>{t("teams.listDate", { date: formatDate(now, language) })}</span>
        <span>{t("teams.listPrinted", issuer)}</span>
      </div>
    </article>
  );
}
