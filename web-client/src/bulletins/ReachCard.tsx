import { type BulletinAsk, bulletinAnswers } from "@tsunagi/contracts/codes/bulletins";
import { townOf } from "@tsunagi/contracts/codes/municipalities";
import { roles } from "@tsunagi/contracts/codes/roles";
import type { BulletinRecipient } from "@tsunagi/contracts/rest/bulletins";
import { Download } from "lucide-react";
import { formatTime } from "../i18n/dates.ts";
import { useText } from "../i18n/text.ts";
import { Badge } from "../kit/Badge.tsx";
import { Button } from "../kit/Button.tsx";
import { Card } from "../kit/Card.tsx";
import { Inline } from "../kit/Page.tsx";
import { saveFile } from "../timeline/saveFile.ts";
import { csvOf, tallyOf } from "./bulletin.model.ts";
import styles from "./bulletins.module.css";

/** How far it has reached: in numbers, by facility, by person. */
export function ReachCard({ ask, reach }: { ask: BulletinAsk; reach: readonly BulletinRecipient[] }) {
  const { t, language } = useText();
  const { answers, ...numbers } = tallyOf(ask, reach);
  const head = [
    t("bulletins.place"),
    t("bulletins.town"),
    t("bulletins.readers"),
    t("bulletins.reply"),
    t("bulletins.people"),
    t("bulletins.note"),
  ];
  const save = () => {
    saveFile(new Blob([csvOf(reach, language, head)], { type: "text/csv" }), "tsunagi.csv");
  };
  return (
    <Card
      title={t("bulletins.reach")}
      actions={
        <Button size="small" icon={Download} onClick={save}>
          {t("bulletins.csv")}
        </Button>
      }
    >
      <p role="status">{t("bulletins.tally", numbers)}</p>
      <Inline>
        {answers.map(({ answer, facilities, people }) => (
          <Badge key={answer} tone={facilities > 0 ? "info" : "neutral"}>
            {`${bulletinAnswers.label(answer, language)} ${facilities}`}
            {people > 0 && `（${t("bulletins.count", { count: people })}）`}
          </Badge>
        ))}
      </Inline>
      <ul className={styles["reach"]} aria-label={t("bulletins.reach")}>
        {reach.map((place) => (
          <Place key={place.organisationId} place={place} asked={ask !== "nothing"} />
        ))}
      </ul>
    </Card>
  );
}

function Place({ place, asked }: { place: BulletinRecipient; asked: boolean }) {
  const { t, language } = useText();
  const { name, municipality, delivered, readers, answer, count, note, answeredFor, escalations } = place;
  return (
    <li className={styles["place"]}>
      <div>
        <strong>{name}</strong>
        <span className={styles["from"]}>{` ${townOf(municipality, language)}`}</span>
        {readers.length > 0 && (
          <div className={styles["from"]}>{`${t("bulletins.readers")}：${readers.join("、")}`}</div>
        )}
        {note && <div>{note}</div>}
        {answeredFor && <div>{t("reach.answeredFor", { name: answeredFor })}</div>}
        {escalations.map(({ step, at, role, deputy }) => (
          <div key={step}>
            {t(step === "duty" ? "reach.toldDuty" : "reach.toldDeputy", {
              time: formatTime(at, language),
              to: deputy ?? (role ? roles.label(role, language) : ""),
            })}
          </div>
        ))}
      </div>
      <Inline>
        {!delivered && <Badge>{t("bulletins.onWay")}</Badge>}
        {readers.length === 0 && <Badge tone="warning">{t("bulletins.notRead")}</Badge>}
        {answer && (
          <Badge tone="success">
            {bulletinAnswers.label(answer, language)}
            {count !== null && ` ${t("bulletins.count", { count })}`}
          </Badge>
        )}
        {asked && !answer && <Badge tone="warning">{`${t("bulletins.reply")}：${t("bulletins.notYet")}`}</Badge>}
      </Inline>
    </li>
  );
}
