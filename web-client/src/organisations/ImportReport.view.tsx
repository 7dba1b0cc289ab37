import type { OpenDataImportView } from "@tsunagi/contracts/rest/organisations";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import { Facts } from "../kit/Card.tsx";
import { Banner } from "../kit/State.tsx";
import type { Rejection } from "./import.model.ts";
import styles from "./organisations.module.css";

interface Props {
  readonly report: OpenDataImportView;
  readonly rejections: readonly Rejection[];
  /** There are more of them. */
  readonly onMore: (() => void) | undefined;
}

/** What an import has done, and each row that was not taken. */
export function ImportReportView({ report, rejections, onMore }: Props) {
  const { t, say } = useText();
  const { organisationsCreated, organisationsUpdated, servicesCreated, servicesUpdated, rejected } = report;
  const counts = (created: number, updated: number) => t("organisations.importCounts", { created, updated });
  const care = report.format === "care";
  return (
    <>
      <Banner tone={rejected === 0 ? "success" : "warning"} title={t("organisations.importDone")} live>
        {rejected === 0
          ? t("organisations.importRejectedNone")
          : t("organisations.importRejected", { count: rejected })}
      </Banner>
      <Facts
        facts={[
          {
            label: t("organisations.importFormat"),
            value: t(care ? "organisations.importFormatCare" : "organisations.importFormatDisability"),
          },
          { label: t("organisations.importRows"), value: String(report.rows) },
          { label: t("organisations.importOrganisations"), value: counts(organisationsCreated, organisationsUpdated) },
          { label: t("organisations.importServices"), value: counts(servicesCreated, servicesUpdated) },
        ]}
      />
      {rejections.length > 0 && (
        <table className={styles["table"]}>
          <thead>
            <tr>
              <th scope="col">{t("organisations.importLine")}</th>
              <th scope="col">{t("organisations.importReason")}</th>
            </tr>
          </thead>
          <tbody>
            {rejections.map(({ line, ja, en }) => (
              <tr key={`${line} ${en}`}>
                <td>{line}</td>
                <td>{say({ ja, en })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {onMore && (
        <div className={styles["more"]}>
          <Button onClick={onMore}>{t("common.more")}</Button>
        </div>
      )}
    </>
  );
}
