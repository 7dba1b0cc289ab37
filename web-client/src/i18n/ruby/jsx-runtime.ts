import type { ElementType, Key } from "react";
import { Fragment, jsx as plainJsx, jsxs as plainJsxs } from "react/jsx-runtime";
import { withRuby } from "./withRuby.ts";

// What JSX compiles to (tsconfig's and Vite's jsxImportSource): React's own, with readings put over the product's sentences.
export type { JSX } from "react/jsx-runtime";
export { Fragment };

export const jsx = (type: ElementType, props: object, key?: Key) => plainJsx(type, withRuby(type, props), key);
export const jsxs = (type: ElementType, props: object, key?: Key) => plainJsxs(type, withRuby(type, props), key);
