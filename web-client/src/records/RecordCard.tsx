import { type RecordKind, recordKinds } from "@tsunagi/contracts/codes/recordKinds";
import { roles } from "@tsunagi/contracts/codes/roles";
import { roomPath } from "@tsunagi/contracts/paths";
import type { CareRecordView } from "@tsunagi/contracts/rest/records";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { formatDateTime } from "../i18n/dates.ts";
import { useText } from "../i18n/text.ts";
import { Badge, type Tone } from "../kit/Badge.tsx";
import { cx } from "../kit/cx.ts";
import styles from "./records.module.css";

const TONES: Readonly<Record<RecordKind, Tone>> = {
  dailyLife: "primary",
  visitResult: "info",
  support: "success",
  wishes: "warning",
};

/** One record (or one version of it): what, when, by whom; struck out when it was cancelled. */
export function RecordCard({ record, menu }: { record: CareRecordView; menu?: ReactNode }) {
  const { t, language } = useText();
  const { author, enteredBy, version, status, reason, source } = record;
  const role = roles.has(author.role) ? roles.label(author.role, language) : author.role;
  return (
    <article className={styles["record"]}>
      <div className={styles["head"]}>
        <Badge tone={TONES[record.kind]}>{recordKinds.label(record.kind, language)}</Badge>
        {status === "cancelled" && <Badge tone="danger">{t("records.cancelled")}</Badge>}
        {status === "superseded" && <Badge>{t("records.corrected")}</Badge>}
        {version > 1 && status === "current" && <Badge>{t("records.version", { version })}</Badge>}
        <time className={styles["when"]} dateTime={record.occurredAt}>
          {formatDateTime(record.occurredAt, language)}
        </time>
        {menu}
      </div>
      <p className={cx(styles["text"], status === "cancelled" && styles["struck"])}>
        {status === "cancelled" ? <s>{record.text}</s> : record.text}
      </p>
      <p className={styles["small"]}>
        {t("records.by", { name: author.name, role, organisation: author.organisationName })}
        {enteredBy && `　${t("records.enteredBy", { name: enteredBy.name })}`}
      </p>
      {(reason || version > 1) && (
        <p className={styles["small"]}>
          {t("records.recordedAt", { at: formatDateTime(record.recordedAt, language) })}
          {reason && `　${t("records.reasonLine", { reason })}`}
        </p>
      )}
      {source && (
        <Link className={styles["small"] ?? ""} href={roomPath(source.roomId)}>
          {t("records.source")}
        </Link>
      )}
    </article>
  );
}
