import { type HandoverForm, handoverFileName } from "@tsunagi/contracts/codes/handover";
import type { EmergencyCardView } from "@tsunagi/contracts/rest/emergency";
import { Braces, CreditCard, ExternalLink, FileDown, type LucideIcon, Printer } from "lucide-react";
import { useState } from "react";
import { useWorkplace } from "../app/services.ts";
import { dayOf } from "../i18n/dates.ts";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import { Card } from "../kit/Card.tsx";
import { FailureBanner } from "../kit/FailureBanner.tsx";
import { useToasts } from "../kit/ToastHost.tsx";
import { useAct } from "../kit/useAct.ts";
import { saveFile } from "../timeline/saveFile.ts";
import styles from "./handover.module.css";
import { ImportButton } from "./ImportButton.tsx";

const FILES: readonly { readonly form: HandoverForm; readonly icon: LucideIcon }[] = [
  { form: "a4", icon: Printer },
  { form: "wallet", icon: CreditCard },
  { form: "html", icon: FileDown },
  { form: "fhir", icon: Braces },
];

interface HandoverCardProps {
  readonly card: EmergencyCardView;
  readonly onChanged: (card: EmergencyCardView) => void;
}

/** The card on paper, as a page or as a file: one button a form, each with what it is good for. */
export function HandoverCard({ card, onChanged }: HandoverCardProps) {
  const personId = card.person.id;
  const { t } = useText();
  const { hub } = useWorkplace();
  const toasts = useToasts();
  const [making, setMaking] = useState<HandoverForm>();
  const { failure, act } = useAct();
  const make = async (form: HandoverForm) => {
    setMaking(form);
    await act(async () => {
      const name = handoverFileName(form, dayOf(Date.now()));
      saveFile(await hub.file("handOverCard", { params: { personId }, body: { form } }), name);
      toasts.show({ text: t("handover.made", { name }) });
    });
    setMaking(undefined);
  };
  return (
    <Card title={t("handover.title")}>
      <p className={styles["hint"]}>{t("handover.hint")}</p>
      {failure && <FailureBanner failure={failure} />}
      <ul className={styles["choices"]}>
        {FILES.map(({ form, icon }) => (
          <li key={form} className={styles["choice"]}>
            <Button
              wide
              icon={icon}
              busy={making === form && t("handover.making")}
              disabled={making !== undefined && making !== form}
              aria-describedby={`handover-${form}`}
              onClick={() => void make(form)}
            >
              {t(`handover.${form}`)}
            </Button>
            <span id={`handover-${form}`} className={styles["hint"]}>
              {t(`handover.${form}Hint`)}
            </span>
          </li>
        ))}
        <li className={styles["choice"]}>
          <a
            className={styles["page"]}
            href={`/api/people/${personId}/card/page`}
            target="_blank"
            rel="noopener"
            aria-describedby="handover-page"
          >
            <ExternalLink size={20} aria-hidden />
            {t("handover.page")}
          </a>
          <span id="handover-page" className={styles["hint"]}>
            {t("handover.pageHint")}
          </span>
        </li>
        {card.may.edit && (
          <li className={styles["choice"]}>
            <ImportButton personId={personId} onTaken={onChanged} />
            <span className={styles["hint"]}>{t("handover.importHint")}</span>
          </li>
        )}
      </ul>
    </Card>
  );
}
