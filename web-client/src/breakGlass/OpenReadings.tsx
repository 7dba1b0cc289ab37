import { useWorkplace } from "../app/services.ts";
import { Loader } from "../hub/loadable.ts";
import { useText } from "../i18n/text.ts";
import { CountBadge } from "../kit/Badge.tsx";
import { useViewModel } from "../kit/useViewModel.ts";

/** How many readings wait for a verdict. */
export function OpenReadings() {
  const { t } = useText();
  const { hub } = useWorkplace();
  const [list] = useViewModel(() => new Loader((signal) => hub.call("countEmergencyReadings", { signal })));
  const count = list.value?.open ?? 0;
  return <CountBadge count={count} label={t("breakGlass.openCount", { count })} />;
}
