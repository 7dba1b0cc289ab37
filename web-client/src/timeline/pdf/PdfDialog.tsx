import { Download, ZoomIn, ZoomOut } from "lucide-react";
import type { PDFDocumentProxy } from "pdfjs-dist";
import { useEffect, useState } from "react";
import { useText } from "../../i18n/text.ts";
import { Button, IconButton } from "../../kit/Button.tsx";
import { Dialog } from "../../kit/Dialog.tsx";
import { Banner, Busy } from "../../kit/State.tsx";
import type { Attachment } from "../tile.ts";
import { openPdf } from "./openPdf.ts";
import styles from "./Pdf.module.css";
import { PdfPage } from "./PdfPage.tsx";

/** Larger ones would fill a telephone's memory. */
const MOST_BYTES = 40_000_000;
const ZOOMS = [1, 1.5, 2, 3] as const;

type Opening = "loading" | "failed" | "locked" | "tooLarge" | PDFDocumentProxy;

interface Props {
  readonly attachment: Attachment;
  readonly load: () => Promise<ArrayBuffer>;
  readonly onSave: () => void;
  readonly onClose: () => void;
}

/** A document's pages, drawn as one comes near them. */
export default function PdfDialog({ attachment, load, onSave, onClose }: Props) {
  const { t } = useText();
  const opening = useDocument(attachment, load);
  const [zoom, setZoom] = useState(0);
  const document = typeof opening === "object" ? opening : null;
  return (
    <Dialog
      title={attachment.name}
      onClose={onClose}
      actions={
        <>
          {document && (
            <>
              <IconButton
                icon={ZoomOut}
                label={t("media.smaller")}
                disabled={zoom === 0}
                onClick={() => setZoom(zoom - 1)}
              />
              <IconButton
                icon={ZoomIn}
                label={t("media.larger")}
                disabled={zoom === ZOOMS.length - 1}
                onClick={() => setZoom(zoom + 1)}
              />
            </>
          )}
          <Button icon={Download} onClick={onSave}>
            {t("timeline.save")}
          </Button>
        </>
      }
    >
      {opening === "loading" && <Busy>{t("media.documentLoading")}</Busy>}
      {opening === "failed" && <Banner tone="danger">{t("media.documentFailed")}</Banner>}
      {opening === "locked" && <Banner tone="warning">{t("media.documentLocked")}</Banner>}
      {opening === "tooLarge" && <Banner tone="warning">{t("media.documentTooLarge")}</Banner>}
      {document && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled by the keyboard
        <section className={styles["pages"]} aria-label={attachment.name} tabIndex={0}>
          {Array.from({ length: document.numPages }, (_, i) => i + 1).map((number) => (
            <PdfPage key={number} document={document} number={number} zoom={ZOOMS[zoom] ?? 1} />
          ))}
        </section>
      )}
    </Dialog>
  );
}

function useDocument({ size }: Attachment, load: () => Promise<ArrayBuffer>): Opening {
  const [opening, setOpening] = useState<Opening>(size !== null && size > MOST_BYTES ? "tooLarge" : "loading");
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it opens
  useEffect(() => {
    if (opening !== "loading") return;
    let task: ReturnType<typeof openPdf> | null = null;
    let closed = false;
    const open = async () => {
      const data = await load();
      if (closed) return;
      task = openPdf(data);
      setOpening(await task.promise);
    };
    open().catch((error: unknown) => {
      if (!closed) setOpening((error as Error).name === "PasswordException" ? "locked" : "failed");
    });
    return () => {
      closed = true;
      void task?.destroy();
    };
  }, []);
  return opening;
}
