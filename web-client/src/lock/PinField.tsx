import { TextField } from "../kit/TextField.tsx";
import { PIN_LONGEST } from "./pin.ts";

interface PinFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | undefined;
  readonly autoFocus?: boolean;
}

/** A PIN: the telephone's number pad, nothing shown, and nothing a browser would keep. */
export function PinField({ autoFocus = false, ...props }: PinFieldProps) {
  return (
    <TextField
      {...props}
      autoFocus={autoFocus}
      type="password"
      digits
      inputMode="numeric"
      autoComplete="off"
      maxLength={PIN_LONGEST}
    />
  );
}
