import { complaints, incidentRequestStates } from "@tsunagi/contracts/codes/incident";
import { Ambulance } from "lucide-react";
import { Link } from "wouter";
import { useWorkplace } from "../app/services.ts";
import { Loader } from "../hub/loadable.ts";
import { formatTime } from "../i18n/dates.ts";
import { useText } from "../i18n/text.ts";
import { ButtonLink } from "../kit/Button.tsx";
import { Loaded } from "../kit/Loaded.tsx";
import { Page, Stack, useDocumentTitle } from "../kit/Page.tsx";
import { EmptyState } from "../kit/State.tsx";
import { useViewModel } from "../kit/useViewModel.ts";
import styles from "./incident.module.css";

/** Asked again while the page is open. */
const AGAIN_MS = 5_000;

/** Transports: one's own crew's, and those one's hospital is asked to receive. */
export function IncidentsPage() {
  const { t } = useText();
  const { session } = useWorkplace();
  useDocumentTitle(t("incident.list"));
  return (
    <Page title={t("incident.list")} narrow>
      <Stack>
        {session.permissions.includes("incident.open") && <Own />}
        {session.permissions.includes("incident.answer") && <Received />}
      </Stack>
    </Page>
  );
}

function Own() {
  const { t, language } = useText();
  const { hub } = useWorkplace();
  const [list, loader] = useViewModel(
    () => new Loader((signal) => hub.call("listIncidents", { signal }), { again: () => AGAIN_MS }),
  );
  return (
    <>
      <ButtonLink href="/incidents/new" variant="primary" wide icon={Ambulance}>
        {t("incident.new")}
      </ButtonLink>
      <Loaded of={list} onRetry={() => void loader.reload()}>
        {({ incidents }) => (
          <ul className={styles["list"]}>
            {incidents.map(({ id, code, openedAt, sheet }) => (
              <li key={id} className={styles["line"]}>
                <Link href={`/incidents/${id}`}>
                  {code} {complaints.label(sheet.complaint, language)}
                </Link>
                <span className={styles["time"]}>{formatTime(openedAt, language)}</span>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </>
  );
}

function Received() {
  const { t, language } = useText();
  const { hub } = useWorkplace();
  const [list, loader] = useViewModel(
    () => new Loader((signal) => hub.call("listIncidentRequests", { signal }), { again: () => AGAIN_MS }),
  );
  return (
    <Loaded of={list} onRetry={() => void loader.reload()}>
      {({ requests }) =>
        requests.length === 0 ? (
          <EmptyState icon={Ambulance} title={t("incident.noRequests")}>
            {t("incident.noRequestsHint")}
          </EmptyState>
        ) : (
          <ul className={styles["list"]}>
            {requests.map(({ id, code, crew, state, askedAt, sheet }) => (
              <li key={id} className={styles["line"]}>
                <Link href={`/incident-requests/${id}`}>
                  {code} {sheet ? complaints.label(sheet.complaint, language) : t("incident.over")}（{crew}）
                </Link>
                <span className={styles["state"]}>{incidentRequestStates.label(state, language)}</span>
                <span className={styles["time"]}>{formatTime(askedAt, language)}</span>
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}
