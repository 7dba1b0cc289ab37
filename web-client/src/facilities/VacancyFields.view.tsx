import { roomTypes, vacancySexes } from "@tsunagi/contracts/codes/facilities";
import type { FacilityView } from "@tsunagi/contracts/rest/facilities";
import { Plus, Trash2 } from "lucide-react";
import { useText } from "../i18n/text.ts";
import { useOptions } from "../i18n/useOptions.ts";
import { Button } from "../kit/Button.tsx";
import { Card } from "../kit/Card.tsx";
import { Select } from "../kit/Choice.tsx";
import type { FormSnapshot } from "../kit/form.ts";
import { Banner } from "../kit/State.tsx";
import { TextArea, TextField } from "../kit/TextField.tsx";
import { useBinding, useFieldProblem } from "../kit/useForm.tsx";
import styles from "./facilities.module.css";
import { anotherLine, type LineValues, type VacancyValues } from "./vacancyForm.ts";

interface Props {
  readonly facility: FacilityView;
  readonly form: FormSnapshot<VacancyValues>;
  readonly onChange: (change: Partial<VacancyValues>) => void;
}

/** What is free, a line for each kind of place; no line = full. */
export function VacancyFields({ facility, form, onChange }: Props) {
  const { t } = useText();
  const bind = useBinding(form, onChange);
  const explain = useFieldProblem();
  const { lines } = form.values;
  const twice = explain(form.problems["lines"]);
  return (
    <>
      <Card title={t("facilities.freePlaces")}>
        {lines.length === 0 && <p>{t("facilities.noLines")}</p>}
        {lines.map((line, i) => (
          <LineFields
            key={line.key}
            number={i + 1}
            line={line}
            problem={explain(form.problems[`lines.${i}.count`])}
            onChange={(change) => onChange({ lines: lines.map((one) => (one === line ? { ...one, ...change } : one)) })}
            onRemove={() => onChange({ lines: lines.filter((one) => one !== line) })}
          />
        ))}
        {twice && <Banner tone="danger">{twice}</Banner>}
        <Button icon={Plus} onClick={() => onChange({ lines: [...lines, anotherLine(facility, lines)] })}>
          {t("facilities.addLine")}
        </Button>
      </Card>
      <Card>
        <TextField {...bind("waiting")} label={t("facilities.waitingCount")} inputMode="numeric" digits />
        <TextArea {...bind("note")} label={t("facilities.note")} hint={t("facilities.noteHint")} rows={2} />
      </Card>
    </>
  );
}

interface LineProps {
  readonly number: number;
  readonly line: LineValues;
  readonly problem: string | undefined;
  readonly onChange: (change: Partial<LineValues>) => void;
  readonly onRemove: () => void;
}

function LineFields({ number, line, problem, onChange, onRemove }: LineProps) {
  const { t } = useText();
  const options = useOptions();
  return (
    <fieldset className={styles["vacancyLine"]}>
      <legend>{t("facilities.lineNumber", { number })}</legend>
      <Select
        label={t("facilities.room")}
        value={line.roomType}
        onChange={(roomType) => roomType && onChange({ roomType })}
        options={options(roomTypes)}
      />
      <Select
        label={t("facilities.sex")}
        value={line.sex}
        onChange={(sex) => sex && onChange({ sex })}
        options={options(vacancySexes)}
      />
      <TextField
        label={t("facilities.count")}
        value={line.count}
        onChange={(count) => onChange({ count })}
        error={problem}
        inputMode="numeric"
        digits
        required
      />
      <TextField
        label={t("facilities.availableFrom")}
        type="date"
        value={line.from}
        onChange={(from) => onChange({ from })}
      />
      <Button variant="quiet" icon={Trash2} onClick={onRemove}>
        {t("facilities.removeLine")}
      </Button>
    </fieldset>
  );
}
