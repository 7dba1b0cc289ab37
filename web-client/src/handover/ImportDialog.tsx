import { cardItems } from "@tsunagi/contracts/codes/emergency";
import { leftOutReasons } from "@tsunagi/contracts/codes/handover";
import { type ItemSpec, specOf } from "@tsunagi/contracts/emergencyCard";
import type { EmergencyCardView } from "@tsunagi/contracts/rest/emergency";
import type { ImportPreview } from "@tsunagi/contracts/rest/handover";
import { FileUp } from "lucide-react";
import { useRef } from "react";
import { useWorkplace } from "../app/services.ts";
import { AnswerText } from "../emergency/AnswerText.tsx";
import type { Answered } from "../emergency/card.ts";
import { formatDate } from "../i18n/dates.ts";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import { Card, Facts } from "../kit/Card.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import { FailureBanner } from "../kit/FailureBanner.tsx";
import { Banner } from "../kit/State.tsx";
import { useToasts } from "../kit/ToastHost.tsx";
import { useViewModel } from "../kit/useViewModel.ts";
import styles from "./handover.module.css";
import { ImportModel } from "./import.model.ts";

interface ImportDialogProps {
  readonly personId: string;
  readonly onTaken: (card: EmergencyCardView) => void;
  readonly onClose: () => void;
}

/** Chooses a file, shows how it differs from the card, and takes over what somebody ticks. */
export function ImportDialog({ personId, onTaken, onClose }: ImportDialogProps) {
  const { t } = useText();
  const { hub } = useWorkplace();
  const toasts = useToasts();
  const file = useRef<HTMLInputElement>(null);
  const [{ state, preview, chosen, failure }, model] = useViewModel(() => new ImportModel({ hub, personId }));
  const take = async () => {
    const count = chosen.length;
    const card = await model.take();
    if (!card) return;
    toasts.show({ text: t("handover.importTaken", { count }) });
    onTaken(card);
  };
  const taking = preview && preview.differences.length > 0 && (
    <Button
      variant="primary"
      disabled={chosen.length === 0}
      busy={state === "taking" && t("handover.importTaking")}
      onClick={() => void take()}
    >
      {t("handover.importTake", { count: chosen.length })}
    </Button>
  );
  return (
    <Dialog title={t("handover.import")} onClose={onClose} locked={state === "taking"} actions={taking}>
      <div className={styles["import"]}>
        <p>{t("handover.importHint")}</p>
        <Button
          icon={FileUp}
          busy={state === "reading" && t("handover.importReading")}
          onClick={() => file.current?.click()}
        >
          {t("handover.importChoose")}
        </Button>
        <input
          ref={file}
          type="file"
          hidden
          accept=".json,application/json,application/fhir+json"
          aria-label={t("handover.importChoose")}
          onChange={(event) => {
            const [picked] = [...(event.target.files ?? [])];
            event.target.value = ""; // the same file may be chosen again
            if (picked) void model.read(picked);
          }}
        />
        {failure && <FailureBanner failure={failure} />}
        {preview && <Compared preview={preview} chosen={chosen} onChoose={model.choose} />}
      </div>
    </Dialog>
  );
}

interface ComparedProps {
  readonly preview: ImportPreview;
  readonly chosen: readonly string[];
  readonly onChoose: ImportModel["choose"];
}

function Compared({ preview, chosen, onChoose }: ComparedProps) {
  const { t, language } = useText();
  const { source, patient, samePerson, differences, leftOut } = preview;
  const dayOf = (date: string) => (Number.isNaN(Date.parse(date)) ? date : formatDate(date, language));
  return (
    <>
      <p>
        {t("handover.importWhom", { name: patient.name, birthDate: dayOf(patient.birthDate) })}
        <br />
        {t("handover.importFrom", { name: source.madeBy, date: dayOf(source.madeAt) })}
      </p>
      {!samePerson && (
        <Banner tone="danger" live>
          {t("handover.importOther")}
        </Banner>
      )}
      {differences.length === 0 ? (
        <Banner live>{t("handover.importSame")}</Banner>
      ) : (
        <p>{t("handover.importReview")}</p>
      )}
      {differences.map((difference) => {
        const { section, item, now, offered } = difference;
        const spec = specOf(section, item);
        return (
          <div key={item} className={styles["difference"]}>
            <label className={styles["tick"]}>
              <input
                type="checkbox"
                checked={chosen.includes(item)}
                onChange={(event) => onChoose(item, event.target.checked)}
              />
              {cardItems.label(item, language)}
            </label>
            <Facts
              facts={[
                { label: t("handover.importNow"), value: <Said answer={now} spec={spec} /> },
                { label: t("handover.importNew"), value: <Said answer={offered} spec={spec} /> },
              ]}
            />
          </div>
        );
      })}
      {leftOut.length > 0 && (
        <Card title={t("handover.importLeft", { count: leftOut.length })}>
          {leftOut.map(({ what, why }) => (
            <p key={`${what} ${why}`}>
              {what}
              <br />
              <span className={styles["hint"]}>{leftOutReasons.label(why, language)}</span>
            </p>
          ))}
        </Card>
      )}
    </>
  );
}

function Said({ answer, spec }: { answer: ImportPreview["differences"][number]["now"]; spec: ItemSpec }) {
  const { t } = useText();
  return answer.state === "blank" ? t("emergency.blank") : <AnswerText answer={answer as Answered} spec={spec} />;
}
