import type { PersonView as Person } from "@tsunagi/contracts/rest/people";
import { Building2 } from "lucide-react";
import { useState } from "react";
import { useLocation } from "wouter";
import { useWorkplace } from "../app/services.ts";
import { givenAlong } from "../facilitySearch/givenAlong.ts";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import { Form } from "../kit/form.ts";
import { useToasts } from "../kit/ToastHost.tsx";
import { FormProblems, FormShell } from "../kit/useForm.tsx";
import { useViewModel } from "../kit/useViewModel.ts";
import { PersonView } from "./Person.view.tsx";
import { PersonFields } from "./PersonFields.tsx";
import styles from "./people.module.css";
import { checkPerson, type PersonValues, personOf, valuesOf } from "./personForm.ts";

export interface InfoTabProps {
  readonly person: Person;
  readonly onChanged: (person: Person) => void;
}

/** A person's data, and changing it. */
export function InfoTab({ person, onChanged }: InfoTabProps) {
  const { t } = useText();
  const { session } = useWorkplace();
  const toasts = useToasts();
  const [editing, setEditing] = useState(false);
  if (!editing) {
    const mayEdit = session.permissions.includes("person.update");
    return (
      <>
        <PersonView person={person} mayEdit={mayEdit} onEdit={() => setEditing(true)} />
        {session.permissions.includes("facility.search") && <FindFacilities person={person} />}
      </>
    );
  }
  const changed = (next: Person) => {
    onChanged(next);
    setEditing(false);
    toasts.show({ text: t("people.saved") });
  };
  return <EditPerson person={person} onChanged={changed} onCancel={() => setEditing(false)} />;
}

/** To the search with what it needs of the person: given along in this tab, the person themselves are not. */
function FindFacilities({ person: { municipality, careLevel } }: { person: Person }) {
  const { t } = useText();
  const [, navigate] = useLocation();
  const state = givenAlong({ municipalities: [municipality], careLevel, includeUnknown: true });
  return (
    <Button icon={Building2} wide onClick={() => navigate("/facilities", { state })}>
      {t("facilitySearch.title")}
    </Button>
  );
}

function EditPerson({ person, onChanged, onCancel }: InfoTabProps & { onCancel: () => void }) {
  const { t } = useText();
  const { hub } = useWorkplace();
  const [form, actions] = useViewModel(
    () =>
      new Form<PersonValues>({
        initial: valuesOf(person),
        check: checkPerson,
        submit: async (values, signal) =>
          onChanged(
            await hub.call("updatePerson", { params: { personId: person.id }, body: personOf(values), signal }),
          ),
      }),
  );
  return (
    <FormShell onSubmit={() => void actions.submit()}>
      <FormProblems form={form} />
      <PersonFields form={form} onChange={actions.set} />
      <div className={styles["formActions"]}>
        <Button onClick={onCancel} disabled={form.busy}>
          {t("common.cancel")}
        </Button>
        <Button type="submit" variant="primary" busy={form.busy && t("common.saving")}>
          {t("common.save")}
        </Button>
      </div>
    </FormShell>
  );
}
