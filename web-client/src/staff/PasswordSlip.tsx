import { ClipboardCopy, Printer } from "lucide-react";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import { Facts } from "../kit/Card.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import { Banner } from "../kit/State.tsx";
import { useToasts } from "../kit/ToastHost.tsx";
import type { FreshAccount } from "./addStaff.model.ts";
import styles from "./staff.module.css";

/** The initial password, once: to be copied, or printed on a slip for the person. */
export function PasswordSlip({ account, onClose }: { account: FreshAccount; onClose: () => void }) {
  const { t } = useText();
  const toasts = useToasts();
  const { staff, initialPassword } = account;
  const copy = async () => {
    await navigator.clipboard.writeText(initialPassword);
    toasts.show({ text: t("common.copied") });
  };
  return (
    <Dialog
      title={t("staff.passwordTitle")}
      onClose={onClose}
      locked
      actions={
        <>
          <Button icon={ClipboardCopy} onClick={() => void copy()}>
            {t("common.copy")}
          </Button>
          <Button icon={Printer} onClick={() => print()}>
            {t("common.print")}
          </Button>
          <Button variant="primary" onClick={onClose}>
            {t("staff.passwordDone")}
          </Button>
        </>
      }
    >
      <Banner tone="warning">{t("staff.passwordText")}</Banner>
      <div className={styles["slip"]}>
        <h2 className={styles["slipTitle"]}>{t("staff.passwordSlip")}</h2>
        <p>{t("staff.passwordFor", { name: `${staff.familyName} ${staff.givenName}` })}</p>
        <Facts
          facts={[
            { label: t("staff.passwordAddress"), value: location.origin },
            { label: t("staff.loginName"), value: <span className={styles["login"]}>{staff.loginName}</span> },
            { label: t("staff.passwordTitle"), value: <span className={styles["secret"]}>{initialPassword}</span> },
          ]}
        />
        <ol>
          <li>1. {t("staff.passwordStep1")}</li>
          <li>2. {t("staff.passwordStep2")}</li>
        </ol>
      </div>
    </Dialog>
  );
}
