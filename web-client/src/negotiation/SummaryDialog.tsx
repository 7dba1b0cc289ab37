import type { IdentifyingHit, NegotiationCaseView } from "@tsunagi/contracts/rest/negotiation";
import { useState } from "react";
import { useWorkplace } from "../app/services.ts";
import { Loader } from "../hub/loadable.ts";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import { RadioGroup } from "../kit/Choice.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import { Form } from "../kit/form.ts";
import { Loaded } from "../kit/Loaded.tsx";
import { TextArea, TextField } from "../kit/TextField.tsx";
import { FormProblems, useBinding } from "../kit/useForm.tsx";
import { useViewModel } from "../kit/useViewModel.ts";
import { HitsView } from "./HitsView.tsx";

export interface SummaryDialogProps {
  readonly view: NegotiationCaseView;
  readonly onApproved: (view: NegotiationCaseView) => void;
  readonly onClose: () => void;
}

/** A summary drafted from the records: chosen for which step, read, mended, approved. */
export function SummaryDialog(props: SummaryDialogProps) {
  const [level, setLevel] = useState<"1" | "2">("1");
  return <Draft key={level} {...props} level={level} onLevel={setLevel} />;
}

type DraftProps = SummaryDialogProps & { level: "1" | "2"; onLevel: (level: "1" | "2") => void };

function Draft(props: DraftProps) {
  const { t } = useText();
  const { hub } = useWorkplace();
  const { view, level, onLevel, onClose } = props;
  const [draft, loader] = useViewModel(
    () =>
      new Loader((signal) =>
        hub.call("draftSummary", { params: { caseId: view.id }, body: { level: level === "2" ? 2 : 1 }, signal }),
      ),
  );
  const choice = (
    <RadioGroup
      label={t("negotiation.summaryLevel")}
      value={level}
      onChange={onLevel}
      options={[
        { value: "1", label: t("negotiation.summaryLevel1") },
        { value: "2", label: t("negotiation.summaryLevel2") },
      ]}
    />
  );
  if (draft.value) return <Approve {...props} text={draft.value.text} hits={draft.value.hits} choice={choice} />;
  return (
    <Dialog title={t("negotiation.summaryTitle")} onClose={onClose}>
      {choice}
      <Loaded of={draft} onRetry={() => void loader.reload()}>
        {() => null}
      </Loaded>
    </Dialog>
  );
}

type ApproveProps = DraftProps & {
  readonly text: string;
  readonly hits: readonly IdentifyingHit[];
  readonly choice: React.ReactNode;
};

function Approve({ view, level, text, hits, choice, onApproved, onClose }: ApproveProps) {
  const { t } = useText();
  const { hub } = useWorkplace();
  const [form, actions] = useViewModel(
    () =>
      new Form({
        initial: { title: t("negotiation.summaryDefault"), text, lookedAt: false },
        submit: async ({ lookedAt, ...values }, signal) => {
          const body = { ...values, level: level === "2" ? (2 as const) : (1 as const), textLookedAt: lookedAt };
          onApproved(await hub.call("approveSummary", { params: { caseId: view.id }, body, signal }));
        },
      }),
  );
  const bind = useBinding(form, actions.set);
  const changed = form.values.text !== text;
  return (
    <Dialog
      title={t("negotiation.summaryTitle")}
      onClose={onClose}
      onSubmit={() => void actions.submit()}
      locked={form.busy}
      actions={
        <>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button type="submit" variant="primary" busy={form.busy && t("negotiation.approving")}>
            {t("negotiation.approve")}
          </Button>
        </>
      }
    >
      <p>{t("negotiation.summaryHint")}</p>
      {choice}
      <FormProblems form={form} />
      <TextField {...bind("title")} label={t("negotiation.summaryName")} maxLength={80} />
      <TextArea {...bind("text")} label={t("negotiation.words")} rows={12} maxLength={10_000} />
      <HitsView
        text={changed ? form.values.text : text}
        hits={changed ? [] : hits}
        lookedAt={form.values.lookedAt}
        onLookedAt={(lookedAt) => actions.set({ lookedAt })}
      />
    </Dialog>
  );
}
