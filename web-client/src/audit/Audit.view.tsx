import { emergencyReasons, readingVerdicts } from "@tsunagi/contracts/codes/emergency";
import type { AuditLine } from "@tsunagi/contracts/rest/audit";
import type { Language } from "@tsunagi/contracts/text";
import { ScrollText } from "lucide-react";
import { formatDateTime } from "../i18n/dates.ts";
import { useText } from "../i18n/text.ts";
import { Badge } from "../kit/Badge.tsx";
import { Button } from "../kit/Button.tsx";
import { FailureBanner } from "../kit/FailureBanner.tsx";
import { List } from "../kit/List.tsx";
import { EmptyState, SkeletonList } from "../kit/State.tsx";
import { actText } from "./actText.ts";
import styles from "./audit.module.css";
import type { AuditSnapshot } from "./auditList.model.ts";

export interface AuditViewProps {
  readonly snapshot: AuditSnapshot;
  /** What it says when there is nothing. */
  readonly none: string;
  /** The person is known from the page: the code says nothing new. */
  readonly hidePerson?: boolean;
  readonly onOlder: () => void;
  readonly onRetry: () => void;
}

/** Who did what, and when. */
export function AuditView({ snapshot, none, hidePerson, onOlder, onRetry }: AuditViewProps) {
  const { lines, loading, more, failure } = snapshot;
  const { t } = useText();
  return (
    <>
      {failure && <FailureBanner failure={failure} onRetry={onRetry} />}
      {!lines && loading && <SkeletonList label={t("common.loading")} />}
      {lines?.length === 0 && <EmptyState icon={ScrollText} title={none} />}
      {lines && lines.length > 0 && (
        <List label={t("audit.title")}>
          {lines.map((line) => (
            <Line key={line.sequence} line={line} hidePerson={hidePerson} />
          ))}
        </List>
      )}
      {more && (
        <div className={styles["more"]}>
          <Button busy={loading && t("common.loading")} onClick={onOlder}>
            {t("common.more")}
          </Button>
        </div>
      )}
    </>
  );
}

function Line({ line, hidePerson }: { line: AuditLine; hidePerson: boolean | undefined }) {
  const { t, language } = useText();
  const { at, actor, organisation, action, outcome, channel, personCode, detail } = line;
  const who = organisation ? t("audit.by", { name: actor, organisation }) : actor;
  const about = [
    t(`audit.channel${channel}`),
    ...(personCode && !hidePerson ? [t("audit.person", { code: personCode })] : []),
  ];
  return (
    <li className={styles["line"]}>
      <span className={styles["act"]}>
        {actText(action, t)}
        {outcome === "denied" && <Badge tone="danger">{t("audit.denied")}</Badge>}
      </span>
      <time className={styles["when"]} dateTime={at}>
        {formatDateTime(at, language)}
      </time>
      <span className={styles["who"]}>{[who, ...about, ...whyOf(detail, language)].join("｜")}</span>
    </li>
  );
}

/** Why somebody read from outside the team, and what the review found (R13). */
function whyOf({ reason, verdict }: AuditLine["detail"], language: Language): string[] {
  const why = emergencyReasons.schema.safeParse(reason);
  const found = readingVerdicts.schema.safeParse(verdict);
  return [
    ...(why.success ? [emergencyReasons.label(why.data, language)] : []),
    ...(found.success ? [readingVerdicts.label(found.data, language)] : []),
  ];
}
