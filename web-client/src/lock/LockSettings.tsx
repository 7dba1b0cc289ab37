import { Lock, RectangleEllipsis } from "lucide-react";
import { useState } from "react";
import { useWorkplace } from "../app/services.ts";
import { useText } from "../i18n/text.ts";
import { Card } from "../kit/Card.tsx";
import { Select } from "../kit/Choice.tsx";
import { List, Row } from "../kit/List.tsx";
import { chooseLockMinutes, lockChoices, lockMinutes } from "./lockMinutes.ts";
import { PinDialog } from "./PinDialog.tsx";

/** When the screen locks, its PIN, and locking now. */
export function LockSettings() {
  const { t } = useText();
  const { lock, session } = useWorkplace();
  const [minutes, setMinutes] = useState(lockMinutes);
  const [changing, setChanging] = useState(false);
  const limit = session.limits.lockMinutes;
  return (
    <>
      <List label={t("lock.settings")}>
        <Row
          onSelect={() => void lock.lockNow()}
          leading={<Lock size={24} aria-hidden />}
          title={t("lock.now")}
          subtitle={t("lock.nowHint")}
        />
        <Row
          onSelect={() => setChanging(true)}
          leading={<RectangleEllipsis size={24} aria-hidden />}
          title={t("lock.changeTitle")}
        />
      </List>
      <Card title={t("lock.settings")}>
        <Select
          label={t("lock.after")}
          hint={t("lock.afterHint", { limit })}
          value={String(minutes)}
          onChange={(chosen) => {
            chooseLockMinutes(Number(chosen));
            setMinutes(lockMinutes());
          }}
          options={lockChoices(limit).map((choice) => ({
            value: String(choice),
            label: t("lock.minutes", { minutes: choice }),
          }))}
        />
      </Card>
      {changing && <PinDialog lock={lock} onClose={() => setChanging(false)} />}
    </>
  );
}
