import {
  type CSSProperties,
  type FocusEvent,
  type ReactNode,
  type RefObject,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { Virtualizer, type VirtualizerHandle } from "virtua";
import { useText } from "../i18n/text.ts";
import { grewAbove, type Line } from "./lines.ts";
import styles from "./Timeline.module.css";

interface Props {
  readonly lines: readonly Line[];
  readonly view: RefObject<HTMLElement | null>;
  readonly list: RefObject<VirtualizerHandle | null>;
  readonly draw: (line: Line) => ReactNode;
}

/** Pixels drawn beyond both edges of the view: a hard fling goes less far in one frame. */
const AHEAD = 1000;

/** The conversation's lines, of which only those near the view are in the document (docs/adr/0018). */
export function Log({ lines, view, list, draw }: Props) {
  const before = useRef(lines);
  const shift = grewAbove(before.current, lines);
  useLayoutEffect(() => {
    before.current = lines;
  }, [lines]);
  const [focused, setFocused] = useState<string | null>(null);
  const kept = focused === null ? -1 : lines.findIndex(({ key }) => key === focused);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only watches where the focus is, so that its row stays
    <div onFocus={(event: FocusEvent) => setFocused(keyAround(event.target))} onBlur={() => setFocused(null)}>
      <Virtualizer
        ref={list}
        scrollRef={view}
        data={lines}
        shift={shift}
        bufferSize={AHEAD}
        keepMounted={kept < 0 ? NONE : [kept]}
        as={Rows}
        item="li"
      >
        {(line) => <div key={line.key}>{draw(line)}</div>}
      </Virtualizer>
    </div>
  );
}

const NONE: readonly number[] = [];

const keyAround = (element: Element): string | null =>
  element.closest<HTMLElement>("[data-key]")?.dataset["key"] ?? null;

interface RowsProps {
  readonly style: CSSProperties;
  readonly children: ReactNode;
  readonly ref?: unknown;
}

function Rows({ style, children, ref }: RowsProps) {
  const { t } = useText();
  return (
    <ol
      ref={ref as RefObject<HTMLOListElement>}
      style={style}
      className={styles["rows"]}
      aria-label={t("timeline.log")}
    >
      {children}
    </ol>
  );
}
