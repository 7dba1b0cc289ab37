import { type ReactNode, useId } from "react";
import { cx } from "./cx.ts";
import styles from "./Field.module.css";
import { Field, FieldError, type FieldFrame, RequiredMark } from "./Field.tsx";

export interface Option<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly hint?: string;
}

export interface SelectProps<Value extends string> extends FieldFrame {
  /** "" = nothing chosen. */
  readonly value: Value | "";
  readonly onChange: (value: Value | "") => void;
  readonly options: readonly Option<Value>[];
  /** What stands for nothing chosen; left out = something is always chosen. */
  readonly empty?: string;
  readonly disabled?: boolean;
}

/** One of a list, by the system's own control. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { label, hint, error, required, value, onChange, options, empty, disabled } = props;
  return (
    <Field label={label} hint={hint} error={error} required={required}>
      {(control) => (
        <select
          {...control}
          className={styles["control"]}
          disabled={disabled}
          value={value}
          onChange={(event) => onChange(event.target.value as Value | "")}
        >
          {empty !== undefined && <option value="">{empty}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

export interface SwitchProps {
  readonly label: ReactNode;
  readonly hint?: string | undefined;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
}

/** On or off, at once. */
export function Switch({ label, hint, checked, onChange, disabled }: SwitchProps) {
  const labelId = useId();
  const hintId = useId();
  return (
    <label className={styles["choice"]}>
      <input
        type="checkbox"
        role="switch"
        aria-checked={checked}
        checked={checked}
        disabled={disabled}
        aria-labelledby={labelId}
        aria-describedby={hint ? hintId : undefined}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span className={styles["choiceText"]}>
        <span id={labelId}>{label}</span>
        {hint && (
          <span className={styles["hint"]} id={hintId}>
            {hint}
          </span>
        )}
      </span>
    </label>
  );
}

interface GroupProps<Value extends string> extends FieldFrame {
  readonly options: readonly Option<Value>[];
  /** One below the other instead of side by side. */
  readonly stacked?: boolean;
}

export interface RadioGroupProps<Value extends string> extends GroupProps<Value> {
  readonly value: Value | "";
  readonly onChange: (value: Value) => void;
}

/** One of a few, all of them seen. */
export function RadioGroup<Value extends string>({ value, onChange, ...frame }: RadioGroupProps<Value>) {
  const name = useId();
  return (
    <Group {...frame} role="radiogroup">
      {(option, id) => (
        <input
          id={id}
          type="radio"
          name={name}
          checked={option === value}
          onChange={() => onChange(option)}
          aria-invalid={frame.error ? true : undefined}
        />
      )}
    </Group>
  );
}

export interface CheckboxGroupProps<Value extends string> extends GroupProps<Value> {
  readonly values: readonly Value[];
  readonly onChange: (values: readonly Value[]) => void;
}

/** Any of a few. */
export function CheckboxGroup<Value extends string>({ values, onChange, ...frame }: CheckboxGroupProps<Value>) {
  const toggle = (option: Value, on: boolean) =>
    onChange(on ? [...values, option] : values.filter((value) => value !== option));
  return (
    <Group {...frame}>
      {(option, id) => (
        <input
          id={id}
          type="checkbox"
          checked={values.includes(option)}
          onChange={(event) => toggle(option, event.target.checked)}
          aria-invalid={frame.error ? true : undefined}
        />
      )}
    </Group>
  );
}

function Group<Value extends string>(
  props: GroupProps<Value> & { role?: "radiogroup"; children: (option: Value, id: string) => ReactNode },
) {
  const { label, hint, error, required, options, stacked, role, children } = props;
  const id = useId();
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || undefined;
  return (
    <fieldset className={styles["field"]} role={role} aria-labelledby={`${id}-label`} aria-describedby={describedBy}>
      <legend className={styles["labelLine"]}>
        <span className={styles["label"]} id={`${id}-label`}>
          {label}
        </span>
        <RequiredMark required={required} />
      </legend>
      {hint && (
        <p className={styles["hint"]} id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div className={cx(styles["choices"], stacked && styles["stacked"])}>
        {options.map((option) => (
          <label key={option.value} className={styles["choice"]} htmlFor={`${id}-${option.value}`}>
            {children(option.value, `${id}-${option.value}`)}
            <span className={styles["choiceText"]}>
              <span>{option.label}</span>
              {option.hint && <span className={styles["hint"]}>{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      <FieldError id={`${id}-error`} error={error} />
    </fieldset>
  );
}
