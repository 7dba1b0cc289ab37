import type { ElementType, Key } from "react";
import { Fragment, jsxDEV as plainJsxDev } from "react/jsx-dev-runtime";
import { withRuby } from "./withRuby.ts";

// The same as jsx-runtime.ts, as the development server and tests compile JSX.
export type { JSX } from "react/jsx-runtime";
export { Fragment };

type Source = Parameters<typeof plainJsxDev>[4];

export const jsxDEV = (type: ElementType, props: object, key: Key | undefined, many: boolean, source?: Source) =>
  plainJsxDev(type, withRuby(type, props), key, many, source);
