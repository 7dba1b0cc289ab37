import { ArrowLeft } from "lucide-react";
import { type ReactNode, useEffect } from "react";
import { Link } from "wouter";
import { useText } from "../i18n/text.ts";
import { cx } from "./cx.ts";
import { titleIs } from "./documentTitle.ts";
import styles from "./Page.module.css";

export interface PageProps {
  readonly title: string;
  /** Beside the title: a badge. */
  readonly mark?: ReactNode;
  readonly subtitle?: ReactNode;
  /** The page one level up. */
  readonly back?: string;
  /** At the right of the bar. */
  readonly actions?: ReactNode;
  /** Under the bar and staying there: tabs. */
  readonly below?: ReactNode;
  /** As wide as text is read best. */
  readonly narrow?: boolean;
  readonly children: ReactNode;
}

/** A page: its bar with title and way back, and its content. The title is the browser tab's, without a name in it. */
export function Page({ title, mark, subtitle, back, actions, below, narrow, children }: PageProps) {
  const { t } = useText();
  return (
    <div className={styles["page"]}>
      <header className={styles["bar"]}>
        <div className={cx(styles["barInner"], back && styles["withBack"], narrow && styles["narrow"])}>
          {back && (
            <Link href={back} className={cx(styles["back"], styles["noPrint"])} aria-label={t("common.back")}>
              <ArrowLeft size={24} aria-hidden />
            </Link>
          )}
          <div className={styles["titles"]}>
            <div className={styles["titleLine"]}>
              <h1 className={styles["title"]}>{title}</h1>
              {mark}
            </div>
            {subtitle && <div className={styles["subtitle"]}>{subtitle}</div>}
          </div>
          {actions && <div className={cx(styles["inline"], styles["noPrint"])}>{actions}</div>}
        </div>
        {below && <div className={cx(styles["below"], styles["noPrint"])}>{below}</div>}
      </header>
      <div className={cx(styles["content"], narrow && styles["narrow"])}>{children}</div>
    </div>
  );
}

/** One below the other. */
export const Stack = ({ children }: { children: ReactNode }) => <div className={styles["stack"]}>{children}</div>;

/** Side by side where there is room, else one below the other. */
export const Columns = ({ children }: { children: ReactNode }) => <div className={styles["columns"]}>{children}</div>;

/** Two short things side by side, on phones too. */
export const Pair = ({ children }: { children: ReactNode }) => <div className={styles["pair"]}>{children}</div>;

/** In one line, wrapped where it must be. */
export const Inline = ({ children }: { children: ReactNode }) => <div className={styles["inline"]}>{children}</div>;

/** A new step on the same page begins at its top. */
export function useTopOfPage(): void {
  useEffect(() => {
    document.getElementById("main")?.scrollTo({ top: 0 });
  }, []);
}

/** Names the browser tab; never with anything about a person in it. */
export function useDocumentTitle(title: string): void {
  const { t } = useText();
  const product = t("common.productName");
  useEffect(() => {
    titleIs(title ? `${title}｜${product}` : product);
  }, [title, product]);
}
