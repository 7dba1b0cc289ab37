import type { PlainTextKey } from "../i18n/keys.ts";
import { useText } from "../i18n/text.ts";
import { ConfirmDialog } from "../kit/ConfirmDialog.tsx";
import { Banner } from "../kit/State.tsx";
import { type LinkDoubt, linkFacts } from "./links.ts";
import styles from "./Panels.module.css";

const DOUBTS: Readonly<Record<LinkDoubt, PlainTextKey>> = {
  lookalike: "marks.linkLookalike",
  disguised: "marks.linkDisguised",
  number: "marks.linkNumber",
  open: "marks.linkOpen",
};

/** Asks before a page outside is opened: where it really leads, and what speaks against it. */
export function LinkDialog({ href, onClose }: { href: string; onClose: () => void }) {
  const { t } = useText();
  const { host, doubts } = linkFacts(href);
  const open = () => {
    window.open(href, "_blank", "noopener,noreferrer");
    onClose();
  };
  return (
    <ConfirmDialog title={t("marks.linkTitle")} confirmLabel={t("marks.linkDo")} onConfirm={open} onCancel={onClose}>
      <p className={styles["note"]}>{t("marks.linkHost")}</p>
      <p className={styles["host"]}>{host}</p>
      <p className={styles["address"]}>{href}</p>
      {doubts.map((doubt) => (
        <Banner key={doubt} tone="warning">
          {t(DOUBTS[doubt])}
        </Banner>
      ))}
      <p>{t("marks.linkText")}</p>
    </ConfirmDialog>
  );
}
