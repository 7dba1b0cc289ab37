import { townOf } from "@tsunagi/contracts/codes/municipalities";
import type { OrganisationId } from "@tsunagi/contracts/ids";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import { Card } from "../kit/Card.tsx";
import { Form } from "../kit/form.ts";
import { List, Row } from "../kit/List.tsx";
import { Inline, Stack, useTopOfPage } from "../kit/Page.tsx";
import { FormProblems } from "../kit/useForm.tsx";
import { useViewModel } from "../kit/useViewModel.ts";

export interface Preview {
  readonly total: number;
  readonly withoutRoom: number;
  readonly organisations: readonly {
    readonly id: OrganisationId;
    readonly name: string;
    readonly municipality: string;
  }[];
}

interface AudienceStepProps {
  readonly title: string;
  readonly preview: Preview;
  readonly onSend: () => Promise<void>;
  readonly onMend: () => void;
}

/** Who will get it, before it goes. */
export function AudienceStep({ title, preview, onSend, onMend }: AudienceStepProps) {
  const { t, language } = useText();
  const { total, withoutRoom, organisations } = preview;
  const [form, actions] = useViewModel(() => new Form({ initial: {}, submit: onSend }));
  useTopOfPage();
  const heading = t("bulletins.reaches", { count: total });
  return (
    <Stack>
      <FormProblems form={form} />
      <Card title={heading}>
        <p>{title}</p>
        {withoutRoom > 0 && <p>{t("bulletins.withoutRoom", { count: withoutRoom })}</p>}
        {organisations.length < total && <p>{t("bulletins.someNamed", { count: organisations.length })}</p>}
        <List label={heading}>
          {organisations.map(({ id, name, municipality }) => (
            <Row key={id} title={name} subtitle={townOf(municipality, language)} />
          ))}
        </List>
      </Card>
      <Inline>
        <Button onClick={onMend}>{t("bulletins.mend")}</Button>
        {total > 0 && (
          <Button variant="primary" busy={form.busy && t("bulletins.sending")} onClick={() => void actions.submit()}>
            {t("bulletins.send")}
          </Button>
        )}
      </Inline>
    </Stack>
  );
}
