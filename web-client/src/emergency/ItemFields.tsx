import { answerStates, type CardField, type CardItem, cardFields } from "@tsunagi/contracts/codes/emergency";
import { type FieldSpec, fieldsOf, type ItemSpec } from "@tsunagi/contracts/emergencyCard";
import { Plus, Trash2 } from "lucide-react";
import { useText } from "../i18n/text.ts";
import { useOptions } from "../i18n/useOptions.ts";
import { Button } from "../kit/Button.tsx";
import { RadioGroup, Select, Switch } from "../kit/Choice.tsx";
import type { FieldProblems } from "../kit/form.ts";
import { TextArea, TextField } from "../kit/TextField.tsx";
import { useFieldProblem } from "../kit/useForm.tsx";
import type { Answered, Entry } from "./card.ts";
import { emptyEntry } from "./cardForm.ts";
import styles from "./emergency.module.css";
import { PhotoField } from "./PhotoField.tsx";

interface ItemFieldsProps {
  readonly item: CardItem;
  readonly label: string;
  readonly spec: ItemSpec;
  readonly answer: Answered;
  readonly problems: FieldProblems;
  readonly onChange: (answer: Answered) => void;
}

/** One item: unknown, none (asked), or what there is. Choosing "none" by mistake loses nothing that was typed. */
export function ItemFields({ item, label, spec, answer, problems, onChange }: ItemFieldsProps) {
  const { t } = useText();
  const options = useOptions();
  const { state, entries = [] } = answer;
  const titleOf = (index: number) => (spec.most > 1 ? t("emergency.entry", { item: label, number: index + 1 }) : label);
  const choose = (next: Answered["state"]) =>
    onChange({ state: next, entries: next === "known" && entries.length === 0 ? [emptyEntry(spec)] : entries });
  const put = (index: number, entry: Entry) =>
    onChange({ state, entries: entries.map((old, i) => (i === index ? entry : old)) });
  return (
    <div className={styles["first"]}>
      <RadioGroup label={label} options={options(answerStates)} value={state} onChange={choose} />
      {state === "known" &&
        entries.map((entry, index) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of fields inside the group of the item's answers
          // biome-ignore lint/suspicious/noArrayIndexKey: an entry is what stands at its place; fields are controlled
          <div key={index} className={styles["entry"]} role="group" aria-label={titleOf(index)}>
            {spec.most > 1 && <p className={styles["entryTitle"]}>{titleOf(index)}</p>}
            <EntryFields
              spec={spec}
              entry={entry}
              path={`${item}.entries.${index}`}
              problems={problems}
              onChange={(next) => put(index, next)}
            />
            {entries.length > 1 && (
              <Button
                size="small"
                icon={Trash2}
                onClick={() => onChange({ state, entries: entries.filter((_, i) => i !== index) })}
              >
                {t("emergency.remove", { number: index + 1 })}
              </Button>
            )}
          </div>
        ))}
      {state === "known" && item === "contacts" && entries.length < 2 && (
        <p className={styles["note"]}>{t("emergency.fewContacts")}</p>
      )}
      {state === "known" && entries.length < spec.most && (
        <Button size="small" icon={Plus} onClick={() => onChange({ state, entries: [...entries, emptyEntry(spec)] })}>
          {t("emergency.add", { item: label })}
        </Button>
      )}
    </div>
  );
}

interface EntryFieldsProps {
  readonly spec: ItemSpec;
  readonly entry: Entry;
  readonly path: string;
  readonly problems: FieldProblems;
  readonly onChange: (entry: Entry) => void;
}

function EntryFields({ spec, entry, path, problems, onChange }: EntryFieldsProps) {
  const explain = useFieldProblem();
  return fieldsOf(spec)
    .filter(([, field]) => !field.hidden)
    .map(([name, field]) => (
      <OneField
        key={name}
        name={name}
        spec={field}
        value={entry[name] ?? ""}
        error={explain(problems[`${path}.${name}`])}
        onChange={(value) => onChange({ ...entry, [name]: value })}
      />
    ));
}

interface OneFieldProps {
  readonly name: CardField;
  readonly spec: FieldSpec;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
}

function OneField({ name, spec, value, error, onChange }: OneFieldProps) {
  const { t, language } = useText();
  const options = useOptions();
  const label = cardFields.label(name, language);
  const common = { label, value, error, onChange, required: spec.required };
  if (spec.kind === "photo") return <PhotoField value={value} error={error} onChange={onChange} />;
  if (spec.list) {
    if (spec.list.codes.length === 1)
      return <Switch label={label} checked={value === "yes"} onChange={(on) => onChange(on ? "yes" : "")} />;
    return <Select {...common} options={options(spec.list)} empty={t("common.choose")} />;
  }
  if (spec.kind === "long") return <TextArea {...common} rows={2} />;
  const type = spec.kind === "tel" || spec.kind === "date" ? spec.kind : "text";
  return <TextField {...common} type={type} autoComplete="off" />;
}
