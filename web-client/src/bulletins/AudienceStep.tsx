import type { BulletinPlanInput } from "@tsunagi/contracts/rest/bulletinPlans";
import { formatDateTime } from "../i18n/dates.ts";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import { Form } from "../kit/form.ts";
import { Inline, Stack, useTopOfPage } from "../kit/Page.tsx";
import { FormProblems } from "../kit/useForm.tsx";
import { useViewModel } from "../kit/useViewModel.ts";
import { type Audience, AudienceCard } from "./AudienceCard.tsx";

export interface Preview extends Audience {
  readonly approval: boolean;
}

interface AudienceStepProps {
  readonly input: BulletinPlanInput;
  readonly preview: Preview;
  readonly onSend: () => Promise<void>;
  readonly onMend: () => void;
}

/** Who will get it, and when, before it goes. */
export function AudienceStep({ input, preview, onSend, onMend }: AudienceStepProps) {
  const { t, language } = useText();
  const [form, actions] = useViewModel(() => new Form({ initial: {}, submit: onSend }));
  useTopOfPage();
  const { title, goesAt } = input;
  const label = preview.approval
    ? t("bulletinPlans.askApproval")
    : t(goesAt ? "bulletinPlans.schedule" : "bulletins.send");
  return (
    <Stack>
      <FormProblems form={form} />
      <AudienceCard audience={preview}>
        <p>{title}</p>
        {goesAt && <p>{t("bulletinPlans.goes", { time: formatDateTime(goesAt, language) })}</p>}
        {preview.approval && <p>{t("bulletinPlans.approvalHint")}</p>}
      </AudienceCard>
      <Inline>
        <Button onClick={onMend}>{t("bulletins.mend")}</Button>
        {preview.total > 0 && (
          <Button variant="primary" busy={form.busy && t("bulletins.sending")} onClick={() => void actions.submit()}>
            {label}
          </Button>
        )}
      </Inline>
    </Stack>
  );
}
