import { type ConsentScope, consentScopes } from "@tsunagi/contracts/codes/consent";
import type { TeamKind } from "@tsunagi/contracts/codes/rooms";
import type { TeamView } from "@tsunagi/contracts/rest/teams";
import { useWorkplace } from "../app/services.ts";
import { Loader } from "../hub/loadable.ts";
import { useText } from "../i18n/text.ts";
import { Button, ButtonLink } from "../kit/Button.tsx";
import { RadioGroup } from "../kit/Choice.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import { Form } from "../kit/form.ts";
import { Loaded } from "../kit/Loaded.tsx";
import { Banner, Busy } from "../kit/State.tsx";
import { FormProblems } from "../kit/useForm.tsx";
import { useViewModel } from "../kit/useViewModel.ts";
import { missingScope } from "./consentFor.ts";

export interface OpenTeamDialogProps {
  readonly personId: string;
  readonly onOpened: (team: TeamView) => void;
  readonly onClose: () => void;
}

interface Values {
  readonly kind: TeamKind;
}

/** Opening a team: which kind; says which consent is still missing. */
export function OpenTeamDialog({ personId, onOpened, onClose }: OpenTeamDialogProps) {
  const { t } = useText();
  const { hub } = useWorkplace();
  const [consents, loader] = useViewModel(
    () => new Loader((signal) => hub.call("listConsents", { params: { personId }, signal })),
  );
  const [form, actions] = useViewModel(
    () =>
      new Form<Values>({
        initial: { kind: "care" },
        submit: async ({ kind }, signal) => onOpened(await hub.call("openTeam", { body: { personId, kind }, signal })),
      }),
  );
  const active = consents.value?.active;
  const missing = active && missingScope(form.values.kind, active);
  return (
    <Dialog
      title={t("teams.openTitle")}
      onClose={onClose}
      locked={form.busy}
      onSubmit={() => void actions.submit()}
      actions={
        <>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button
            type="submit"
            variant="primary"
            disabled={!active || Boolean(missing)}
            busy={form.busy && t("teams.opening")}
          >
            {t("teams.open")}
          </Button>
        </>
      }
    >
      <FormProblems form={form} />
      <RadioGroup
        stacked
        label={t("teams.kind")}
        value={form.values.kind}
        onChange={(kind) => actions.set({ kind })}
        options={[
          { value: "care", label: t("teams.careTeam"), hint: t("teams.careHint") },
          { value: "watch", label: t("teams.watchTeam"), hint: t("teams.watchHint") },
        ]}
      />
      <Loaded of={consents} onRetry={() => void loader.reload()} skeleton={<Busy>{t("common.loading")}</Busy>}>
        {() => (missing ? <MissingConsent personId={personId} scope={missing} /> : <p>{t("teams.firstMember")}</p>)}
      </Loaded>
    </Dialog>
  );
}

/** Says which consent is needed, and leads to where it is recorded. */
export function MissingConsent({ personId, scope }: { personId: string; scope: ConsentScope }) {
  const { t, language } = useText();
  return (
    <Banner
      tone="warning"
      live
      actions={
        <ButtonLink href={`/people/${personId}/consent`} size="small">
          {t("teams.toConsent")}
        </ButtonLink>
      }
    >
      {t("teams.needsConsent", { scope: consentScopes.label(scope, language) })}
    </Banner>
  );
}
