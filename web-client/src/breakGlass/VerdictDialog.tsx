import { type ReadingVerdict, readingVerdicts } from "@tsunagi/contracts/codes/emergency";
import type { EmergencyReadingView } from "@tsunagi/contracts/rest/breakGlass";
import { useWorkplace } from "../app/services.ts";
import { useText } from "../i18n/text.ts";
import { useOptions } from "../i18n/useOptions.ts";
import { Button } from "../kit/Button.tsx";
import { RadioGroup } from "../kit/Choice.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import { Form } from "../kit/form.ts";
import { TextArea } from "../kit/TextField.tsx";
import { FormProblems, useBinding } from "../kit/useForm.tsx";
import { useViewModel } from "../kit/useViewModel.ts";

interface Props {
  readonly reading: EmergencyReadingView;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Justified or not, and why. An earlier verdict stays in the history. */
export function VerdictDialog({ reading, onDone, onClose }: Props) {
  const { t } = useText();
  const { hub } = useWorkplace();
  const options = useOptions();
  const [form, model] = useViewModel(
    () =>
      new Form<{ readonly verdict: ReadingVerdict | ""; readonly note: string }>({
        initial: { verdict: "", note: "" },
        check: ({ verdict, note }) => ({
          ...(verdict === "" ? { verdict: "fields.choose" as const } : {}),
          ...(note.trim() === "" ? { note: "fields.needed" as const } : {}),
        }),
        submit: async ({ verdict, note }, signal) => {
          if (verdict === "") return;
          const params = { grantId: reading.id };
          await hub.call("reviewEmergencyReading", { params, body: { verdict, note: note.trim() }, signal });
          onDone();
        },
      }),
  );
  const bind = useBinding(form, model.set);
  return (
    <Dialog
      narrow
      title={t("breakGlass.judgeTitle", { name: reading.reader })}
      onClose={onClose}
      onSubmit={() => void model.submit()}
      locked={form.busy}
      actions={
        <Button type="submit" variant="primary" busy={form.busy && t("breakGlass.judging")}>
          {t("breakGlass.judgeSave")}
        </Button>
      }
    >
      <FormProblems form={form} />
      <RadioGroup {...bind("verdict")} label={t("breakGlass.verdict")} options={options(readingVerdicts)} stacked />
      <TextArea {...bind("note")} label={t("breakGlass.verdictNote")} required />
    </Dialog>
  );
}
