import { jcsLevels } from "@tsunagi/contracts/codes/emergency";
import { incidentTimes, interventions } from "@tsunagi/contracts/codes/incident";
import type { IncidentEntryContent } from "@tsunagi/contracts/rest/incident";
import { useState } from "react";
import { useText } from "../i18n/text.ts";
import { useOptions } from "../i18n/useOptions.ts";
import { Button } from "../kit/Button.tsx";
import { Card } from "../kit/Card.tsx";
import { Pair } from "../kit/Page.tsx";
import { TextField } from "../kit/TextField.tsx";
import { GcsPad } from "./GcsPad.tsx";
import styles from "./incident.module.css";

type Write = (content: IncidentEntryContent) => Promise<boolean>;

const EMPTY = {
  systolic: "",
  diastolic: "",
  pulse: "",
  respiration: "",
  spo2: "",
  temperature: "",
  oxygen: "",
};
type Vital = keyof typeof EMPTY;
const VITALS = Object.keys(EMPTY) as Vital[];

/** Large buttons: a tap is an entry with its time. */
export function EntryPad({ write, busy }: { write: Write; busy: boolean }) {
  const { t } = useText();
  const options = useOptions();
  return (
    <>
      <Card title={t("incident.times")}>
        <div className={styles["grid"]}>
          {options(incidentTimes).map(({ value: what, label }) => (
            <Button key={what} disabled={busy} onClick={() => void write({ kind: "time", what })}>
              {label}
            </Button>
          ))}
        </div>
      </Card>
      <Vitals write={write} busy={busy} />
      <Card title={t("incident.jcs")}>
        <div className={styles["grid"]}>
          {options(jcsLevels).map(({ value: level, label }) => (
            <Button key={level} disabled={busy} onClick={() => void write({ kind: "jcs", level })}>
              {label}
            </Button>
          ))}
        </div>
      </Card>
      <GcsPad write={write} busy={busy} />
      <Card title={t("incident.interventions")}>
        <div className={styles["grid"]}>
          {options(interventions).map(({ value: what, label }) => (
            <Button key={what} disabled={busy} onClick={() => void write({ kind: "intervention", what })}>
              {label}
            </Button>
          ))}
        </div>
      </Card>
    </>
  );
}

function Vitals({ write, busy }: { write: Write; busy: boolean }) {
  const { t } = useText();
  const [values, set] = useState(EMPTY);
  const said = VITALS.some((name) => values[name].trim() !== "");
  const numberOf = (name: Vital) => (values[name].trim() === "" ? null : Number(values[name]));
  const save = async () => {
    const content = {
      kind: "vitals" as const,
      systolic: numberOf("systolic"),
      diastolic: numberOf("diastolic"),
      pulse: numberOf("pulse"),
      respiration: numberOf("respiration"),
      spo2: numberOf("spo2"),
      temperature: numberOf("temperature"),
      oxygen: numberOf("oxygen"),
    };
    if (await write(content)) set(EMPTY);
  };
  const field = (name: Vital) => (
    <TextField
      key={name}
      label={t(`incident.${name}`)}
      value={values[name]}
      onChange={(value) => set({ ...values, [name]: value.normalize("NFKC") })}
      inputMode="decimal"
      digits
    />
  );
  return (
    <Card title={t("incident.vitals")}>
      <Pair>
        {field("systolic")}
        {field("diastolic")}
      </Pair>
      <Pair>
        {field("pulse")}
        {field("respiration")}
      </Pair>
      <Pair>
        {field("spo2")}
        {field("temperature")}
      </Pair>
      {field("oxygen")}
      <Button variant="primary" wide disabled={!said || busy} onClick={() => void save()}>
        {t("incident.writeVitals")}
      </Button>
    </Card>
  );
}
