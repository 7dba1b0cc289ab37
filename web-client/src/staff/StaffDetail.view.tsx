import { roles } from "@tsunagi/contracts/codes/roles";
import type { Membership } from "@tsunagi/contracts/rest/session";
import type { StaffMemberView } from "@tsunagi/contracts/rest/staff";
import { KeyRound, MonitorSmartphone, Pause, Play, Plus, UserX, X } from "lucide-react";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import { Facts } from "../kit/Card.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import styles from "./staff.module.css";

export type StaffAct = "devices" | "addMembership" | "resetPassword" | "suspend" | "resume" | "leave";

export interface StaffDetailViewProps {
  readonly member: StaffMemberView;
  /** Oneself: nobody locks themselves out. */
  readonly own: boolean;
  /** Organisations whose roles one may end. */
  readonly mayEnd: (membership: Membership) => boolean;
  readonly onAct: (act: StaffAct) => void;
  readonly onEndMembership: (membership: Membership) => void;
  readonly onClose: () => void;
}

/** One member of staff: roles and account. */
export function StaffDetailView(props: StaffDetailViewProps) {
  const { member, own, mayEnd, onAct, onEndMembership, onClose } = props;
  const { t, language } = useText();
  const { status } = member;
  return (
    <Dialog title={`${member.familyName} ${member.givenName}`} onClose={onClose}>
      <Facts
        facts={[
          { label: t("people.kana"), value: `${member.familyKana} ${member.givenKana}` },
          { label: t("staff.loginName"), value: <span className={styles["login"]}>{member.loginName}</span> },
          { label: t("staff.status"), value: t(`staff.${status}`) },
          { label: t("staff.code"), value: member.code },
        ]}
      />
      <section className={styles["section"]}>
        <h3>{t("staff.memberships")}</h3>
        {member.memberships.map((membership) => (
          <div key={membership.id} className={styles["job"]}>
            <span>{`${roles.label(membership.role, language)}｜${membership.organisationName}`}</span>
            {status !== "left" && mayEnd(membership) && (
              <Button size="small" variant="quiet" icon={X} onClick={() => onEndMembership(membership)}>
                {t("staff.endMembership")}
              </Button>
            )}
          </div>
        ))}
        {status !== "left" && (
          <div className={styles["acts"]}>
            <Button size="small" icon={Plus} onClick={() => onAct("addMembership")}>
              {t("staff.addMembership")}
            </Button>
          </div>
        )}
      </section>
      {status !== "left" && !own && (
        <section className={styles["section"]}>
          <h3>{t("staff.account")}</h3>
          <div className={styles["acts"]}>
            {status === "suspended" ? (
              <Button size="small" icon={Play} onClick={() => onAct("resume")}>
                {t("staff.resume")}
              </Button>
            ) : (
              <>
                <Button size="small" icon={MonitorSmartphone} onClick={() => onAct("devices")}>
                  {t("devices.ownTitle")}
                </Button>
                <Button size="small" icon={KeyRound} onClick={() => onAct("resetPassword")}>
                  {t("staff.resetPassword")}
                </Button>
                <Button size="small" icon={Pause} onClick={() => onAct("suspend")}>
                  {t("staff.suspend")}
                </Button>
              </>
            )}
            <Button size="small" icon={UserX} onClick={() => onAct("leave")}>
              {t("staff.leave")}
            </Button>
          </div>
        </section>
      )}
    </Dialog>
  );
}
