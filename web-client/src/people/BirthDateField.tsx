import { ageOn, formatDate, formatEraDate } from "../i18n/dates.ts";
import { readDay } from "../i18n/readDay.ts";
import { useText } from "../i18n/text.ts";
import type { FieldFrame } from "../kit/Field.tsx";
import { TextField } from "../kit/TextField.tsx";

interface Props extends Omit<FieldFrame, "hint"> {
  /** As it was typed. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A birth date typed as one reads it from a card, in either calendar; says at once how it was understood. */
export function BirthDateField({ value, onChange, ...frame }: Props) {
  const { t, language } = useText();
  const date = readDay(value);
  const midnight = `${date}T00:00:00+09:00`;
  const understood =
    date &&
    t("people.birthDateRead", {
      date: formatDate(midnight, language),
      era: formatEraDate(date, language),
      years: ageOn(date),
    });
  return (
    <TextField
      {...frame}
      hint={understood ?? t("people.birthDateHint")}
      value={value}
      onChange={onChange}
      autoComplete="off"
      inputMode="text"
    />
  );
}
