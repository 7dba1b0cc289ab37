import { CircleAlert } from "lucide-react";
import { type ReactNode, useId } from "react";
import { useText } from "../i18n/text.ts";
import styles from "./Field.module.css";

/** What every field has besides its control. */
export interface FieldFrame {
  readonly label: string;
  readonly hint?: string | undefined;
  /** What is wrong and what to do; the control is marked and points at it. */
  readonly error?: string | undefined;
  /** Says so beside the label: `true` 必須, `false` 任意, nothing when not given. */
  readonly required?: boolean | undefined;
}

/** What the control inside a frame takes over. */
export interface ControlProps {
  readonly id: string;
  readonly "aria-describedby": string | undefined;
  readonly "aria-invalid": true | undefined;
  readonly "aria-required": true | undefined;
}

/** Label, hint and error around one control. */
export function Field({
  label,
  hint,
  error,
  required,
  children,
}: FieldFrame & { children: (control: ControlProps) => ReactNode }) {
  const id = useId();
  const hintId = hint ? `${id}-hint` : "";
  const errorId = error ? `${id}-error` : "";
  return (
    <div className={styles["field"]}>
      <div className={styles["labelLine"]}>
        <label className={styles["label"]} htmlFor={id}>
          {label}
        </label>
        <RequiredMark required={required} />
      </div>
      {hint && (
        <p className={styles["hint"]} id={hintId}>
          {hint}
        </p>
      )}
      {children({
        id,
        "aria-describedby": [hintId, errorId].filter(Boolean).join(" ") || undefined,
        "aria-invalid": error ? true : undefined,
        "aria-required": required ? true : undefined,
      })}
      <FieldError id={errorId} error={error} />
    </div>
  );
}

/** 必須 or 任意 beside a label; screen readers learn of the first from the control itself. */
export function RequiredMark({ required }: { required: boolean | undefined }) {
  const { t } = useText();
  if (required === undefined) return null;
  return (
    <span className={styles["mark"]} aria-hidden={required}>
      {required ? t("common.required") : t("common.optional")}
    </span>
  );
}

/** The sentence under a field; announced when it appears. */
export function FieldError({ id, error }: { id: string; error: string | undefined }) {
  if (!error) return null;
  return (
    <p className={styles["error"]} id={id} role="alert">
      <CircleAlert size={16} aria-hidden />
      <span>{error}</span>
    </p>
  );
}
