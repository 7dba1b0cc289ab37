import { useState } from "react";
import { useLocation } from "wouter";
import { useWorkplace } from "../app/services.ts";
import { useText } from "../i18n/text.ts";
import { Page, useDocumentTitle } from "../kit/Page.tsx";
import { useToasts } from "../kit/ToastHost.tsx";
import { useViewModel } from "../kit/useViewModel.ts";
import { AudienceStep, type Preview } from "./AudienceStep.tsx";
import { bulletinForm, inputOf } from "./bulletin.model.ts";
import { WriteStep } from "./WriteStep.tsx";

/** Writing a bulletin, then who will get it, then sending. */
export function NewPage() {
  const { t } = useText();
  const { hub } = useWorkplace();
  const toasts = useToasts();
  const [, navigate] = useLocation();
  const [preview, setPreview] = useState<Preview>();
  useDocumentTitle(t("bulletins.newTitle"));
  const [form, actions] = useViewModel(() =>
    bulletinForm(async (values, signal) => {
      const { audience } = inputOf(values);
      setPreview(await hub.call("previewAudience", { body: { audience }, signal }));
    }),
  );
  const send = async (count: number) => {
    const posted = await hub.call("postBulletin", { body: inputOf(form.values) });
    toasts.show({ text: t("bulletins.sent", { count }) });
    navigate(`/bulletins/${posted.id}`, { replace: true });
  };
  return (
    <Page title={t("bulletins.newTitle")} back="/bulletins" narrow>
      {preview ? (
        <AudienceStep
          title={form.values.title}
          preview={preview}
          onSend={() => send(preview.total)}
          onMend={() => setPreview(undefined)}
        />
      ) : (
        <WriteStep form={form} onChange={actions.set} onSubmit={() => void actions.submit()} />
      )}
    </Page>
  );
}
