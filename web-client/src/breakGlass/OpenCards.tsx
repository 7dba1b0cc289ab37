import { HeartPulse } from "lucide-react";
import { useWorkplace } from "../app/services.ts";
import { Loader } from "../hub/loadable.ts";
import { formatTime } from "../i18n/dates.ts";
import { useText } from "../i18n/text.ts";
import { List, Row } from "../kit/List.tsx";
import { useViewModel } from "../kit/useViewModel.ts";

/** Cards one has opened and may still read. */
export function OpenCards() {
  const { t, language } = useText();
  const { hub } = useWorkplace();
  const [list] = useViewModel(() => new Loader((signal) => hub.call("listOwnGrants", { signal })));
  const grants = list.value?.grants ?? [];
  if (grants.length === 0) return null;
  return (
    <List label={t("breakGlass.openCards")}>
      {grants.map(({ id, person, expiresAt }) => (
        <Row
          key={id}
          href={`/emergency/${person.personId}`}
          leading={<HeartPulse size={24} aria-hidden />}
          title={person.name}
          subtitle={t("breakGlass.until", { time: formatTime(expiresAt, language) })}
        />
      ))}
    </List>
  );
}
