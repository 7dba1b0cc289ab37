import type { EmergencyCardView } from "@tsunagi/contracts/rest/emergency";
import { FileUp } from "lucide-react";
import { useState } from "react";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import { ImportDialog } from "./ImportDialog.tsx";

interface ImportButtonProps {
  readonly personId: string;
  readonly onTaken: (card: EmergencyCardView) => void;
}

/** Takes data of another system over into the card. */
export function ImportButton({ personId, onTaken }: ImportButtonProps) {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button wide icon={FileUp} onClick={() => setOpen(true)}>
        {t("handover.import")}
      </Button>
      {open && (
        <ImportDialog
          personId={personId}
          onTaken={(card) => {
            setOpen(false);
            onTaken(card);
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
