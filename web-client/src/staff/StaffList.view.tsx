import { roles } from "@tsunagi/contracts/codes/roles";
import type { StaffMemberView } from "@tsunagi/contracts/rest/staff";
import { ChevronRight, UsersRound } from "lucide-react";
import { useState } from "react";
import { useText } from "../i18n/text.ts";
import { Avatar } from "../kit/Avatar.tsx";
import { Badge, type Tone } from "../kit/Badge.tsx";
import { Select } from "../kit/Choice.tsx";
import { List, Row } from "../kit/List.tsx";
import { EmptyState } from "../kit/State.tsx";
import { TextField } from "../kit/TextField.tsx";
import styles from "./staff.module.css";

const TONES: Readonly<Record<StaffMemberView["status"], Tone>> = {
  invited: "info",
  active: "success",
  suspended: "danger",
  left: "neutral",
};

export interface StaffListViewProps {
  readonly staff: readonly StaffMemberView[];
  readonly organisationId: string;
  readonly onOpen: (member: StaffMemberView) => void;
}

/** The staff of an organisation; those who left only when asked for. */
export function StaffListView({ staff, organisationId, onOpen }: StaffListViewProps) {
  const { t, language } = useText();
  const [text, setText] = useState("");
  const [all, setAll] = useState<"all" | "">("");
  if (staff.length === 0)
    return (
      <EmptyState icon={UsersRound} title={t("staff.none")}>
        {t("staff.noneHint")}
      </EmptyState>
    );
  const wanted = text.normalize("NFKC").trim().toLowerCase();
  const shown = staff.filter((member) => (all || member.status !== "left") && searchable(member).includes(wanted));
  return (
    <>
      <div className={styles["bar"]}>
        <TextField label={t("staff.search")} value={text} onChange={setText} autoComplete="off" />
        <Select
          label={t("staff.show")}
          value={all}
          onChange={setAll}
          options={[{ value: "all", label: t("staff.statusAll") }]}
          empty={t("staff.statusActive")}
        />
      </div>
      {shown.length === 0 && <EmptyState icon={UsersRound} title={t("staff.noneFiltered")} />}
      {shown.length > 0 && (
        <List label={t("staff.title")}>
          {shown.map((member) => {
            const here = member.memberships.filter((job) => job.organisationId === organisationId);
            return (
              <Row
                key={member.id}
                onSelect={() => onOpen(member)}
                leading={<Avatar name={member.familyName} role={here[0]?.role} />}
                title={
                  <>
                    {`${member.familyName} ${member.givenName}`}
                    <Badge tone={TONES[member.status]}>{t(`staff.${member.status}`)}</Badge>
                  </>
                }
                subtitle={[here.map(({ role }) => roles.label(role, language)).join("・"), member.loginName]
                  .filter(Boolean)
                  .join("｜")}
                trailing={<ChevronRight size={20} aria-hidden />}
              />
            );
          })}
        </List>
      )}
    </>
  );
}

/** Everything one may look somebody up by. */
const searchable = ({ familyName, givenName, familyKana, givenKana, loginName }: StaffMemberView): string =>
  `${familyName}${givenName} ${familyName} ${givenName} ${familyKana}${givenKana} ${loginName}`.toLowerCase();
