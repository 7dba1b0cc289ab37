import { Camera, Paperclip, Trash2 } from "lucide-react";
import { type ChangeEvent, useRef } from "react";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import { FailureBanner } from "../kit/FailureBanner.tsx";
import { FieldError } from "../kit/Field.tsx";
import { Banner } from "../kit/State.tsx";
import { useFieldProblem } from "../kit/useForm.tsx";
import styles from "./consent.module.css";
import { ACCEPT, type DocumentSnapshot } from "./document.model.ts";

export interface DocumentFieldProps {
  readonly document: DocumentSnapshot;
  readonly onChoose: (file: File) => void;
  readonly onRemove: () => void;
}

/** Attaching the signed document: from the camera or from a file. */
export function DocumentField({ document, onChoose, onRemove }: DocumentFieldProps) {
  const { t } = useText();
  const explain = useFieldProblem();
  const file = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const take = (event: ChangeEvent<HTMLInputElement>) => {
    const chosen = event.target.files?.[0];
    event.target.value = ""; // the same file may be chosen again
    if (chosen) onChoose(chosen);
  };
  const { attached, uploading, problem, failure } = document;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of buttons, not of fields that are sent
    <div className={styles["document"]} role="group" aria-labelledby="consent-document">
      <p className={styles["label"]} id="consent-document">
        {t("consent.document")}
      </p>
      <p className={styles["hint"]}>{t("consent.documentHint")}</p>
      {attached ? (
        <Banner
          tone="success"
          live
          actions={
            <Button size="small" icon={Trash2} onClick={onRemove}>
              {t("consent.documentRemove")}
            </Button>
          }
        >
          {t("consent.documentAttached", { name: attached.name })}
        </Banner>
      ) : (
        <div className={styles["fileButtons"]}>
          <Button
            icon={Camera}
            busy={uploading && t("consent.documentUploading")}
            onClick={() => camera.current?.click()}
          >
            {t("consent.documentPhoto")}
          </Button>
          <Button icon={Paperclip} disabled={uploading} onClick={() => file.current?.click()}>
            {t("consent.documentChoose")}
          </Button>
        </div>
      )}
      <input ref={camera} type="file" hidden accept="image/jpeg,image/png" capture="environment" onChange={take} />
      <input ref={file} type="file" hidden accept={ACCEPT} onChange={take} />
      <FieldError id="consent-document-error" error={explain(problem)} />
      {failure && <FailureBanner failure={failure} />}
    </div>
  );
}
