import { emergencyReasons, readingVerdicts } from "@tsunagi/contracts/codes/emergency";
import { roles } from "@tsunagi/contracts/codes/roles";
import type { EmergencyReadingView } from "@tsunagi/contracts/rest/breakGlass";
import { formatDateTime } from "../i18n/dates.ts";
import { useText } from "../i18n/text.ts";
import { Badge } from "../kit/Badge.tsx";
import { Button } from "../kit/Button.tsx";
import { Card } from "../kit/Card.tsx";

/** One reading: who, when, why, and what was found about it. */
export function ReadingCard({ reading, onJudge }: { reading: EmergencyReadingView; onJudge: () => void }) {
  const { t, language } = useText();
  const { reviews, mayReview, note, consented } = reading;
  const judged = reviews.length > 0;
  return (
    <Card title={`${reading.reader}（${roles.label(reading.role, language)}・${reading.organisation}）`}>
      {!judged && <Badge tone="warning">{t("breakGlass.waiting")}</Badge>}
      {!consented && <Badge tone="danger">{t("breakGlass.noConsent")}</Badge>}
      <p>{`${formatDateTime(reading.at, language)}｜${t("breakGlass.person", { code: reading.personCode })}`}</p>
      <p>{`${t("breakGlass.reason")}：${emergencyReasons.label(reading.reason, language)}`}</p>
      {note && <p>{`${t("breakGlass.note")}：${note}`}</p>}
      {judged && (
        <ul aria-label={t("breakGlass.verdicts")}>
          {reviews.map((one) => (
            <li key={one.at}>
              <Badge tone={one.verdict === "justified" ? "success" : "danger"}>
                {readingVerdicts.label(one.verdict, language)}
              </Badge>{" "}
              {`${one.note}（${one.by}・${formatDateTime(one.at, language)}）`}
            </li>
          ))}
        </ul>
      )}
      {mayReview ? (
        <Button onClick={onJudge}>{t(judged ? "breakGlass.judgeAgain" : "breakGlass.judge")}</Button>
      ) : (
        <p>{t("breakGlass.own")}</p>
      )}
    </Card>
  );
}
