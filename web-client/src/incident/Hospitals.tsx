import { incidentRequestStates, notReadyReasons } from "@tsunagi/contracts/codes/incident";
import type { IncidentView } from "@tsunagi/contracts/rest/incident";
import { useState } from "react";
import { useWorkplace } from "../app/services.ts";
import { Loader } from "../hub/loadable.ts";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import { Card } from "../kit/Card.tsx";
import { CheckboxGroup } from "../kit/Choice.tsx";
import { ConfirmDialog } from "../kit/ConfirmDialog.tsx";
import { Loaded } from "../kit/Loaded.tsx";
import { useViewModel } from "../kit/useViewModel.ts";
import styles from "./incident.module.css";

interface Props {
  readonly incident: IncidentView;
  readonly busy: boolean;
  readonly onAsk: (organisationIds: readonly string[]) => void;
  readonly onConfirm: (requestId: string) => void;
  /** Tells one who it is. */
  readonly onName: (requestId: string) => void;
}

/** Who was asked and what they say; further ones can be asked until one is confirmed. */
export function Hospitals({ incident, busy, onAsk, onConfirm, onName }: Props) {
  const { t, language } = useText();
  const [named, name] = useState<IncidentView["requests"][number]>();
  const decided = incident.requests.some(({ state }) => state === "confirmed");
  return (
    <Card title={t("incident.hospitals")}>
      <ul className={styles["list"]}>
        {incident.requests.map((request) => {
          const { id, hospital, state, reason, namedAt } = request;
          return (
            <li key={id} className={styles["line"]}>
              <div>
                <p>{hospital}</p>
                {namedAt && <p className={styles["time"]}>{t("incident.nameTold")}</p>}
                <p className={styles["state"]}>
                  {incidentRequestStates.label(state, language)}
                  {reason && `（${notReadyReasons.label(reason, language)}）`}
                </p>
              </div>
              {!decided && incident.personId && !namedAt && (
                <Button size="small" disabled={busy} onClick={() => name(request)}>
                  {t("incident.tellName")}
                </Button>
              )}
              {state === "ready" && !decided && (
                <Button variant="primary" disabled={busy} onClick={() => onConfirm(id)}>
                  {t("incident.confirm")}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {named && (
        <ConfirmDialog
          title={t("incident.tellNameAsk", { hospital: named.hospital })}
          confirmLabel={t("incident.tellName")}
          onConfirm={() => {
            name(undefined);
            onName(named.id);
          }}
          onCancel={() => name(undefined)}
        >
          {t("incident.tellNameHint")}
        </ConfirmDialog>
      )}
      {!decided && <Ask asked={incident.requests.map((one) => one.organisationId)} busy={busy} onAsk={onAsk} />}
    </Card>
  );
}

function Ask({ asked, busy, onAsk }: { asked: readonly string[]; busy: boolean; onAsk: Props["onAsk"] }) {
  const { t } = useText();
  const { hub } = useWorkplace();
  const [chosen, choose] = useState<readonly string[]>([]);
  const [list, loader] = useViewModel(() => new Loader((signal) => hub.call("listHospitals", { signal })));
  return (
    <Loaded of={list} onRetry={() => void loader.reload()}>
      {({ hospitals }) => {
        const left = hospitals.filter(({ id }) => !asked.includes(id));
        if (left.length === 0) return null;
        return (
          <>
            <CheckboxGroup
              label={t("incident.askWhich")}
              hint={t("incident.askHint")}
              options={left.map(({ id, name, phone }) => ({ value: id as string, label: name, hint: phone }))}
              values={chosen}
              onChange={choose}
              stacked
            />
            <Button
              variant="primary"
              wide
              disabled={chosen.length === 0 || busy}
              onClick={() => {
                onAsk(chosen);
                choose([]);
              }}
            >
              {t("incident.ask", { count: chosen.length })}
            </Button>
          </>
        );
      }}
    </Loaded>
  );
}
