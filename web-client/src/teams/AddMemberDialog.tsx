import type { TeamView } from "@tsunagi/contracts/rest/teams";
import { UserPlus } from "lucide-react";
import { useWorkplace } from "../app/services.ts";
import { useText } from "../i18n/text.ts";
import { Badge } from "../kit/Badge.tsx";
import { Button } from "../kit/Button.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import { Form } from "../kit/form.ts";
import { FormProblems } from "../kit/useForm.tsx";
import { useViewModel } from "../kit/useViewModel.ts";
import { ColleagueSearchView } from "../staff/ColleagueSearch.view.tsx";
import type { Candidate } from "../staff/colleagueSearch.model.ts";
import { useColleagueSearch } from "../staff/useColleagueSearch.ts";

export interface AddMemberDialogProps {
  readonly team: TeamView;
  readonly onAdded: (team: TeamView, name: string) => void;
  readonly onClose: () => void;
}

/** Adding professionals: found by name, organisation or profession; the dialog stays for the next one. */
export function AddMemberDialog({ team, onAdded, onClose }: AddMemberDialogProps) {
  const { t } = useText();
  const { hub } = useWorkplace();
  const [search, searching] = useColleagueSearch({ professionalsOnly: true });
  const [form, actions] = useViewModel(
    () =>
      new Form<{ candidate: Candidate | undefined }>({
        initial: { candidate: undefined },
        submit: async ({ candidate }, signal) => {
          if (!candidate) return;
          const { colleague, organisationId } = candidate;
          const body = { staffId: colleague.staffId, organisationId };
          const changed = await hub.call("addTeamMember", { params: { teamId: team.id }, body, signal });
          onAdded(changed, `${colleague.familyName} ${colleague.givenName}`);
        },
      }),
  );
  const members = new Set<string>(team.members.filter((member) => !member.leftAt).map(({ staffId }) => staffId));
  const add = (candidate: Candidate) => {
    if (form.busy) return;
    actions.set({ candidate });
    void actions.submit();
  };
  return (
    <Dialog title={t("teams.addTitle")} onClose={onClose} locked={form.busy}>
      <p>{t("teams.addedReads")}</p>
      <FormProblems form={form} />
      <ColleagueSearchView
        search={search}
        onChange={searching.set}
        action={(candidate) =>
          members.has(candidate.colleague.staffId) ? (
            <Badge tone="success">{t("teams.addDone")}</Badge>
          ) : (
            <Button
              size="small"
              icon={UserPlus}
              busy={form.busy && form.values.candidate?.key === candidate.key && t("teams.adding")}
              aria-label={`${candidate.colleague.familyName} ${candidate.colleague.givenName} ${t("teams.addOne")}`}
              onClick={() => add(candidate)}
            >
              {t("teams.addOne")}
            </Button>
          )
        }
      />
    </Dialog>
  );
}
