import { createContext, useContext } from "react";
import styles from "./Toast.module.css";
import { Toasts } from "./toasts.ts";
import { useSnapshot } from "./useViewModel.ts";

export const ToastContext = createContext<Toasts>(new Toasts());

/** Shows a word at the foot of the screen: `const toasts = useToasts(); toasts.show({ text })`. */
export const useToasts = (): Toasts => useContext(ToastContext);

/** Where toasts appear; once, in the shell. Screen readers say them without being interrupted. */
export function ToastHost() {
  const toasts = useToasts();
  const shown = useSnapshot(toasts);
  return (
    <div className={styles["host"]} aria-live="polite" role="log">
      {shown.map(({ id, text, action }) => (
        <div key={id} className={styles["toast"]}>
          <span className={styles["text"]}>{text}</span>
          {action && (
            <button
              type="button"
              className={styles["action"]}
              onClick={() => {
                toasts.dismiss(id);
                action.run();
              }}
            >
              {action.label}
            </button>
          )}
        </div>
      ))}
    </div>
  );
}
