import { recordKinds } from "@tsunagi/contracts/codes/recordKinds";
import type { CareRecordView } from "@tsunagi/contracts/rest/records";
import { useWorkplace } from "../app/services.ts";
import { Loader } from "../hub/loadable.ts";
import { clockInJapan } from "../i18n/dates.ts";
import { useText } from "../i18n/text.ts";
import { useOptions } from "../i18n/useOptions.ts";
import { Button } from "../kit/Button.tsx";
import { RadioGroup, Select } from "../kit/Choice.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import { TextArea, TextField } from "../kit/TextField.tsx";
import { FormProblems, useBinding } from "../kit/useForm.tsx";
import { useViewModel } from "../kit/useViewModel.ts";
import { memberName } from "../teams/memberText.ts";
import { writeForm } from "./recordForm.ts";

export interface WriteRecordDialogProps {
  readonly personId: string;
  readonly teamId: string;
  readonly onWritten: (record: CareRecordView) => void;
  readonly onClose: () => void;
}

/** Writing a record of one of the four kinds. */
export function WriteRecordDialog({ personId, teamId, onWritten, onClose }: WriteRecordDialogProps) {
  const { t } = useText();
  const { hub } = useWorkplace();
  const options = useOptions();
  const [form, actions] = useViewModel(() =>
    writeForm(async (body, signal) => onWritten(await hub.call("writeRecord", { params: { personId }, body, signal }))),
  );
  const bind = useBinding(form, actions.set);
  const when = bind("occurredAt");
  const now = clockInJapan(Date.now());
  return (
    <Dialog
      title={t("records.writeTitle")}
      onClose={onClose}
      locked={form.busy}
      onSubmit={() => void actions.submit()}
      actions={
        <>
          <Button onClick={onClose} disabled={form.busy}>
            {t("common.cancel")}
          </Button>
          <Button type="submit" variant="primary" busy={form.busy && t("records.writing")}>
            {t("records.write")}
          </Button>
        </>
      }
    >
      <FormProblems form={form} />
      <RadioGroup {...bind("kind")} label={t("records.kind")} options={options(recordKinds)} required />
      <TextArea {...bind("text")} label={t("records.text")} hint={t("records.textHint")} required rows={5} />
      <TextField {...when} value={when.value || now} label={t("records.occurredAt")} type="datetime-local" max={now} />
      <AuthorField teamId={teamId} {...bind("onBehalfOf")} />
    </Dialog>
  );
}

interface AuthorFieldProps {
  readonly teamId: string;
  readonly value: string;
  readonly onChange: (staffId: string) => void;
  readonly error: string | undefined;
}

/** Whose words they are: one's own, or those of another member of the team (代行入力). */
function AuthorField({ teamId, ...field }: AuthorFieldProps) {
  const { t } = useText();
  const { hub, session } = useWorkplace();
  const [team] = useViewModel(() => new Loader((signal) => hub.call("readTeam", { params: { teamId }, signal })));
  const others = (team.value?.members ?? []).filter(({ leftAt, staffId }) => !leftAt && staffId !== session.staffId);
  return (
    <Select
      {...field}
      label={t("records.author")}
      hint={team.failure ? t("records.authorUnavailable") : t("records.authorHint")}
      empty={t("records.authorSelf")}
      options={others.map((member) => ({ value: member.staffId as string, label: memberName(member) }))}
    />
  );
}
