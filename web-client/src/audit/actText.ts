import { acts } from "../i18n/ja/acts.ts";
import type { Translate } from "../i18n/keys.ts";

type Act = keyof typeof acts;

/** What was done in words; the log's own name of it when it is newer than this client. */
export function actText(action: string, t: Translate): string {
  const key = action.replace(/\.(\w)/, (_, letter: string) => letter.toUpperCase());
  return key in acts ? t(`acts.${key as Act}`) : action;
}
