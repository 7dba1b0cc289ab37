import { Paperclip } from "lucide-react";
import { useWorkplace } from "../app/services.ts";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import { FailureBanner } from "../kit/FailureBanner.tsx";
import { Inline } from "../kit/Page.tsx";
import { useAct } from "../kit/useAct.ts";
import { saveFile } from "../timeline/saveFile.ts";
import type { Attachment } from "../timeline/tile.ts";

/** A letter's files: decrypted here when one saves them. */
export function FileList({ files }: { files: readonly Attachment[] }) {
  const { t } = useText();
  const { account } = useWorkplace();
  const { busy, failure, act } = useAct();
  if (files.length === 0) return null;
  const save = async ({ file, mimeType, name }: Attachment) =>
    saveFile(new Blob([await account.media.download(file, new AbortController().signal)], { type: mimeType }), name);
  return (
    <>
      {failure && <FailureBanner failure={failure} />}
      <Inline>
        {files.map((file) => (
          <Button
            key={file.file.url}
            icon={Paperclip}
            busy={busy && t("mail.working")}
            onClick={() => void act(() => save(file))}
          >
            {t("mail.save", { name: file.name })}
          </Button>
        ))}
      </Inline>
    </>
  );
}
