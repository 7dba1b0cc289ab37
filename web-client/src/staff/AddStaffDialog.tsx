import { roles } from "@tsunagi/contracts/codes/roles";
import { useWorkplace } from "../app/services.ts";
import { useText } from "../i18n/text.ts";
import { useOptions } from "../i18n/useOptions.ts";
import { Button } from "../kit/Button.tsx";
import { Select } from "../kit/Choice.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import { Pair } from "../kit/Page.tsx";
import { TextField } from "../kit/TextField.tsx";
import { FormProblems, useBinding } from "../kit/useForm.tsx";
import { useViewModel } from "../kit/useViewModel.ts";
import { addStaffForm, type FreshAccount } from "./addStaff.model.ts";
import { administeredBy } from "./administered.ts";

export interface AddStaffDialogProps {
  readonly organisationId: string;
  readonly onAdded: (account: FreshAccount) => void;
  readonly onClose: () => void;
}

/** A new account: name, login name, profession. */
export function AddStaffDialog({ organisationId, onAdded, onClose }: AddStaffDialogProps) {
  const { t } = useText();
  const { hub, session } = useWorkplace();
  const options = useOptions();
  const [form, actions] = useViewModel(() =>
    addStaffForm(async (body, signal) =>
      onAdded(await hub.call("createStaff", { params: { organisationId }, body, signal })),
    ),
  );
  const bind = useBinding(form, actions.set);
  const { everywhere } = administeredBy(session);
  return (
    <Dialog
      title={t("staff.addTitle")}
      onClose={onClose}
      locked={form.busy}
      onSubmit={() => void actions.submit()}
      actions={
        <>
          <Button onClick={onClose} disabled={form.busy}>
            {t("common.cancel")}
          </Button>
          <Button type="submit" variant="primary" busy={form.busy && t("staff.adding")}>
            {t("staff.add")}
          </Button>
        </>
      }
    >
      <FormProblems form={form} />
      <Pair>
        <TextField {...bind("familyName")} label={t("people.familyName")} required autoComplete="off" />
        <TextField {...bind("givenName")} label={t("people.givenName")} required autoComplete="off" />
      </Pair>
      <Pair>
        <TextField {...bind("familyKana")} label={t("people.familyKana")} required autoComplete="off" />
        <TextField {...bind("givenKana")} label={t("people.givenKana")} required autoComplete="off" />
      </Pair>
      <TextField
        {...bind("loginName")}
        label={t("staff.loginName")}
        hint={t("staff.loginNameHint")}
        required
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        inputMode="email"
      />
      <Select
        {...bind("role")}
        label={t("staff.role")}
        options={options(roles).filter(({ value }) => everywhere || value !== "networkAdmin")}
        empty={t("common.choose")}
        required
      />
    </Dialog>
  );
}
