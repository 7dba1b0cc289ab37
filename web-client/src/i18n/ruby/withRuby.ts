import { Fragment, type JSX, type ReactNode } from "react";
import { jsx, jsxs } from "react/jsx-runtime";
import type { Piece } from "./annotate.ts";
import { rubies } from "./rubies.ts";

/** Elements that hold text only. */
const PLAIN: ReadonlySet<unknown> = new Set(["option", "title", "textarea", "style", "rt"]);

interface Props {
  readonly children?: ReactNode;
}

/**
 * What an element's properties become when readings are shown: its sentences with ruby over their kanji. Attributes stay
 * as they are; without the switch nothing is done.
 */
export function withRuby<P>(type: unknown, props: P): P {
  if (!rubies.on || (typeof type !== "string" && type !== Fragment) || PLAIN.has(type)) return props;
  const { children } = props as Props;
  if (typeof children === "string") return replaced(props, spoken(children));
  if (!Array.isArray(children)) return props;
  const list = children as readonly ReactNode[];
  return list.some((child) => typeof child === "string" && rubies.of(child))
    ? replaced(props, list.map(spoken))
    : props;
}

const replaced = <P>(props: P, children: ReactNode): P => ({ ...props, children });

function spoken(child: ReactNode): ReactNode {
  const pieces = typeof child === "string" ? rubies.of(child) : undefined;
  return pieces?.some(({ reading }) => reading) ? jsxs(Fragment, { children: pieces.map(drawn) }) : child;
}

/** Screen readers know how kanji are read: the readings are for eyes only. */
const drawn = ({ text, reading }: Piece): JSX.Element | string =>
  reading ? jsxs("ruby", { children: [text, jsx("rt", { "aria-hidden": true, children: reading })] }) : text;
