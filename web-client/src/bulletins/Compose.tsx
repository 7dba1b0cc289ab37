import type { BulletinPlanInput } from "@tsunagi/contracts/rest/bulletinPlans";
import { useState } from "react";
import { useWorkplace } from "../app/services.ts";
import { useViewModel } from "../kit/useViewModel.ts";
import { AudienceStep, type Preview } from "./AudienceStep.tsx";
import { type BulletinValues, bulletinForm, inputOf } from "./bulletin.model.ts";
import { WriteStep } from "./WriteStep.tsx";

interface ComposeProps {
  /** What stands there already. */
  readonly start?: BulletinValues;
  readonly send: (input: BulletinPlanInput, count: number) => Promise<void>;
}

/** Writing a bulletin, then who will get it and when, then sending. */
export function Compose({ start, send }: ComposeProps) {
  const { hub } = useWorkplace();
  const [preview, setPreview] = useState<Preview>();
  const [form, actions] = useViewModel(() =>
    bulletinForm(async (values, signal) => {
      const { audience } = inputOf(values);
      setPreview(await hub.call("previewAudience", { body: { audience }, signal }));
    }, start),
  );
  return preview ? (
    <AudienceStep
      input={inputOf(form.values)}
      preview={preview}
      onSend={() => send(inputOf(form.values), preview.total)}
      onMend={() => setPreview(undefined)}
    />
  ) : (
    <WriteStep form={form} onChange={actions.set} onSubmit={() => void actions.submit()} />
  );
}
