import { Paperclip, X } from "lucide-react";
import { useRef } from "react";
import { useWorkplace } from "../app/services.ts";
import { attachmentContent } from "../composer/attachmentContent.ts";
import { prepareFile, UnreadableImage } from "../composer/prepareFile.ts";
import { useText } from "../i18n/text.ts";
import { Button, IconButton } from "../kit/Button.tsx";
import { FailureBanner } from "../kit/FailureBanner.tsx";
import { List, Row } from "../kit/List.tsx";
import { Inline } from "../kit/Page.tsx";
import { useToasts } from "../kit/ToastHost.tsx";
import { useAct } from "../kit/useAct.ts";
import type { MatrixAccount } from "../matrix/account.ts";
import type { Content } from "../matrix/models.ts";
import { FILES } from "./letter.ts";

interface FileFieldProps {
  readonly value: readonly Content[];
  readonly onChange: (files: readonly Content[]) => void;
}

/** Files of a letter: encrypted and uploaded when they are chosen, as the composer does it. */
export function FileField({ value, onChange }: FileFieldProps) {
  const { t } = useText();
  const { account, session } = useWorkplace();
  const toasts = useToasts();
  const { busy, failure, act } = useAct();
  const input = useRef<HTMLInputElement>(null);
  const take = async (chosen: readonly File[]) => {
    let files = value;
    for (const file of chosen) {
      if (files.length >= FILES) return toasts.show({ text: t("mail.tooManyFiles", { count: FILES }) });
      if (file.size > session.limits.uploadBytes) toasts.show({ text: t("mail.tooLarge", { name: file.name }) });
      else
        try {
          files = [...files, await uploaded(account, file)];
          onChange(files);
        } catch (error) {
          if (!(error instanceof UnreadableImage)) throw error;
          toasts.show({ text: t("mail.unreadableImage", { name: file.name }) });
        }
    }
  };
  return (
    <>
      {failure && <FailureBanner failure={failure} />}
      {value.length > 0 && (
        <List label={t("mail.files")}>
          {value.map((file) => {
            const name = String(file["filename"]);
            const remove = () => onChange(value.filter((other) => other !== file));
            return (
              <Row
                key={JSON.stringify(file["file"])}
                title={name}
                trailing={<IconButton label={t("mail.removeFile", { name })} icon={X} onClick={remove} />}
              />
            );
          })}
        </List>
      )}
      <Inline>
        <Button icon={Paperclip} busy={busy && t("mail.encrypting")} onClick={() => input.current?.click()}>
          {t("mail.attach")}
        </Button>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          onChange={({ target }) => {
            const chosen = [...(target.files ?? [])];
            target.value = "";
            void act(() => take(chosen));
          }}
        />
      </Inline>
    </>
  );
}

async function uploaded({ media }: MatrixAccount, file: File): Promise<Content> {
  const { signal } = new AbortController();
  const send = (blob: Blob) => media.upload(blob, () => undefined, signal);
  const prepared = await prepareFile(file, "normal");
  const thumbnail = prepared.thumbnail && (await send(prepared.thumbnail.blob));
  return attachmentContent({ prepared, file: await send(prepared.blob), thumbnail, replyTo: null });
}
