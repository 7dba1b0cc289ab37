import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist";
import { useEffect, useRef, useState } from "react";
import { useText } from "../../i18n/text.ts";
import { Hidden } from "../../kit/State.tsx";
import styles from "./Pdf.module.css";

/** A sheet of A4, until the page says its own shape. */
const A4 = 297 / 210;
/** Sharper than this only costs memory. */
const MOST_PIXEL_RATIO = 2;

interface Props {
  readonly document: PDFDocumentProxy;
  readonly number: number;
  readonly zoom: number;
}

/** One page as a picture, with its words for screen readers; drawn when it comes near the screen. */
export function PdfPage({ document, number, zoom }: Props) {
  const { t } = useText();
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const near = useNear(frame);
  const [page, setPage] = useState<PDFPageProxy | null>(null);
  const [words, setWords] = useState("");

  useEffect(() => {
    if (!near || page) return;
    let gone = false;
    const read = async () => {
      const got = await document.getPage(number);
      const { items } = await got.getTextContent();
      if (gone) return;
      setPage(got);
      setWords(items.map((item) => ("str" in item ? item.str : "")).join(" "));
    };
    read().catch(() => undefined); // the frame stays empty; the others are shown
    return () => {
      gone = true;
    };
  }, [near, page, document, number]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the width that is drawn for changes with the zoom
  useEffect(() => {
    const element = canvas.current;
    if (!page || !element || !near) return;
    const width = element.clientWidth * Math.min(devicePixelRatio, MOST_PIXEL_RATIO);
    const viewport = page.getViewport({ scale: width / page.getViewport({ scale: 1 }).width });
    element.width = Math.round(viewport.width);
    element.height = Math.round(viewport.height);
    const task = page.render({ canvas: element, viewport, background: "#fff" });
    task.promise.catch(() => undefined); // given up because one zoomed on
    return () => task.cancel();
  }, [page, near, zoom]);

  const shape = page?.getViewport({ scale: 1 });
  const label = t("media.page", { now: number, all: document.numPages });
  return (
    <div ref={frame} className={styles["page"]} data-page={number} data-drawn={page !== null || undefined}>
      <canvas
        ref={canvas}
        className={styles["sheet"]}
        style={{
          inlineSize: `${zoom * 100}%`,
          aspectRatio: shape ? `${shape.width} / ${shape.height}` : `1 / ${A4}`,
        }}
        aria-hidden
      />
      <p className={styles["number"]}>{label}</p>
      <Hidden>{words}</Hidden>
    </div>
  );
}

function useNear(frame: React.RefObject<HTMLElement | null>): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const observer = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting ?? false), {
      rootMargin: "600px",
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame]);
  return near;
}
