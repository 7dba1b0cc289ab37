import { type FormEvent, type ReactNode, useEffect, useRef } from "react";
import { useText } from "../i18n/text.ts";
import { FailureBanner } from "./FailureBanner.tsx";
import type { FieldProblem, FormSnapshot } from "./form.ts";
import styles from "./Page.module.css";

/** Says what is wrong with a field in the page's language. */
export function useFieldProblem(): (problem: FieldProblem | undefined) => string | undefined {
  const { t, say } = useText();
  return (problem) => {
    if (problem === undefined || typeof problem === "string") return problem && t(problem);
    return "longerThan" in problem ? t("fields.tooLong", { max: problem.longerThan }) : say(problem);
  };
}

/** Binds the fields of a form: `<TextField {...bind("familyName")} label=… />`. */
export function useBinding<Values extends object>(
  form: FormSnapshot<Values>,
  set: (change: Partial<Values>) => void,
): <Name extends keyof Values & string>(
  name: Name,
) => { value: Values[Name]; onChange: (value: Values[Name]) => void; error: string | undefined } {
  const explain = useFieldProblem();
  return (name) => ({
    value: form.values[name],
    onChange: (value) => set({ [name]: value } as unknown as Partial<Values>),
    error: explain(form.problems[name]),
  });
}

/** The failure of a whole form, and the way to its first marked field after a refusal. */
export function FormProblems<Values>({ form }: { form: FormSnapshot<Values> }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (form.refusals === 0) return;
    const around = place.current?.closest("form, dialog") ?? document;
    const marked = around.querySelector<HTMLElement>("[aria-invalid=true]");
    if (marked) marked.focus();
    else place.current?.scrollIntoView({ block: "nearest" });
  }, [form.refusals]);
  return (
    <div ref={place} className={styles["problems"]}>
      {form.failure && <FailureBanner failure={form.failure} />}
    </div>
  );
}

/** A form on a page; Enter sends it. In a dialog, `Dialog`'s `onSubmit` does this. */
export function FormShell({ onSubmit, children }: { onSubmit: () => void; children: ReactNode }) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form className={styles["stack"]} noValidate onSubmit={submit}>
      {children}
    </form>
  );
}
