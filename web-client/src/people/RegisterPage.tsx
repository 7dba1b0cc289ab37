import type { PersonSummary, PersonView } from "@tsunagi/contracts/rest/people";
import { useState } from "react";
import { useLocation } from "wouter";
import { useWorkplace } from "../app/services.ts";
import { ConsentFields } from "../consent/ConsentFields.tsx";
import { DocumentField } from "../consent/DocumentField.tsx";
import { useConsentEntry } from "../consent/useConsentEntry.ts";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import { Card } from "../kit/Card.tsx";
import { Page, useDocumentTitle, useTopOfPage } from "../kit/Page.tsx";
import { Banner } from "../kit/State.tsx";
import { useToasts } from "../kit/ToastHost.tsx";
import { FormProblems, FormShell } from "../kit/useForm.tsx";
import { useViewModel } from "../kit/useViewModel.ts";
import { PersonFields } from "./PersonFields.tsx";
import styles from "./people.module.css";
import { RegisterForm } from "./register.model.ts";
import { SimilarDialog } from "./SimilarDialog.tsx";

/** Registering a person and their consent, one after the other. */
export function RegisterPage() {
  const { t } = useText();
  const [person, setPerson] = useState<PersonView>();
  useDocumentTitle(t("people.registerTitle"));
  return (
    <Page title={person ? t("people.consentStepTitle") : t("people.registerTitle")} back="/people" narrow>
      {person ? <ConsentStep person={person} /> : <PersonStep onRegistered={setPerson} />}
    </Page>
  );
}

function PersonStep({ onRegistered }: { onRegistered: (person: PersonView) => void }) {
  const { t } = useText();
  const { hub } = useWorkplace();
  const [similar, setSimilar] = useState<readonly PersonSummary[]>([]);
  const [form, actions] = useViewModel(
    () =>
      new RegisterForm({
        register: (person, registerAnyway, signal) =>
          hub.call("registerPerson", { body: { person, registerAnyway }, signal }),
        onRegistered,
        onSimilar: setSimilar,
      }),
  );
  return (
    <FormShell onSubmit={() => void actions.submit()}>
      <FormProblems form={form} />
      <PersonFields form={form} onChange={actions.set} />
      <div className={styles["formActions"]}>
        <Button type="submit" variant="primary" busy={form.busy && t("people.registering")}>
          {t("people.registerNext")}
        </Button>
      </div>
      {similar.length > 0 && (
        <SimilarDialog
          candidates={similar}
          busy={form.busy}
          onRegisterAnyway={() => void actions.registerAnyway()}
          onClose={() => setSimilar([])}
        />
      )}
    </FormShell>
  );
}

function ConsentStep({ person }: { person: PersonView }) {
  const { t } = useText();
  const toasts = useToasts();
  const [, navigate] = useLocation();
  const { form, actions, document, documents } = useConsentEntry(person.id, [], () => {
    toasts.show({ text: t("consent.recorded") });
    navigate(`/people/${person.id}/team`, { replace: true });
  });
  useTopOfPage();
  const name = `${person.familyName} ${person.givenName}`;
  const busy = document.uploading ? t("consent.documentUploading") : form.busy && t("consent.recording");
  return (
    <FormShell onSubmit={() => void actions.submit()}>
      <Banner tone="success" live>
        {t("people.consentStepText", { name })}
      </Banner>
      <FormProblems form={form} />
      <Card title={t("consent.title")}>
        <ConsentFields form={form} onChange={actions.set} />
        <DocumentField
          document={document}
          onChoose={(file) => void documents.choose(file)}
          onRemove={documents.remove}
        />
      </Card>
      <div className={styles["formActions"]}>
        <Button onClick={() => navigate(`/people/${person.id}`, { replace: true })}>{t("people.consentLater")}</Button>
        <Button type="submit" variant="primary" busy={busy}>
          {t("consent.record")}
        </Button>
      </div>
    </FormShell>
  );
}
