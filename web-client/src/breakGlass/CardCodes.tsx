import { QrCode } from "lucide-react";
import { useState } from "react";
import { useWorkplace } from "../app/services.ts";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import { Card } from "../kit/Card.tsx";
import { ReasonDialog } from "../kit/ReasonDialog.tsx";
import { useToasts } from "../kit/ToastHost.tsx";

/** Ends the codes of printed cards, for when one was lost. */
export function CardCodes({ personId }: { personId: string }) {
  const { t } = useText();
  const { hub } = useWorkplace();
  const toasts = useToasts();
  const [asking, setAsking] = useState(false);
  return (
    <Card title={t("breakGlass.cardCode")}>
      <p>{t("breakGlass.cardCodeHint")}</p>
      <Button icon={QrCode} onClick={() => setAsking(true)}>
        {t("breakGlass.endCodes")}
      </Button>
      {asking && (
        <ReasonDialog
          title={t("breakGlass.endCodesTitle")}
          confirmLabel={t("breakGlass.endCodes")}
          busyLabel={t("breakGlass.ending")}
          submit={async (_reason, signal) => {
            const { ended } = await hub.call("revokeCardCodes", { params: { personId }, signal });
            setAsking(false);
            toasts.show({ text: t("breakGlass.codesEnded", { count: ended }) });
          }}
          onClose={() => setAsking(false)}
        >
          {t("breakGlass.cardCodeHint")}
        </ReasonDialog>
      )}
    </Card>
  );
}
