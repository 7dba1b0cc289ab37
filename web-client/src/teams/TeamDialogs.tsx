import type { TeamMemberView, TeamView } from "@tsunagi/contracts/rest/teams";
import { useLocation } from "wouter";
import { useWorkplace } from "../app/services.ts";
import { useText } from "../i18n/text.ts";
import { ReasonDialog } from "../kit/ReasonDialog.tsx";
import { useToasts } from "../kit/ToastHost.tsx";
import { AddMemberDialog } from "./AddMemberDialog.tsx";
import { ConvertDialog } from "./ConvertDialog.tsx";
import { memberName } from "./memberText.ts";

export type TeamDialog =
  | { readonly name: "add" | "convert" | "leave" | "close" }
  | { readonly name: "remove"; readonly member: TeamMemberView };

export interface TeamDialogsProps {
  readonly dialog: TeamDialog | undefined;
  readonly team: TeamView;
  readonly onChanged: (team: TeamView) => void;
  /** The team is over, or over for oneself. */
  readonly onEnded: () => void;
  readonly onClose: () => void;
}

/** The dialog of each thing that can be done with a team. */
export function TeamDialogs({ dialog, team, onChanged, onEnded, onClose }: TeamDialogsProps) {
  const { t } = useText();
  const { hub, directory } = useWorkplace();
  const [, navigate] = useLocation();
  const toasts = useToasts();
  const params = { teamId: team.id };
  const changed = (next: TeamView, text: string) => {
    onChanged(next);
    toasts.show({ text });
    void directory.refresh();
  };
  switch (dialog?.name) {
    case undefined:
      return null;
    case "add":
      return (
        <AddMemberDialog
          team={team}
          onAdded={(next, name) => changed(next, t("teams.added", { name }))}
          onClose={onClose}
        />
      );
    case "convert":
      return (
        <ConvertDialog
          team={team}
          onConverted={(next) => {
            changed(next, t("teams.converted"));
            onClose();
            onEnded();
          }}
          onClose={onClose}
        />
      );
    case "remove": {
      const name = memberName(dialog.member);
      return (
        <ReasonDialog
          title={t("teams.removeTitle", { name })}
          confirmLabel={t("teams.remove")}
          busyLabel={t("teams.removing")}
          reason={{ label: t("teams.reason"), required: false }}
          submit={async (reason, signal) => {
            const staff = { ...params, staffId: dialog.member.staffId };
            const next = await hub.call("removeTeamMember", { params: staff, body: { reason }, signal });
            changed(next, t("teams.removed", { name }));
            onClose();
          }}
          onClose={onClose}
        >
          {t("teams.removeText")}
        </ReasonDialog>
      );
    }
    case "leave":
      return (
        <ReasonDialog
          title={t("teams.leaveTitle")}
          confirmLabel={t("teams.leave")}
          busyLabel={t("teams.leaving")}
          submit={async (_reason, signal) => {
            await hub.call("leaveTeam", { params, signal });
            toasts.show({ text: t("teams.left") });
            void directory.refresh();
            navigate("/people");
          }}
          onClose={onClose}
        >
          {t("teams.leaveText")}
        </ReasonDialog>
      );
    case "close":
      return (
        <ReasonDialog
          title={t("teams.closeTitle")}
          confirmLabel={t("teams.close")}
          busyLabel={t("teams.closing")}
          reason={{ label: t("teams.closeReason"), hint: t("teams.closeReasonHint"), required: true }}
          submit={async (reason, signal) => {
            changed(await hub.call("closeTeam", { params, body: { reason }, signal }), t("teams.closedDone"));
            onClose();
            onEnded();
          }}
          onClose={onClose}
        >
          {t("teams.closeText")}
        </ReasonDialog>
      );
  }
}
