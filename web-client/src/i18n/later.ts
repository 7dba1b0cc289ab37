import { type ComponentType, lazy } from "react";
import { texts } from "./text.ts";

/** A component that is fetched when it is first shown, together with the texts of all pages. */
export const later = <Props>(load: () => Promise<ComponentType<Props>>) =>
  lazy(async () => {
    const [component] = await Promise.all([load(), texts.whole()]);
    return { default: component };
  });
