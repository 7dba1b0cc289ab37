import { useEnterSends } from "../composer/useEnterSends.ts";
import { useText } from "../i18n/text.ts";
import { Card } from "../kit/Card.tsx";
import { RadioGroup, Switch } from "../kit/Choice.tsx";
import { useSnapshot } from "../kit/useViewModel.ts";
import { type PreferencesSnapshot, preferencesOfDevice } from "./preferences.ts";

const SECONDS: readonly PreferencesSnapshot["undoSeconds"][] = [0, 5, 10];

/** How one writes on this device. */
export function WritingCard() {
  const { t } = useText();
  const enterSends = useEnterSends();
  const { undoSeconds, imageSize } = useSnapshot(preferencesOfDevice);
  return (
    <Card title={t("composer.writing")}>
      <Switch
        label={t("composer.enterSends")}
        hint={t("composer.enterSendsHint")}
        checked={enterSends}
        onChange={(on) => preferencesOfDevice.set({ enterSends: on })}
      />
      <RadioGroup
        label={t("composer.undoTime")}
        hint={t("composer.undoTimeHint")}
        value={String(undoSeconds)}
        onChange={(chosen) =>
          preferencesOfDevice.set({ undoSeconds: SECONDS.find((one) => String(one) === chosen) ?? 5 })
        }
        options={SECONDS.map((seconds) => ({
          value: String(seconds),
          label: seconds === 0 ? t("composer.undoNone") : t("composer.undoSeconds", { seconds }),
        }))}
      />
      <RadioGroup<PreferencesSnapshot["imageSize"]>
        label={t("composer.imageSize")}
        hint={t("composer.imageSizeHint")}
        value={imageSize}
        onChange={(size) => preferencesOfDevice.set({ imageSize: size })}
        options={[
          { value: "normal", label: t("composer.imageNormal") },
          { value: "original", label: t("composer.imageOriginal") },
        ]}
      />
    </Card>
  );
}
