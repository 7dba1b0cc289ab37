import { gcsEye, gcsMotor, gcsVerbal } from "@tsunagi/contracts/codes/incident";
import type { IncidentGcs } from "@tsunagi/contracts/rest/incident";
import { useState } from "react";
import { useText } from "../i18n/text.ts";
import { useOptions } from "../i18n/useOptions.ts";
import { Button } from "../kit/Button.tsx";
import { Card } from "../kit/Card.tsx";
import { RadioGroup } from "../kit/Choice.tsx";

const LISTS = { eye: gcsEye, verbal: gcsVerbal, motor: gcsMotor } as const;
const EMPTY = { eye: "", verbal: "", motor: "" };

/** Three answers make one entry; the total is shown as soon as all are there. */
export function GcsPad({ write, busy }: { write: (content: IncidentGcs) => Promise<boolean>; busy: boolean }) {
  const { t } = useText();
  const options = useOptions();
  const [said, say] = useState(EMPTY);
  const whole = Object.values(said).every((answer) => answer !== "");
  const content = {
    kind: "gcs" as const,
    eye: Number(said.eye),
    verbal: Number(said.verbal),
    motor: Number(said.motor),
  };
  const save = async () => {
    if (await write(content)) say(EMPTY);
  };
  return (
    <Card title={t("incident.gcs")}>
      {(["eye", "verbal", "motor"] as const).map((part) => (
        <RadioGroup
          key={part}
          label={t(`incident.${part}`)}
          value={said[part]}
          onChange={(answer: string) => say({ ...said, [part]: answer })}
          options={options(LISTS[part])
            .toReversed()
            .map(({ value, label }) => ({ value, label: `${value}　${label}` }))}
        />
      ))}
      <Button variant="primary" wide disabled={!whole || busy} onClick={() => void save()}>
        {whole ? t("incident.writeGcs", { total: content.eye + content.verbal + content.motor }) : t("incident.gcsAsk")}
      </Button>
    </Card>
  );
}
