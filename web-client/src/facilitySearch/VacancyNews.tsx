import { useEffect, useRef } from "react";
import { useWorkplace } from "../app/services.ts";
import { Loader } from "../hub/loadable.ts";
import { useText } from "../i18n/text.ts";
import { CountBadge } from "../kit/Badge.tsx";
import { useViewModel } from "../kit/useViewModel.ts";
import { vacancyNewsSeen } from "./vacancyNewsSeen.ts";

/** The page itself comes first. */
const WAIT_MS = 2_000;

/**
 * How many new vacancies fit one's kept searches, beside the menu's word. Asked for when somebody goes to another page
 * or comes back to the tab, never by the clock: that would keep the session of whoever has left open.
 */
export function VacancyNews({ path }: { path: string }) {
  const { t } = useText();
  const { hub } = useWorkplace();
  const [{ value = 0 }, news] = useViewModel(
    () =>
      new Loader(async (signal) => {
        await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
        signal.throwIfAborted();
        const { searches } = await hub.call("listSavedSearches", { signal });
        return searches.reduce((sum, { unseen }) => sum + unseen, 0);
      }),
  );
  const begun = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is the occasion to ask
  useEffect(() => {
    const ask = () => {
      if (document.visibilityState === "visible") void news.reload();
    };
    if (begun.current) ask(); // the loader asks by itself when it begins
    begun.current = true;
    document.addEventListener("visibilitychange", ask);
    vacancyNewsSeen.addEventListener("seen", ask);
    return () => {
      document.removeEventListener("visibilitychange", ask);
      vacancyNewsSeen.removeEventListener("seen", ask);
    };
  }, [path, news]);
  return <CountBadge count={value} label={t("facilitySearch.unseen", { count: value })} />;
}
