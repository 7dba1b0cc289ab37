import { ACKNOWLEDGE_MINUTES } from "@tsunagi/contracts/rest/bulletins";
import { useText } from "../i18n/text.ts";
import { Select } from "../kit/Choice.tsx";

interface WithinFieldProps {
  /** Minutes; "" = no time is set. */
  readonly value: string;
  readonly onChange: (minutes: string) => void;
  readonly error: string | undefined;
}

/** In what time a facility must have read or answered. */
export function WithinField(props: WithinFieldProps) {
  const { t } = useText();
  const label = (minutes: number) =>
    minutes < 60 ? t("reach.withinMinutes", { count: minutes }) : t("reach.withinHours", { count: minutes / 60 });
  return (
    <Select
      {...props}
      label={t("reach.within")}
      hint={t("reach.withinHint")}
      options={ACKNOWLEDGE_MINUTES.map((minutes) => ({ value: String(minutes), label: label(minutes) }))}
      empty={t("reach.withinNone")}
    />
  );
}
