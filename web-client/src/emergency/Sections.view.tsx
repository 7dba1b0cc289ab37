import { type CardItem, type CardSection, cardItems, cardSections } from "@tsunagi/contracts/codes/emergency";
import { type ItemSpec, itemsOf } from "@tsunagi/contracts/emergencyCard";
import type { EmergencyCardView } from "@tsunagi/contracts/rest/emergency";
import { Check, ChevronDown, CircleHelp } from "lucide-react";
import { useState } from "react";
import { useWorkplace } from "../app/services.ts";
import { type Failure, failureOf } from "../hub/failure.ts";
import { formatDate } from "../i18n/dates.ts";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import { Card, Facts } from "../kit/Card.tsx";
import { FailureBanner } from "../kit/FailureBanner.tsx";
import { useToasts } from "../kit/ToastHost.tsx";
import { AnswerText } from "./AnswerText.tsx";
import { itemOf } from "./card.ts";
import styles from "./emergency.module.css";
import { VersionsDialog } from "./VersionsDialog.tsx";

/** What the first view does not show whole: every section, folded. */
const FOLDED = ["medications", "contacts", "doctors", "care", "disability", "evacuation"] as const;

export function Details({ card }: { card: EmergencyCardView }) {
  const { t, language } = useText();
  return (
    <Card title={t("emergency.rest")}>
      {FOLDED.map((section) => (
        <details key={section} className={styles["section"]}>
          <summary className={styles["summary"]}>
            <ChevronDown className={styles["chevron"]} size={20} aria-hidden />
            {cardSections.label(section, language)}
          </summary>
          <div className={styles["inside"]}>
            <Facts
              facts={itemsOf(section).map(([item, spec]) => ({
                label: cardItems.label(item, language),
                value: <Value card={card} section={section} item={item} spec={spec} />,
              }))}
            />
          </div>
        </details>
      ))}
    </Card>
  );
}

interface ValueProps {
  readonly card: EmergencyCardView;
  readonly section: CardSection;
  readonly item: CardItem;
  readonly spec: ItemSpec;
}

function Value({ card, section, item, spec }: ValueProps) {
  const { t } = useText();
  const { state, entries } = itemOf(card, section, item);
  return state === "blank" ? t("emergency.blank") : <AnswerText answer={{ state, entries }} spec={spec} />;
}

interface SectionListProps {
  readonly card: EmergencyCardView;
  readonly onChanged: (card: EmergencyCardView) => void;
}

/** Who confirmed which section when; one tap confirms it. */
export function SectionList({ card, onChanged }: SectionListProps) {
  const { t, language } = useText();
  const { hub } = useWorkplace();
  const toasts = useToasts();
  const [busy, setBusy] = useState<CardSection>();
  const [failure, setFailure] = useState<Failure>();
  const [history, setHistory] = useState<CardSection>();
  const personId = card.person.id;
  const confirm = async (section: CardSection, version: number) => {
    setBusy(section);
    setFailure(undefined);
    try {
      onChanged(await hub.call("confirmCard", { params: { personId }, body: { versions: { [section]: version } } }));
      toasts.show({ text: t("emergency.confirmedNow", { section: cardSections.label(section, language) }) });
    } catch (error) {
      setFailure(failureOf(error));
    } finally {
      setBusy(undefined);
    }
  };
  return (
    <Card title={t("emergency.sections")}>
      {failure && <FailureBanner failure={failure} />}
      <div>
        {cardSections.codes.map((section) => {
          const saved = card.sections[section];
          const label = cardSections.label(section, language);
          return (
            <div key={section} className={styles["row"]}>
              <div className={styles["rowText"]}>
                <p className={styles["entryTitle"]}>{label}</p>
                <Confirmation saved={saved} />
              </div>
              {saved && (
                <div className={styles["actions"]}>
                  <Button
                    size="small"
                    aria-label={t("emergency.versionOf", { section: label })}
                    onClick={() => setHistory(section)}
                  >
                    {t("emergency.versions")}
                  </Button>
                  {card.may.edit && (
                    <Button
                      size="small"
                      icon={Check}
                      aria-label={`${label} ${t("emergency.confirm")}`}
                      busy={busy === section && t("emergency.confirming")}
                      onClick={() => void confirm(section, saved.version)}
                    >
                      {t("emergency.confirm")}
                    </Button>
                  )}
                </div>
              )}
            </div>
          );
        })}
      </div>
      {history && <VersionsDialog personId={personId} section={history} onClose={() => setHistory(undefined)} />}
    </Card>
  );
}

function Confirmation({ saved }: { saved: EmergencyCardView["sections"][CardSection] }) {
  const { t, language } = useText();
  if (!saved) return <p className={styles["note"]}>{t("emergency.blank")}</p>;
  const { confirmed, savedAt, savedBy, source } = saved;
  const Icon = confirmed ? Check : CircleHelp;
  return (
    <p className={styles["rest"]}>
      <Icon size={18} aria-hidden />
      <span>
        {confirmed
          ? t("emergency.sectionConfirmed", { date: formatDate(confirmed.at, language), name: confirmed.by.name })
          : t("emergency.sectionUnconfirmed", { date: formatDate(savedAt, language), name: savedBy.name })}
        {source && `　${t("handover.importedFrom", { name: source.madeBy })}`}
      </span>
    </p>
  );
}
