import { type Role, roles } from "@tsunagi/contracts/codes/roles";
import type { StaffMemberView } from "@tsunagi/contracts/rest/staff";
import { useState } from "react";
import { useWorkplace } from "../app/services.ts";
import { useText } from "../i18n/text.ts";
import { useOptions } from "../i18n/useOptions.ts";
import { Button } from "../kit/Button.tsx";
import { Select } from "../kit/Choice.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import { Form } from "../kit/form.ts";
import { FormProblems, useBinding } from "../kit/useForm.tsx";
import { useViewModel } from "../kit/useViewModel.ts";
import { administeredBy } from "./administered.ts";
import { ColleagueSearchView } from "./ColleagueSearch.view.tsx";
import { useColleagueSearch } from "./useColleagueSearch.ts";

export interface MembershipDialogProps {
  readonly organisationId: string;
  /** Whose role it will be; looked for when left out. */
  readonly member?: { readonly id: string; readonly name: string };
  readonly onAdded: (member: StaffMemberView) => void;
  readonly onClose: () => void;
}

/** Gives somebody who has an account a role at this organisation. */
export function MembershipDialog({ organisationId, member, onAdded, onClose }: MembershipDialogProps) {
  const { t } = useText();
  const { hub, session } = useWorkplace();
  const options = useOptions();
  const [chosen, setChosen] = useState(member);
  const [form, actions] = useViewModel(
    () =>
      new Form<{ readonly staffId: string; readonly role: Role | "" }>({
        initial: { staffId: member?.id ?? "", role: "" },
        check: ({ role }) => (role === "" ? { role: "fields.choose" } : {}),
        submit: async ({ staffId, role }, signal) => {
          const body = { staffId, role: roles.schema.parse(role) };
          onAdded(await hub.call("addMembership", { params: { organisationId }, body, signal }));
        },
      }),
  );
  const bind = useBinding(form, actions.set);
  const { everywhere } = administeredBy(session);
  const choose = (id: string, name: string) => {
    setChosen({ id, name });
    actions.set({ staffId: id });
  };
  if (!chosen) return <ChooseColleague onChoose={choose} onClose={onClose} />;
  return (
    <Dialog
      narrow
      title={t("staff.addMembershipTitle")}
      onClose={onClose}
      locked={form.busy}
      onSubmit={() => void actions.submit()}
      actions={
        <>
          <Button onClick={onClose} disabled={form.busy}>
            {t("common.cancel")}
          </Button>
          <Button type="submit" variant="primary" busy={form.busy && t("staff.adding2")}>
            {t("staff.addMembership")}
          </Button>
        </>
      }
    >
      <p>{chosen.name}</p>
      <FormProblems form={form} />
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

function ChooseColleague({ onChoose, onClose }: { onChoose: (id: string, name: string) => void; onClose: () => void }) {
  const { t } = useText();
  const [search, searching] = useColleagueSearch({ professionalsOnly: false });
  return (
    <Dialog title={t("staff.addMembershipOther")} onClose={onClose}>
      <p>{t("staff.addMembershipOtherHint")}</p>
      <ColleagueSearchView
        search={search}
        onChange={searching.set}
        action={({ colleague }) => {
          const name = `${colleague.familyName} ${colleague.givenName}`;
          return (
            <Button
              size="small"
              aria-label={`${name} ${t("staff.addMembership")}`}
              onClick={() => onChoose(colleague.staffId, name)}
            >
              {t("staff.addMembership")}
            </Button>
          );
        }}
      />
    </Dialog>
  );
}
