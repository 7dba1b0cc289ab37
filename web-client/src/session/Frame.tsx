import { type ReactNode, useEffect, useRef } from "react";
import { useText } from "../i18n/text.ts";
import { useDocumentTitle } from "../kit/Page.tsx";
import styles from "./frame.module.css";

export interface FrameProps {
  readonly title: string;
  readonly text?: string;
  /** Which of the first steps this is. */
  readonly step?: { readonly now: number; readonly of: number };
  readonly children?: ReactNode;
  /** Under the panel: the language, signing out. */
  readonly foot: ReactNode;
}

/** The page of everything before work: the product's name, one panel, one thing to do. */
export function Frame({ title, text, step, children, foot }: FrameProps) {
  const { t } = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  useDocumentTitle(title);
  const announced = step !== undefined && title;
  useEffect(() => {
    // A new step is announced by going to its title; the sign-in page begins at its first field.
    if (announced) heading.current?.focus();
  }, [announced]);
  return (
    <main className={styles["frame"]}>
      <div className={styles["brand"]}>
        <p className={styles["name"]}>{t("common.productName")}</p>
        <p className={styles["tagline"]}>{t("session.tagline")}</p>
      </div>
      <div className={styles["panel"]}>
        <div className={styles["head"]}>
          {step && (
            <p
              className={styles["step"]}
            >{`${t("session.steps")} ${t("session.stepOf", { step: step.now, of: step.of })}`}</p>
          )}
          <h1 className={styles["title"]} ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {text && <p className={styles["muted"]}>{text}</p>}
        </div>
        {children}
      </div>
      <div className={styles["foot"]}>{foot}</div>
    </main>
  );
}
