import { roles } from "@tsunagi/contracts/codes/roles";
import type { Membership } from "@tsunagi/contracts/rest/session";
import type { StaffMemberView } from "@tsunagi/contracts/rest/staff";
import { useWorkplace } from "../app/services.ts";
import { useText } from "../i18n/text.ts";
import { ReasonDialog } from "../kit/ReasonDialog.tsx";
import type { FreshAccount } from "./addStaff.model.ts";
import { DevicesDialog } from "./DevicesDialog.tsx";
import { MembershipDialog } from "./MembershipDialog.tsx";
import type { StaffAct } from "./StaffDetail.view.tsx";

export type StaffDialog =
  | { readonly name: StaffAct; readonly member: StaffMemberView }
  | { readonly name: "endMembership"; readonly member: StaffMemberView; readonly membership: Membership };

export interface StaffDialogsProps {
  readonly dialog: StaffDialog;
  readonly organisationId: string;
  /** It is done: what to say. */
  readonly onDone: (text: string) => void;
  readonly onPassword: (account: FreshAccount) => void;
  readonly onClose: () => void;
}

/** The question before each act on an account, with what it will do. */
export function StaffDialogs({ dialog, organisationId, onDone, onPassword, onClose }: StaffDialogsProps) {
  const { t, language } = useText();
  const { hub } = useWorkplace();
  const { member } = dialog;
  const name = `${member.familyName} ${member.givenName}`;
  const params = { staffId: member.id };
  switch (dialog.name) {
    case "devices":
      return <DevicesDialog member={member} onDone={onDone} onClose={onClose} />;
    case "addMembership":
      return (
        <MembershipDialog
          organisationId={organisationId}
          member={{ id: member.id, name }}
          onAdded={() => onDone(t("staff.membershipAdded"))}
          onClose={onClose}
        />
      );
    case "endMembership": {
      const { id, role, organisationName } = dialog.membership;
      const job = { role: roles.label(role, language), organisation: organisationName };
      return (
        <ReasonDialog
          title={t("staff.endMembershipTitle", job)}
          confirmLabel={t("staff.endMembership")}
          busyLabel={t("staff.ending")}
          submit={async (_reason, signal) => {
            await hub.call("endMembership", { params: { membershipId: id }, signal });
            onDone(t("staff.membershipEnded"));
          }}
          onClose={onClose}
        >
          {t("staff.endMembershipText")}
        </ReasonDialog>
      );
    }
    case "resetPassword":
      return (
        <ReasonDialog
          title={t("staff.resetPasswordTitle", { name })}
          confirmLabel={t("staff.resetPassword")}
          busyLabel={t("staff.resetting")}
          submit={async (_reason, signal) => {
            const { initialPassword } = await hub.call("resetPassword", { params, signal });
            onPassword({ staff: member, initialPassword });
          }}
          onClose={onClose}
        >
          {t("staff.resetPasswordText")}
        </ReasonDialog>
      );
    case "suspend":
      return (
        <ReasonDialog
          title={t("staff.suspendTitle", { name })}
          confirmLabel={t("staff.suspend")}
          busyLabel={t("staff.suspending")}
          reason={{ label: t("staff.reason"), required: true }}
          submit={async (reason, signal) => {
            await hub.call("suspendStaff", { params, body: { reason }, signal });
            onDone(t("staff.suspendDone", { name }));
          }}
          onClose={onClose}
        >
          {t("staff.suspendText")}
        </ReasonDialog>
      );
    case "resume":
      return (
        <ReasonDialog
          title={t("staff.resumeTitle", { name })}
          confirmLabel={t("staff.resume")}
          busyLabel={t("staff.resuming")}
          danger={false}
          submit={async (_reason, signal) => {
            await hub.call("resumeStaff", { params, signal });
            onDone(t("staff.resumeDone", { name }));
          }}
          onClose={onClose}
        >
          {t("staff.resumeText")}
        </ReasonDialog>
      );
    case "leave":
      return (
        <ReasonDialog
          title={t("staff.leaveTitle", { name })}
          confirmLabel={t("staff.leave")}
          busyLabel={t("staff.leaving")}
          submit={async (_reason, signal) => {
            await hub.call("leaveNetwork", { params, signal });
            onDone(t("staff.leaveDone", { name }));
          }}
          onClose={onClose}
        >
          {t("staff.leaveText")}
        </ReasonDialog>
      );
  }
}
