import type { TeamView } from "@tsunagi/contracts/rest/teams";
import { X } from "lucide-react";
import { useState } from "react";
import { useWorkplace } from "../app/services.ts";
import { useText } from "../i18n/text.ts";
import { Badge } from "../kit/Badge.tsx";
import { Button } from "../kit/Button.tsx";
import { CheckboxGroup } from "../kit/Choice.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import { Form } from "../kit/form.ts";
import { Inline } from "../kit/Page.tsx";
import { FormProblems } from "../kit/useForm.tsx";
import { useViewModel } from "../kit/useViewModel.ts";
import { ColleagueSearchView } from "../staff/ColleagueSearch.view.tsx";
import type { Candidate } from "../staff/colleagueSearch.model.ts";
import { useColleagueSearch } from "../staff/useColleagueSearch.ts";
import { missingScope } from "./consentFor.ts";
import { memberJob, memberName } from "./memberText.ts";
import { MissingConsent } from "./OpenTeamDialog.tsx";

export interface ConvertDialogProps {
  readonly team: TeamView;
  readonly onConverted: (team: TeamView) => void;
  readonly onClose: () => void;
}

interface Values {
  readonly stay: readonly string[];
  readonly add: readonly Candidate[];
}

/** Services start: who stays, who joins, and it becomes a care team in the same room (R12). */
export function ConvertDialog({ team, onConverted, onClose }: ConvertDialogProps) {
  const { t, language } = useText();
  const { hub } = useWorkplace();
  const current = team.members.filter(({ leftAt }) => leftAt === null);
  const [form, actions] = useViewModel(
    () =>
      new Form<Values>({
        initial: { stay: current.map(({ staffId }) => staffId), add: [] },
        submit: async ({ stay, add }, signal) => {
          const body = {
            add: add.map(({ colleague, organisationId }) => ({ staffId: colleague.staffId, organisationId })),
            remove: current.map(({ staffId }) => staffId).filter((staffId) => !stay.includes(staffId)),
          };
          onConverted(await hub.call("convertTeam", { params: { teamId: team.id }, body, signal }));
        },
      }),
  );
  const { stay, add } = form.values;
  const missing = missingScope("care", team.consentedScopes);
  return (
    <Dialog
      title={t("teams.convertTitle")}
      onClose={onClose}
      locked={form.busy}
      onSubmit={() => void actions.submit()}
      actions={
        <>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button type="submit" variant="primary" disabled={Boolean(missing)} busy={form.busy && t("teams.converting")}>
            {t("teams.convert")}
          </Button>
        </>
      }
    >
      <p>{t("teams.convertText")}</p>
      <FormProblems form={form} />
      {missing && <MissingConsent personId={team.person.id} scope={missing} />}
      <CheckboxGroup
        stacked
        label={t("teams.convertStay")}
        hint={t("teams.convertStayHint")}
        values={stay}
        onChange={(next) => actions.set({ stay: next })}
        options={current.map((member) => ({
          value: member.staffId as string,
          label: memberName(member),
          hint: memberJob(member, language),
        }))}
      />
      <Adding
        add={add}
        onChange={(next) => actions.set({ add: next })}
        current={current.map(({ staffId }) => staffId)}
      />
    </Dialog>
  );
}

function Adding({
  add,
  onChange,
  current,
}: {
  add: readonly Candidate[];
  onChange: (add: readonly Candidate[]) => void;
  current: readonly string[];
}) {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  const [search, searching] = useColleagueSearch({ professionalsOnly: true });
  const chosen = (candidate: Candidate) =>
    add.some(({ colleague }) => colleague.staffId === candidate.colleague.staffId);
  const already = (candidate: Candidate) => current.includes(candidate.colleague.staffId) || chosen(candidate);
  const name = ({ colleague }: Candidate) => `${colleague.familyName} ${colleague.givenName}`;
  return (
    <>
      <Inline>
        <strong>{t("teams.convertAdd")}</strong>
        {add.length === 0 && <span>{t("common.none")}</span>}
        {add.map((candidate) => (
          <Button
            key={candidate.key}
            size="small"
            icon={X}
            aria-label={`${name(candidate)} ${t("common.clear")}`}
            onClick={() => onChange(add.filter(({ key }) => key !== candidate.key))}
          >
            {name(candidate)}
          </Button>
        ))}
        {!open && (
          <Button size="small" variant="quiet" onClick={() => setOpen(true)}>
            {t("teams.add")}
          </Button>
        )}
      </Inline>
      {open && (
        <ColleagueSearchView
          search={search}
          onChange={searching.set}
          action={(candidate) =>
            already(candidate) ? (
              <Badge tone="success">{t("teams.addDone")}</Badge>
            ) : (
              <Button
                size="small"
                aria-label={`${name(candidate)} ${t("teams.addOne")}`}
                onClick={() => onChange([...add, candidate])}
              >
                {t("teams.addOne")}
              </Button>
            )
          }
        />
      )}
    </>
  );
}
