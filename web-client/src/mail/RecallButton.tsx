import type { MailId } from "@tsunagi/contracts/ids";
import type { MailView } from "@tsunagi/contracts/rest/mail";
import { useState } from "react";
import { useWorkplace } from "../app/services.ts";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import { ReasonDialog } from "../kit/ReasonDialog.tsx";

/** 取消 while nobody has read it. */
export function RecallButton({ mailId, onRecalled }: { mailId: MailId; onRecalled: (mail: MailView) => void }) {
  const { t } = useText();
  const { hub } = useWorkplace();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="danger" onClick={() => setOpen(true)}>
        {t("mail.recall")}
      </Button>
      {open && (
        <ReasonDialog
          title={t("mail.recallTitle")}
          confirmLabel={t("mail.recall")}
          busyLabel={t("mail.working")}
          reason={{ label: t("mail.recallReason"), required: false }}
          submit={async (reason) => {
            onRecalled(await hub.call("recallMail", { params: { mailId }, body: { reason } }));
            setOpen(false);
          }}
          onClose={() => setOpen(false)}
        >
          {t("mail.recallText")}
        </ReasonDialog>
      )}
    </>
  );
}
