import {
  type ConsentScope,
  consentGivers,
  consentMethods,
  consentScopes,
  relations,
} from "@tsunagi/contracts/codes/consent";
import type { ConsentView } from "@tsunagi/contracts/rest/consent";
import { FileText, Handshake, Undo2 } from "lucide-react";
import { formatDate, formatDateTime } from "../i18n/dates.ts";
import { useText } from "../i18n/text.ts";
import { Badge } from "../kit/Badge.tsx";
import { Button } from "../kit/Button.tsx";
import { Card } from "../kit/Card.tsx";
import { List } from "../kit/List.tsx";
import { Banner, EmptyState } from "../kit/State.tsx";
import styles from "./consent.module.css";

export interface ConsentsViewProps {
  readonly consents: readonly ConsentView[];
  readonly active: readonly ConsentScope[];
  readonly mayManage: boolean;
  readonly mayReadDocuments: boolean;
  readonly onRecord: () => void;
  readonly onWithdraw: (consent: ConsentView) => void;
  readonly onOpenDocument: (documentId: string) => void;
}

/** What is agreed to now, and every consent there was. */
export function ConsentsView(props: ConsentsViewProps) {
  const { consents, active, mayManage, onRecord } = props;
  const { t, language } = useText();
  const record = mayManage && (
    <Button variant="primary" size="small" icon={Handshake} onClick={onRecord}>
      {t("consent.record")}
    </Button>
  );
  return (
    <>
      <Card title={t("consent.activeTitle")} actions={record}>
        {active.length === 0 ? (
          <Banner tone="warning">{t("consent.activeNone")}</Banner>
        ) : (
          <p className={styles["scopes"]}>
            {active.map((scope) => (
              <Badge key={scope} tone="success">
                {consentScopes.label(scope, language)}
              </Badge>
            ))}
          </p>
        )}
      </Card>
      {consents.length === 0 ? (
        <EmptyState icon={Handshake} title={t("consent.none")}>
          {t("consent.noneHint")}
        </EmptyState>
      ) : (
        <List label={t("consent.historyTitle")}>
          {consents.map((consent) => (
            <ConsentEntry key={consent.id} {...props} consent={consent} />
          ))}
        </List>
      )}
    </>
  );
}

function ConsentEntry(props: ConsentsViewProps & { consent: ConsentView }) {
  const { consent, mayManage, mayReadDocuments, onWithdraw, onOpenDocument } = props;
  const { t, language } = useText();
  const { withdrawal, representative, documentId } = consent;
  const who = representative
    ? t("consent.representative", {
        name: representative.name,
        relation: relations.label(representative.relation, language),
      })
    : consentGivers.label(consent.givenBy, language);
  return (
    <li className={styles["entry"]}>
      <div className={styles["entryHead"]}>
        <Badge tone={withdrawal ? "neutral" : "success"}>
          {withdrawal ? t("consent.withdrawn") : t("consent.active")}
        </Badge>
        <span className={styles["who"]}>{formatDate(`${consent.givenOn}T00:00:00+09:00`, language)}</span>
        <span>{t("consent.givenByLine", { who, method: consentMethods.label(consent.method, language) })}</span>
      </div>
      <p className={withdrawal ? styles["struck"] : undefined}>
        {consent.scopes.map((scope) => consentScopes.label(scope, language)).join("・")}
      </p>
      {consent.note && <p>{consent.note}</p>}
      <p className={styles["hint"]}>
        {t("consent.recordedBy", { name: consent.recordedBy, at: formatDateTime(consent.recordedAt, language) })}
      </p>
      {withdrawal && (
        <p className={styles["hint"]}>
          {t("consent.withdrawnLine", {
            who: consentGivers.label(withdrawal.givenBy, language),
            at: formatDateTime(withdrawal.at, language),
            name: withdrawal.by,
          })}
          {withdrawal.reason && ` ${withdrawal.reason}`}
        </p>
      )}
      <div className={styles["entryActions"]}>
        {documentId && mayReadDocuments && (
          <Button size="small" icon={FileText} onClick={() => onOpenDocument(documentId)}>
            {t("consent.documentOpen")}
          </Button>
        )}
        {!withdrawal && mayManage && (
          <Button size="small" icon={Undo2} onClick={() => onWithdraw(consent)}>
            {t("consent.withdraw")}
          </Button>
        )}
      </div>
    </li>
  );
}
