import type { ConsiderationSheet } from "@tsunagi/contracts/rest/negotiation";
import { useWorkplace } from "../app/services.ts";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import { CheckboxGroup, Switch } from "../kit/Choice.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import { Form } from "../kit/form.ts";
import { TextArea } from "../kit/TextField.tsx";
import { FormProblems, useBinding } from "../kit/useForm.tsx";
import { useViewModel } from "../kit/useViewModel.ts";
import type { AskerDialogProps } from "./asker.ts";
import { SECTIONS } from "./SheetCard.tsx";

interface Values extends ConsiderationSheet {
  readonly documents: readonly string[];
  readonly lookedAt: boolean;
}

/** Gives one facility more, by name: what, to whom, and that it is logged stand above the button. */
export function DiscloseDialog({ view, enquiry, level, onDone, onClose }: AskerDialogProps & { level: 1 | 2 }) {
  const { t } = useText();
  const { hub } = useWorkplace();
  const [form, actions] = useViewModel(
    () =>
      new Form<Values>({
        initial: { ...view.consideration, documents: [], lookedAt: false },
        fieldOf: (path) => path.replace(/^consideration\./, ""),
        submit: async ({ documents, lookedAt, ...consideration }, signal) => {
          const body = {
            level,
            consideration,
            documents: [...documents],
            confirmed: true as const,
            textLookedAt: lookedAt,
            version: enquiry.version,
          };
          onDone(await hub.call("disclose", { params: { enquiryId: enquiry.id }, body, signal }));
        },
      }),
  );
  const bind = useBinding(form, actions.set);
  const documents = view.documents.filter((document) => document.approvedBy !== null && document.level <= level);
  const refused = form.failure?.kind === "problem" && form.failure.problem.code === "identifyingText";
  const { name } = enquiry.facility;
  return (
    <Dialog
      title={t(level === 2 ? "negotiation.disclose2Title" : "negotiation.disclose1Title")}
      onClose={onClose}
      onSubmit={() => void actions.submit()}
      locked={form.busy}
      actions={
        <>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button type="submit" variant="primary" busy={form.busy && t("negotiation.disclosing")}>
            {t("negotiation.discloseDo")}
          </Button>
        </>
      }
    >
      <FormProblems form={form} />
      <p>{t(level === 2 ? "negotiation.disclose2Text" : "negotiation.disclose1Text", { name })}</p>
      {SECTIONS.map((section) => (
        <TextArea key={section} {...bind(section)} label={t(`negotiation.${section}`)} rows={2} maxLength={2000} />
      ))}
      {documents.length > 0 && (
        <CheckboxGroup
          label={t("negotiation.documents")}
          values={form.values.documents}
          onChange={(chosen) => actions.set({ documents: chosen })}
          options={documents.map(({ id, title }) => ({ value: id as string, label: title }))}
          stacked
        />
      )}
      {refused && (
        <Switch
          label={t("negotiation.lookedAt")}
          checked={form.values.lookedAt}
          onChange={(lookedAt) => actions.set({ lookedAt })}
        />
      )}
    </Dialog>
  );
}
