import { BULLETIN_BODY, type BulletinView, bulletinText } from "@tsunagi/contracts/rest/bulletins";
import { useState } from "react";
import { useLocation } from "wouter";
import { useWorkplace } from "../app/services.ts";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import { Form, problemsBy } from "../kit/form.ts";
import { Inline } from "../kit/Page.tsx";
import { ReasonDialog } from "../kit/ReasonDialog.tsx";
import { TextArea, TextField } from "../kit/TextField.tsx";
import { useToasts } from "../kit/ToastHost.tsx";
import { FormProblems, useBinding } from "../kit/useForm.tsx";
import { useViewModel } from "../kit/useViewModel.ts";

interface OwnerActsProps {
  readonly bulletin: BulletinView;
  readonly onChanged: (bulletin: BulletinView) => void;
}

/** What the poster can do: remind, correct, take back. */
export function OwnerActs({ bulletin, onChanged }: OwnerActsProps) {
  const { t } = useText();
  const { hub } = useWorkplace();
  const toasts = useToasts();
  const [open, setOpen] = useState<"correct" | "takeBack">();
  const params = { bulletinId: bulletin.id };
  const close = () => setOpen(undefined);
  const [reminding, remind] = useViewModel(
    () =>
      new Form({
        initial: {},
        submit: async () => {
          const { reminded: count } = await hub.call("remindOfBulletin", { params });
          toasts.show({ text: t("bulletins.reminded", { count }) });
        },
      }),
  );
  return (
    <>
      <FormProblems form={reminding} />
      <Inline>
        {!bulletin.ended && (
          <Button busy={reminding.busy && t("bulletins.working")} onClick={() => void remind.submit()}>
            {t("bulletins.remind")}
          </Button>
        )}
        <Button onClick={() => setOpen("correct")}>{t("bulletins.correct")}</Button>
        <Button variant="danger" onClick={() => setOpen("takeBack")}>
          {t("bulletins.takeBack")}
        </Button>
      </Inline>
      {open === "correct" && <CorrectDialog bulletin={bulletin} onChanged={onChanged} onClose={close} />}
      {open === "takeBack" && (
        <ReasonDialog
          title={t("bulletins.takeBackTitle")}
          confirmLabel={t("bulletins.takeBack")}
          busyLabel={t("bulletins.working")}
          reason={{ label: t("bulletins.takeBackReason"), required: true }}
          submit={async (reason) => {
            onChanged(await hub.call("cancelBulletin", { params, body: { reason } }));
            close();
          }}
          onClose={close}
        >
          {t("bulletins.takeBackText")}
        </ReasonDialog>
      )}
    </>
  );
}

function CorrectDialog({ bulletin, onChanged, onClose }: OwnerActsProps & { readonly onClose: () => void }) {
  const { t } = useText();
  const { hub } = useWorkplace();
  const toasts = useToasts();
  const [, navigate] = useLocation();
  const [form, actions] = useViewModel(
    () =>
      new Form({
        initial: { title: bulletin.title, body: bulletin.body },
        check: (values) => problemsBy(bulletinText, values),
        submit: async (body) => {
          const { id: bulletinId, needsApproval } = bulletin;
          if (needsApproval) {
            const { id } = await hub.call("planCorrection", { body: { bulletinId, ...body } });
            toasts.show({ text: t("bulletinPlans.submitted") });
            navigate(`/bulletins/plans/${id}`);
          } else onChanged(await hub.call("correctBulletin", { params: { bulletinId }, body }));
          onClose();
        },
      }),
  );
  const bind = useBinding(form, actions.set);
  return (
    <Dialog
      title={t("bulletins.correctTitle")}
      onClose={onClose}
      onSubmit={() => void actions.submit()}
      locked={form.busy}
      actions={
        <>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button type="submit" variant="primary" busy={form.busy && t("bulletins.working")}>
            {t(bulletin.needsApproval ? "bulletinPlans.askApproval" : "bulletins.correct")}
          </Button>
        </>
      }
    >
      <FormProblems form={form} />
      <p>{t("bulletins.correctHint")}</p>
      <TextField {...bind("title")} label={t("bulletins.subject")} maxLength={100} required />
      <TextArea {...bind("body")} label={t("bulletins.body")} rows={8} maxLength={BULLETIN_BODY} required />
    </Dialog>
  );
}
