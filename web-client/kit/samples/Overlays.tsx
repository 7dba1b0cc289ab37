import { Copy, Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { useText } from "../../src/i18n/text.ts";
import { Button } from "../../src/kit/Button.tsx";
import { Card } from "../../src/kit/Card.tsx";
import { ConfirmDialog } from "../../src/kit/ConfirmDialog.tsx";
import { Dialog } from "../../src/kit/Dialog.tsx";
import { Menu } from "../../src/kit/Menu.tsx";
import { ReasonDialog } from "../../src/kit/ReasonDialog.tsx";
import { Sheet } from "../../src/kit/Sheet.tsx";
import { TextField } from "../../src/kit/TextField.tsx";
import { useToasts } from "../../src/kit/ToastHost.tsx";
import { Sample } from "../Sample.tsx";

/** What lies over the page. The words on the buttons are the components' names. */
export function Overlays() {
  const { t } = useText();
  const toasts = useToasts();
  const [open, setOpen] = useState<"dialog" | "confirm" | "reason" | "sheet">();
  const [text, setText] = useState("");
  const close = () => setOpen(undefined);
  const said = (what: string) => () => toasts.show({ text: what });
  const items = [
    { label: t("timeline.copy"), icon: Copy, onSelect: said(t("timeline.copied")) },
    { label: t("people.edit"), icon: Pencil, onSelect: said(t("people.edit")) },
    { label: t("timeline.redact"), icon: Trash2, danger: true, onSelect: () => setOpen("confirm") },
  ];
  return (
    <Card title="Dialog, Menu, Toast">
      <Sample name="Overlays">
        <Menu label={t("timeline.menu")} items={items} />
        <Button onClick={() => setOpen("dialog")}>Dialog</Button>
        <Button onClick={() => setOpen("confirm")}>ConfirmDialog</Button>
        <Button onClick={() => setOpen("reason")}>ReasonDialog</Button>
        <Button onClick={() => setOpen("sheet")}>Sheet</Button>
        <Button onClick={said(t("people.saved"))}>Toast</Button>
        <Button
          onClick={() => toasts.show({ text: t("people.saved"), action: { label: t("common.retry"), run: close } })}
        >
          Toast with action
        </Button>
      </Sample>
      {open === "dialog" && (
        <Dialog
          title={t("records.writeTitle")}
          onClose={close}
          onSubmit={close}
          actions={<Button type="submit">{t("common.save")}</Button>}
        >
          <TextField label={t("records.text")} value={text} onChange={setText} />
        </Dialog>
      )}
      {open === "confirm" && (
        <ConfirmDialog
          danger
          title={t("timeline.redactTitle")}
          confirmLabel={t("timeline.redactDo")}
          onConfirm={close}
          onCancel={close}
        >
          {t("timeline.redactText")}
        </ConfirmDialog>
      )}
      {open === "reason" && (
        <ReasonDialog
          title={t("records.cancelTitle")}
          confirmLabel={t("records.cancelRecord")}
          busyLabel={t("records.cancelling")}
          reason={{ label: t("records.reason"), hint: t("records.cancelReasonHint"), required: true }}
          submit={async () => close()}
          onClose={close}
        >
          {t("records.cancelText")}
        </ReasonDialog>
      )}
      {open === "sheet" && <Sheet title={t("timeline.menu")} items={items} onClose={close} />}
    </Card>
  );
}
