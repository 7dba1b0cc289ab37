import { type CardItem, type CardSection, cardItems, cardSections } from "@tsunagi/contracts/codes/emergency";
import { itemsOf, type Medication } from "@tsunagi/contracts/emergencyCard";
import type { EmergencyCardView } from "@tsunagi/contracts/rest/emergency";
import { ChevronDown, QrCode } from "lucide-react";
import { lazy, Suspense, useRef, useState } from "react";
import { useWorkplace } from "../app/services.ts";
import { isProblem } from "../hub/errors.ts";
import { useText } from "../i18n/text.ts";
import { Badge } from "../kit/Badge.tsx";
import { Button } from "../kit/Button.tsx";
import { Switch } from "../kit/Choice.tsx";
import { Form, type FormSnapshot } from "../kit/form.ts";
import { useTopOfPage } from "../kit/Page.tsx";
import { Busy } from "../kit/State.tsx";
import { useToasts } from "../kit/ToastHost.tsx";
import { FormProblems, FormShell } from "../kit/useForm.tsx";
import { useViewModel } from "../kit/useViewModel.ts";
import type { Answered } from "./card.ts";
import { type CardValues, changedSections, changesOf, checkCard, valuesOf, versionsIn } from "./cardForm.ts";
import styles from "./emergency.module.css";
import { ItemFields } from "./ItemFields.tsx";
import { merge } from "./jahis/merge.ts";

const ScanDialog = lazy(async () => ({ default: (await import("./ScanDialog.tsx")).ScanDialog }));

interface CardFormProps {
  readonly card: EmergencyCardView;
  readonly onSaved: (card: EmergencyCardView) => void;
  readonly onCancel: () => void;
}

/** The whole card as one long form, its sections folded: quick to copy from paper, on a phone too. */
export function CardForm({ card, onSaved, onCancel }: CardFormProps) {
  const { t } = useText();
  const { hub } = useWorkplace();
  const toasts = useToasts();
  const personId = card.person.id;
  const [initial] = useState(() => valuesOf(card));
  const versions = useRef(versionsIn(card));
  const confirm = useRef(false);
  const [confirms, setConfirms] = useState(false);
  const [scanning, setScanning] = useState(false);
  useTopOfPage();
  const [form, actions] = useViewModel(
    () =>
      new Form<CardValues>({
        initial,
        check: (values) => checkCard(initial, values),
        submit: async (values, signal) => {
          const body = { changes: changesOf(initial, values), versions: versions.current, confirm: confirm.current };
          if (Object.keys(body.changes).length === 0) {
            toasts.show({ text: t("emergency.nothingChanged") });
            return onCancel();
          }
          try {
            const next = await hub.call("saveCard", { params: { personId }, body, signal });
            toasts.show({ text: t("emergency.saved") });
            onSaved(next);
          } catch (error) {
            // what is new stands on the card; what was typed stays, and the next attempt is made knowingly
            if (isProblem(error, "cardChanged"))
              versions.current = versionsIn(await hub.call("readCard", { params: { personId }, signal }));
            throw error;
          }
        },
      }),
  );
  const set = (item: CardItem, answer: Answered) => actions.set({ [item]: answer } as Partial<CardValues>);
  const medications = (form.values.medications.entries ?? []) as readonly Medication[];
  const take = (chosen: readonly Medication[]) => {
    set("medications", { state: "known", entries: merge(medications, chosen) });
    setScanning(false);
  };
  return (
    <>
      <FormShell onSubmit={() => void actions.submit()}>
        <p>{t("emergency.formHint")}</p>
        <FormProblems form={form} />
        {cardSections.codes.map((section) => (
          <SectionFields
            key={section}
            section={section}
            form={form}
            changed={changedSections(initial, form.values).includes(section)}
            onSet={set}
            onScan={() => setScanning(true)}
          />
        ))}
        <Switch
          label={t("emergency.confirmOnSave")}
          checked={confirms}
          onChange={(on) => {
            confirm.current = on;
            setConfirms(on);
          }}
        />
        <div className={styles["save"]}>
          <Button onClick={onCancel} disabled={form.busy}>
            {t("common.cancel")}
          </Button>
          <Button type="submit" variant="primary" busy={form.busy && t("common.saving")}>
            {t("common.save")}
          </Button>
        </div>
      </FormShell>
      {scanning && (
        <Suspense fallback={<Busy>{t("common.loading")}</Busy>}>
          <ScanDialog person={card.person} known={medications} onTake={take} onClose={() => setScanning(false)} />
        </Suspense>
      )}
    </>
  );
}

interface SectionFieldsProps {
  readonly section: CardSection;
  readonly form: FormSnapshot<CardValues>;
  readonly changed: boolean;
  readonly onSet: (item: CardItem, answer: Answered) => void;
  readonly onScan: () => void;
}

/** One section, folded until it is opened; one with a mark in it opens itself. */
function SectionFields({ section, form, changed, onSet, onScan }: SectionFieldsProps) {
  const { t, language } = useText();
  const [open, setOpen] = useState(false);
  const items = itemsOf(section);
  const marked = Object.keys(form.problems).some((path) => items.some(([item]) => path.startsWith(`${item}.`)));
  const filled = items.some(([item]) => form.values[item].state !== "unknown");
  return (
    <details
      className={styles["section"]}
      open={open || marked}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary className={styles["summary"]}>
        <ChevronDown className={styles["chevron"]} size={20} aria-hidden />
        <span className={styles["summaryText"]}>{cardSections.label(section, language)}</span>
        {filled && <Badge tone={changed ? "primary" : "neutral"}>{t("emergency.filled")}</Badge>}
      </summary>
      <div className={styles["inside"]}>
        {section === "medications" && (
          <Button icon={QrCode} onClick={onScan}>
            {t("emergency.scan")}
          </Button>
        )}
        {items.map(([item, spec]) => (
          <ItemFields
            key={item}
            item={item}
            label={cardItems.label(item, language)}
            spec={spec}
            answer={form.values[item]}
            problems={form.problems}
            onChange={(answer) => onSet(item, answer)}
          />
        ))}
      </div>
    </details>
  );
}
