import type { CommandArgument } from "@tsunagi/contracts/rest/commands";
import { useEffect, useRef } from "react";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import { CheckboxGroup, RadioGroup, Select } from "../kit/Choice.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import { Banner } from "../kit/State.tsx";
import { TextArea, TextField } from "../kit/TextField.tsx";
import { useViewModel } from "../kit/useViewModel.ts";
import { CommandFormModel, type FormRequest } from "./commandForm.model.ts";
import type { FieldProblem, FormValues } from "./commandForm.ts";
import { explain } from "./explain.ts";

export interface CommandFormProps {
  readonly request: FormRequest;
  readonly onSend: (values: FormValues) => void;
  readonly onClose: () => void;
}

/** A command's arguments, each with the control that fits it; checked while one types. */
export function CommandFormView({ request, onSend, onClose }: CommandFormProps) {
  const { t, say } = useText();
  const [{ fields, values, problems, refusals }, form] = useViewModel(() => new CommandFormModel(request, onSend));
  const content = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (refusals > 0) content.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [refusals]);
  const { command, warning, danger, only } = request;
  const quoting = only !== undefined;
  return (
    <Dialog
      title={quoting ? t("composer.makeRecordTitle") : say(command.summary)}
      onClose={onClose}
      onSubmit={form.submit}
      actions={
        <>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button type="submit" variant={danger ? "danger" : "primary"}>
            {t("composer.formSend")}
          </Button>
        </>
      }
    >
      <div ref={content} style={{ display: "contents" }}>
        {quoting && <p>{t("composer.makeRecordHint")}</p>}
        {warning && <Banner tone="warning">{say(warning)}</Banner>}
        {fields.map((field) => (
          <FieldView
            key={field.name}
            field={field}
            value={values[field.name] ?? ""}
            problem={problems[field.name]}
            onChange={(value) => form.set(field.name, value)}
          />
        ))}
      </div>
    </Dialog>
  );
}

interface FieldProps {
  readonly field: CommandArgument;
  readonly value: string;
  readonly problem: FieldProblem | undefined;
  readonly onChange: (value: string) => void;
}

/** As many choices as can be seen at once are buttons; more become a list. */
const FEW = 6;

function FieldView({ field, value, problem, onChange }: FieldProps) {
  const text = useText();
  const label = text.say(field.label);
  const frame = { label, required: field.required, error: problem && explain(problem, field, text) };
  const placeholder = field.placeholder ? text.say(field.placeholder) : undefined;
  if (field.type === "choice") {
    const options = (field.choices ?? []).map((choice) => ({ value: choice.value, label: text.say(choice.label) }));
    if (options.length <= FEW && field.required)
      return <RadioGroup {...frame} value={value} onChange={onChange} options={options} />;
    return (
      <Select {...frame} value={value} onChange={onChange} options={options} empty={text.t("composer.chooseOne")} />
    );
  }
  if (field.type === "choices") {
    const options = (field.choices ?? []).map((choice) => ({ value: choice.value, label: text.say(choice.label) }));
    const values = value.split(",").filter(Boolean);
    return <CheckboxGroup {...frame} values={values} onChange={(all) => onChange(all.join(","))} options={options} />;
  }
  if (field.type === "longText")
    return <TextArea {...frame} value={value} onChange={onChange} placeholder={placeholder} />;
  return (
    <TextField
      {...frame}
      value={value}
      onChange={onChange}
      placeholder={placeholder}
      {...(field.type === "date" ? { type: "date" } : {})}
      {...(field.type === "number" ? { inputMode: "decimal" as const } : {})}
    />
  );
}
