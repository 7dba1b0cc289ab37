import { useEnterSends } from "../composer/useEnterSends.ts";
import { useText } from "../i18n/text.ts";
import { Card } from "../kit/Card.tsx";
import { Switch } from "../kit/Choice.tsx";
import { preferencesOfDevice } from "./preferences.ts";

/** How one writes on this device. */
export function WritingCard() {
  const { t } = useText();
  const enterSends = useEnterSends();
  return (
    <Card title={t("composer.writing")}>
      <Switch
        label={t("composer.enterSends")}
        hint={t("composer.enterSendsHint")}
        checked={enterSends}
        onChange={(on) => preferencesOfDevice.set({ enterSends: on })}
      />
    </Card>
  );
}
