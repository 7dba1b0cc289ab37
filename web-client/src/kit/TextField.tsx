import { Eye, EyeOff } from "lucide-react";
import { type ComponentProps, useState } from "react";
import { IconButton } from "./Button.tsx";
import { cx } from "./cx.ts";
import styles from "./Field.module.css";
import { Field, type FieldFrame } from "./Field.tsx";

interface Bound {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

type Native<Tag extends "input" | "textarea"> = Omit<ComponentProps<Tag>, "value" | "onChange" | "required" | "id">;

export interface TextFieldProps extends FieldFrame, Bound, Native<"input"> {
  /** Digits in equal widths, as for codes. */
  readonly digits?: boolean;
}

/** One line of text. Also dates (`type="date"`), telephone numbers and the like. */
export function TextField({
  label,
  hint,
  error,
  required,
  value,
  onChange,
  digits,
  className,
  ...rest
}: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} required={required}>
      {(control) => (
        <input
          type="text"
          {...rest}
          {...control}
          className={cx(styles["control"], digits && styles["number"], className)}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

export interface PasswordFieldProps extends FieldFrame, Bound {
  readonly autoComplete: "current-password" | "new-password";
  readonly showLabel: string;
  readonly hideLabel: string;
  readonly autoFocus?: boolean;
}

/** A password that can be looked at: gloves mistype. */
export function PasswordField(props: PasswordFieldProps) {
  const { label, hint, error, required, value, onChange, showLabel, hideLabel, ...rest } = props;
  const [shown, show] = useState(false);
  return (
    <Field label={label} hint={hint} error={error} required={required}>
      {(control) => (
        <div className={styles["withButton"]}>
          <input
            {...rest}
            {...control}
            type={shown ? "text" : "password"}
            autoCapitalize="none"
            autoCorrect="off"
            spellCheck={false}
            className={styles["control"]}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
          <IconButton label={shown ? hideLabel : showLabel} icon={shown ? EyeOff : Eye} onClick={() => show(!shown)} />
        </div>
      )}
    </Field>
  );
}

export interface TextAreaProps extends FieldFrame, Bound, Native<"textarea"> {}

/** Several lines of text; grows with what is typed. */
export function TextArea({ label, hint, error, required, value, onChange, className, ...rest }: TextAreaProps) {
  return (
    <Field label={label} hint={hint} error={error} required={required}>
      {(control) => (
        <textarea
          rows={4}
          {...rest}
          {...control}
          className={cx(styles["control"], className)}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
