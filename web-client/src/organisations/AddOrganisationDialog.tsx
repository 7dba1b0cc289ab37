import { municipalities } from "@tsunagi/contracts/codes/municipalities";
import { organisationKinds } from "@tsunagi/contracts/codes/organisationKinds";
import { type OrganisationView, organisationInput } from "@tsunagi/contracts/rest/organisations";
import { useWorkplace } from "../app/services.ts";
import { useText } from "../i18n/text.ts";
import { useOptions } from "../i18n/useOptions.ts";
import { Button } from "../kit/Button.tsx";
import { Select } from "../kit/Choice.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import { Form, problemsBy } from "../kit/form.ts";
import { TextField } from "../kit/TextField.tsx";
import { FormProblems, useBinding } from "../kit/useForm.tsx";
import { useViewModel } from "../kit/useViewModel.ts";

const EMPTY = { name: "", nameKana: "", kind: "", municipality: "", address: "", phone: "" } as const;
type Values = { readonly [Field in keyof typeof EMPTY]: string };

const candidate = ({ nameKana, ...values }: Values) => ({ ...values, ...(nameKana.trim() ? { nameKana } : {}) });

export interface AddOrganisationDialogProps {
  readonly onAdded: (organisation: OrganisationView) => void;
  readonly onClose: () => void;
}

/** An organisation that is in no open-data file. */
export function AddOrganisationDialog({ onAdded, onClose }: AddOrganisationDialogProps) {
  const { t } = useText();
  const { hub } = useWorkplace();
  const options = useOptions();
  const [form, actions] = useViewModel(
    () =>
      new Form<Values>({
        initial: EMPTY,
        check: (values) => problemsBy(organisationInput, candidate(values), { municipality: "fields.choose" }),
        submit: async (values, signal) => {
          const body = organisationInput.parse(candidate(values));
          onAdded(await hub.call("createOrganisation", { body, signal }));
        },
      }),
  );
  const bind = useBinding(form, actions.set);
  return (
    <Dialog
      title={t("organisations.addTitle")}
      onClose={onClose}
      locked={form.busy}
      onSubmit={() => void actions.submit()}
      actions={
        <>
          <Button onClick={onClose} disabled={form.busy}>
            {t("common.cancel")}
          </Button>
          <Button type="submit" variant="primary" busy={form.busy && t("organisations.adding")}>
            {t("organisations.add")}
          </Button>
        </>
      }
    >
      <FormProblems form={form} />
      <TextField {...bind("name")} label={t("organisations.name")} required autoComplete="off" />
      <TextField {...bind("nameKana")} label={t("organisations.nameKana")} autoComplete="off" />
      <Select
        {...bind("kind")}
        label={t("organisations.kind")}
        options={options(organisationKinds)}
        empty={t("common.choose")}
        required
      />
      <Select
        {...bind("municipality")}
        label={t("organisations.municipality")}
        options={options(municipalities)}
        empty={t("common.choose")}
        required
      />
      <TextField {...bind("address")} label={t("organisations.address")} autoComplete="off" />
      <TextField {...bind("phone")} label={t("organisations.phone")} type="tel" autoComplete="off" />
    </Dialog>
  );
}
