import { type Role, roles } from "@tsunagi/contracts/codes/roles";
import type { OrganisationId } from "@tsunagi/contracts/ids";
import type { DutyView } from "@tsunagi/contracts/rest/duty";
import { useWorkplace } from "../app/services.ts";
import { Loader } from "../hub/loadable.ts";
import { useText } from "../i18n/text.ts";
import { useOptions } from "../i18n/useOptions.ts";
import { Button } from "../kit/Button.tsx";
import { Select } from "../kit/Choice.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import { Form } from "../kit/form.ts";
import { Loaded } from "../kit/Loaded.tsx";
import { TextField } from "../kit/TextField.tsx";
import { FormProblems, useBinding } from "../kit/useForm.tsx";
import { useViewModel } from "../kit/useViewModel.ts";
import { useOrganisations } from "./useOrganisations.ts";

interface DutyDialogProps {
  readonly organisationId: string;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

/** Whom an organisation wants told when it stays silent: a role of its staff, then another organisation. */
export function DutyDialog({ organisationId, onSaved, onClose }: DutyDialogProps) {
  const { t } = useText();
  const { hub } = useWorkplace();
  const [loaded, loader] = useViewModel(
    () => new Loader((signal) => hub.call("readDuty", { params: { organisationId }, signal })),
  );
  if (loaded.value)
    return <Fields organisationId={organisationId} duty={loaded.value} onSaved={onSaved} onClose={onClose} />;
  return (
    <Dialog title={t("reach.duty")} onClose={onClose}>
      <Loaded of={loaded} onRetry={() => void loader.reload()}>
        {() => null}
      </Loaded>
    </Dialog>
  );
}

interface Values {
  readonly role: Role | "";
  readonly deputyId: OrganisationId | "";
}

function Fields({ organisationId, duty, onSaved, onClose }: DutyDialogProps & { readonly duty: DutyView }) {
  const { t } = useText();
  const { hub } = useWorkplace();
  const options = useOptions();
  const [found, searching] = useOrganisations();
  const [form, actions] = useViewModel(
    () =>
      new Form<Values>({
        initial: { role: duty.role ?? "", deputyId: duty.deputy?.id ?? "" },
        submit: async ({ role, deputyId }, signal) => {
          const body = { role: role || null, deputyId: deputyId || null };
          await hub.call("saveDuty", { params: { organisationId }, body, signal });
          onSaved();
        },
      }),
  );
  const bind = useBinding(form, actions.set);
  const deputies = (found.organisations ?? []).filter(({ id }) => id !== organisationId && id !== duty.deputy?.id);
  return (
    <Dialog
      title={t("reach.duty")}
      onClose={onClose}
      locked={form.busy}
      onSubmit={() => void actions.submit()}
      actions={
        <>
          <Button onClick={onClose} disabled={form.busy}>
            {t("common.cancel")}
          </Button>
          <Button type="submit" variant="primary" busy={form.busy && t("reach.dutySaving")}>
            {t("reach.dutySave")}
          </Button>
        </>
      }
    >
      <FormProblems form={form} />
      <p>{t("reach.dutyHint")}</p>
      <Select
        {...bind("role")}
        label={t("reach.dutyRole")}
        options={options(roles).filter(({ value }) => value !== "networkAdmin" && value !== "facilityAdmin")}
        empty={t("reach.dutyUsual")}
      />
      <TextField
        label={t("reach.deputyFind")}
        value={found.filter.text}
        onChange={(text) => searching.filter({ text })}
        autoComplete="off"
        enterKeyHint="search"
      />
      <Select
        {...bind("deputyId")}
        label={t("reach.deputy")}
        options={[...(duty.deputy ? [duty.deputy] : []), ...deputies].map(({ id, name }) => ({
          value: id,
          label: name,
        }))}
        empty={t("reach.deputyNone")}
      />
    </Dialog>
  );
}
