import type { Medication } from "@tsunagi/contracts/emergencyCard";
import { useText } from "../i18n/text.ts";
import { Badge } from "../kit/Badge.tsx";
import { Card } from "../kit/Card.tsx";
import { Banner } from "../kit/State.tsx";
import styles from "./emergency.module.css";
import type { FoundDrug, ScanSnapshot } from "./scan.model.ts";

interface ScanResultProps {
  readonly scan: ScanSnapshot;
  readonly onChoose: (medication: Medication, chosen: boolean) => void;
}

/** What the codes gave so far: missing parts, drugs to choose from, and all that was not understood. */
export function ScanResult({ scan, onChoose }: ScanResultProps) {
  const { t } = useText();
  const { drugs, waiting, problems, names, otherPerson, remarks, unread } = scan;
  return (
    <>
      {[...new Set(problems)].map((problem) => (
        <Banner key={problem} tone="danger">
          {t(`emergency.problem_${problem}`)}
        </Banner>
      ))}
      {waiting.map(({ have, total }) => (
        <Banner key={`${have} ${total}`} live>
          {t("emergency.scanWaiting", { have: have.join("・"), total })}
        </Banner>
      ))}
      {otherPerson && (
        <Banner tone="danger" title={t("emergency.scanOf", { name: names.join("、") })}>
          {t("emergency.scanOther")}
        </Banner>
      )}
      {drugs.length > 0 && (
        <Card title={t("emergency.scanFound", { count: drugs.length })}>
          <p>{t("emergency.scanReview")}</p>
          <div>
            {drugs.map((drug) => (
              <Drug key={JSON.stringify(drug.medication)} drug={drug} onChoose={onChoose} />
            ))}
          </div>
        </Card>
      )}
      {remarks.length > 0 && (
        <Card title={t("emergency.scanRemarks")}>
          {remarks.map(({ line, text }) => (
            <p key={`${line} ${text}`}>{text}</p>
          ))}
        </Card>
      )}
      {unread.length > 0 && (
        <Card title={t("emergency.scanUnread", { count: unread.length })}>
          <p>{t("emergency.scanUnreadHint")}</p>
          {unread.map(({ line, text, why }) => (
            <p key={`${line} ${text}`}>
              {t(`emergency.why_${why}`)}
              <br />
              <span className={styles["raw"]}>{text}</span>
            </p>
          ))}
        </Card>
      )}
    </>
  );
}

function Drug({ drug, onChoose }: { drug: FoundDrug; onChoose: ScanResultProps["onChoose"] }) {
  const { t } = useText();
  const { medication, standing, chosen } = drug;
  const { name, dose, usage, amount, dispensedOn, pharmacy, institution, prescriber } = medication;
  const said = (...words: readonly string[]) => words.filter((word) => word !== "").join("　");
  return (
    <label className={styles["drug"]}>
      <input type="checkbox" checked={chosen} onChange={(event) => onChoose(medication, event.target.checked)} />
      <span className={styles["rowText"]}>
        <span className={styles["entryTitle"]}>{name}</span>{" "}
        <Badge tone={standing === "new" || standing === "newer" ? "primary" : "neutral"}>
          {t(`emergency.standing_${standing}`)}
        </Badge>
        <br />
        {said(dose, usage, amount)}
        <br />
        <span className={styles["note"]}>{said(dispensedOn, pharmacy, institution, prescriber)}</span>
      </span>
    </label>
  );
}
