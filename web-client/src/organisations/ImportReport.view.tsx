import type { ResponseOf } from "@tsunagi/contracts/rest/endpoint";
import type { importOrganisations } from "@tsunagi/contracts/rest/organisations";
import { useText } from "../i18n/text.ts";
import { Facts } from "../kit/Card.tsx";
import { Banner } from "../kit/State.tsx";
import styles from "./organisations.module.css";

export type ImportReport = ResponseOf<typeof importOrganisations>;

/** What an import has done, and each row that was not taken. */
export function ImportReportView({ report }: { report: ImportReport }) {
  const { t, say } = useText();
  const { organisationsCreated, organisationsUpdated, servicesCreated, servicesUpdated, rejected } = report;
  const counts = (created: number, updated: number) => t("organisations.importCounts", { created, updated });
  const care = report.format === "care";
  return (
    <>
      <Banner tone={rejected.length === 0 ? "success" : "warning"} title={t("organisations.importDone")} live>
        {rejected.length === 0
          ? t("organisations.importRejectedNone")
          : t("organisations.importRejected", { count: rejected.length })}
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
      {rejected.length > 0 && (
        <table className={styles["table"]}>
          <thead>
            <tr>
              <th scope="col">{t("organisations.importLine")}</th>
              <th scope="col">{t("organisations.importReason")}</th>
            </tr>
          </thead>
          <tbody>
            {rejected.map(({ line, ja, en }) => (
              <tr key={`${line} ${en}`}>
                <td>{line}</td>
                <td>{say({ ja, en })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
