import { answersOf, type BulletinAnswer, bulletinAnswers } from "@tsunagi/contracts/codes/bulletins";
import type { BulletinRecipient, BulletinView } from "@tsunagi/contracts/rest/bulletins";
import { useWorkplace } from "../app/services.ts";
import { formatDateTime } from "../i18n/dates.ts";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import { Card } from "../kit/Card.tsx";
import { RadioGroup } from "../kit/Choice.tsx";
import { Form } from "../kit/form.ts";
import { Inline } from "../kit/Page.tsx";
import { TextField } from "../kit/TextField.tsx";
import { useToasts } from "../kit/ToastHost.tsx";
import { FormProblems, FormShell, useBinding } from "../kit/useForm.tsx";
import { useViewModel } from "../kit/useViewModel.ts";

interface AnswerCardProps {
  readonly bulletin: BulletinView;
  readonly place: BulletinRecipient;
  readonly onAnswered: (bulletin: BulletinView) => void;
}

interface Values {
  readonly answer: BulletinAnswer | "";
  readonly count: string;
  readonly note: string;
}

/** One's facility answers; it may answer again, the newest counts. */
export function AnswerCard({ bulletin, place, onAnswered }: AnswerCardProps) {
  const { t, language } = useText();
  const { hub } = useWorkplace();
  const toasts = useToasts();
  const { organisationId, name, answeredAt, answer } = place;
  const [form, actions] = useViewModel(
    () =>
      new Form<Values>({
        initial: { answer: answer ?? "", count: place.count === null ? "" : String(place.count), note: place.note },
        check: (values) => ({
          ...(values.answer === "" ? { answer: "fields.choose" as const } : {}),
          ...(values.answer === "canAccept" && !/^\d{1,3}$/.test(values.count)
            ? { count: "fields.needed" as const }
            : {}),
        }),
        submit: async (values) => {
          if (values.answer === "") return;
          const count = values.answer === "canAccept" ? Number(values.count) : null;
          const body = { organisationId, answer: values.answer, count, note: values.note };
          onAnswered(await hub.call("answerBulletin", { params: { bulletinId: bulletin.id }, body }));
          toasts.show({ text: t("bulletins.thanks") });
        },
      }),
  );
  const bind = useBinding(form, actions.set);
  return (
    <Card title={t("bulletins.answerTitle", { name })}>
      {answer && answeredAt && (
        <p>
          {t("bulletins.answered", {
            answer: bulletinAnswers.label(answer, language),
            time: formatDateTime(answeredAt, language),
          })}
        </p>
      )}
      <FormShell onSubmit={() => void actions.submit()}>
        <FormProblems form={form} />
        <RadioGroup
          {...bind("answer")}
          label={t("bulletins.reply")}
          options={answersOf[bulletin.ask].map((value) => ({ value, label: bulletinAnswers.label(value, language) }))}
          required
        />
        {form.values.answer === "canAccept" && (
          <TextField
            {...bind("count")}
            label={t("bulletins.people")}
            inputMode="numeric"
            maxLength={3}
            required
            digits
          />
        )}
        <TextField {...bind("note")} label={t("bulletins.note")} maxLength={300} required={false} />
        <Inline>
          <Button type="submit" variant="primary" busy={form.busy && t("bulletins.working")}>
            {t("bulletins.answer")}
          </Button>
        </Inline>
      </FormShell>
    </Card>
  );
}
