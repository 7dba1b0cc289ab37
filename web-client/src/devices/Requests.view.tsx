import { roles } from "@tsunagi/contracts/codes/roles";
import type { DeviceRequest } from "@tsunagi/contracts/rest/devices";
import { MonitorSmartphone } from "lucide-react";
import { formatDateTime } from "../i18n/dates.ts";
import { useText } from "../i18n/text.ts";
import { Avatar } from "../kit/Avatar.tsx";
import { Button } from "../kit/Button.tsx";
import { Card } from "../kit/Card.tsx";
import { Banner, EmptyState } from "../kit/State.tsx";
import styles from "./devices.module.css";

export interface RequestsViewProps {
  readonly requests: readonly DeviceRequest[];
  readonly onApprove: (request: DeviceRequest) => void;
  readonly onReject: (request: DeviceRequest) => void;
}

export const nameOf = ({ staff }: DeviceRequest): string => `${staff.familyName} ${staff.givenName}`;

/** Devices that wait for approval. */
export function RequestsView({ requests, onApprove, onReject }: RequestsViewProps) {
  const { t, language } = useText();
  if (requests.length === 0) return <EmptyState icon={MonitorSmartphone} title={t("devices.requestsNone")} />;
  return requests.map((request) => {
    const [job] = request.staff.jobs;
    return (
      <Card key={request.id}>
        <div className={styles["request"]}>
          <Avatar name={request.staff.familyName} role={job?.role} />
          <div>
            <p className={styles["name"]}>{nameOf(request)}</p>
            <p className={styles["muted"]}>
              {job && `${roles.label(job.role, language)}｜${job.organisationName}`}
              <br />
              {request.displayName || t("devices.unnamed")}
              <br />
              {t("devices.requestedAt", { at: formatDateTime(request.requestedAt, language) })}
            </p>
          </div>
        </div>
        {request.identityReset && (
          <Banner tone="danger" title={t("devices.identityReset")}>
            {t("devices.identityResetText")}
          </Banner>
        )}
        <div className={styles["actions"]}>
          <Button onClick={() => onReject(request)}>{t("devices.reject")}</Button>
          <Button variant="primary" onClick={() => onApprove(request)}>
            {t("devices.approve")}
          </Button>
        </div>
      </Card>
    );
  });
}
