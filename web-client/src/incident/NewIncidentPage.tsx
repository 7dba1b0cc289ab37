import { complaints } from "@tsunagi/contracts/codes/incident";
import { sexes } from "@tsunagi/contracts/codes/levels";
import { ageBands } from "@tsunagi/contracts/codes/negotiation";
import type { IncidentSheet } from "@tsunagi/contracts/rest/incident";
import { useState } from "react";
import { useLocation, useSearchParams } from "wouter";
import { useWorkplace } from "../app/services.ts";
import { useText } from "../i18n/text.ts";
import { useOptions } from "../i18n/useOptions.ts";
import { Button } from "../kit/Button.tsx";
import { Card } from "../kit/Card.tsx";
import { RadioGroup, Select } from "../kit/Choice.tsx";
import { FailureBanner } from "../kit/FailureBanner.tsx";
import { Page, Stack, useDocumentTitle } from "../kit/Page.tsx";
import { useAct } from "../kit/useAct.ts";
import styles from "./incident.module.css";

/** Opens a transport in one tap on what is wrong; age and sex are taken from the card when there is one. */
export function NewIncidentPage() {
  const { t } = useText();
  const { hub } = useWorkplace();
  const options = useOptions();
  const [, go] = useLocation();
  const [query] = useSearchParams();
  const personId = query.get("person");
  const [ageBand, setAge] = useState<IncidentSheet["ageBand"] | "">("");
  const [sex, setSex] = useState<NonNullable<IncidentSheet["sex"]> | "">("");
  const { busy, failure, act } = useAct();
  useDocumentTitle(t("incident.new"));
  const open = (complaint: IncidentSheet["complaint"]) =>
    act(async () => {
      const sheet = { ageBand: ageBand || null, sex: sex || null, complaint };
      const { id } = await hub.call("openIncident", { body: { personId, sheet } });
      go(`/incidents/${id}`);
    });
  return (
    <Page title={t("incident.new")} back="/incidents" narrow>
      <Stack>
        {failure && <FailureBanner failure={failure} />}
        {personId ? (
          <p>{t("incident.fromCard")}</p>
        ) : (
          <Card title={t("incident.whoUnknown")}>
            <Select
              label={t("incident.age")}
              value={ageBand ?? ""}
              onChange={setAge}
              options={options(ageBands)}
              empty={t("incident.unknown")}
            />
            <RadioGroup label={t("incident.sex")} value={sex} onChange={setSex} options={options(sexes)} />
          </Card>
        )}
        <Card title={t("incident.complaintAsk")}>
          <div className={styles["grid"]}>
            {options(complaints).map(({ value, label }) => (
              <Button key={value} disabled={busy} onClick={() => void open(value)}>
                {label}
              </Button>
            ))}
          </div>
        </Card>
      </Stack>
    </Page>
  );
}
