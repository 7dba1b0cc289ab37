import { useState } from "react";
import { type TextSnapshot, useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import { TextArea, TextField } from "../kit/TextField.tsx";
import { checkTemplate, type Template, type TemplateProblem } from "./templates.ts";

export interface TemplateFormProps {
  readonly initial: Template;
  readonly onSave: (template: Template) => void;
  readonly onClose: () => void;
}

/** Writing a template of one's own. Too long is said at once, missing when it is saved. */
export function TemplateForm({ initial, onSave, onClose }: TemplateFormProps) {
  const { t } = useText();
  const [values, setValues] = useState(initial);
  const [tried, setTried] = useState(false);
  const problems = checkTemplate(values);
  const shown = (problem: TemplateProblem | undefined) =>
    problem && (tried || problem.kind === "tooLong") ? explain(problem, t) : undefined;
  const save = () => {
    setTried(true);
    if (Object.keys(problems).length === 0) onSave({ title: values.title.trim(), body: values.body });
  };
  return (
    <Dialog
      title={initial.title || t("templates.add")}
      onClose={onClose}
      onSubmit={save}
      actions={
        <>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button type="submit" variant="primary">
            {t("templates.save")}
          </Button>
        </>
      }
    >
      <TextField
        label={t("templates.name")}
        required
        value={values.title}
        error={shown(problems.title)}
        onChange={(title) => setValues({ ...values, title })}
      />
      <TextArea
        label={t("templates.body")}
        hint={t("templates.bodyHint")}
        required
        rows={6}
        value={values.body}
        error={shown(problems.body)}
        onChange={(body) => setValues({ ...values, body })}
      />
    </Dialog>
  );
}

function explain(problem: TemplateProblem, t: TextSnapshot["t"]): string {
  if (problem.kind === "tooLong") return t("templates.tooLong", { most: problem.most, now: problem.now });
  return t(problem.kind === "noName" ? "templates.noName" : "templates.noBody");
}
