import { texts, useText } from "../i18n/text.ts";
import { TEXT_SETS, type TextSet } from "../i18n/textSet.ts";
import { TEXT_SET_NAMES } from "../i18n/textSetNames.ts";
import { type AppearanceChoice, appearance } from "../kit/appearance.ts";
import { Card } from "../kit/Card.tsx";
import { RadioGroup, Switch } from "../kit/Choice.tsx";
import { useSnapshot } from "../kit/useViewModel.ts";

/** How things look and read on this device; every choice is seen at once. */
export function DisplayCard() {
  const { t, textSet, language, ruby } = useText();
  const { theme, size, motion } = useSnapshot(appearance);
  return (
    <Card title={t("settings.display")}>
      <p>{t("settings.displayHint")}</p>
      <RadioGroup<AppearanceChoice["theme"]>
        stacked
        label={t("settings.theme")}
        value={theme}
        onChange={(chosen) => appearance.choose({ theme: chosen })}
        options={[
          { value: "auto", label: t("settings.themeAuto") },
          { value: "light", label: t("settings.themeLight") },
          { value: "dark", label: t("settings.themeDark") },
          { value: "contrast", label: t("settings.themeContrast") },
        ]}
      />
      <RadioGroup<AppearanceChoice["size"]>
        label={t("settings.size")}
        value={size}
        onChange={(chosen) => appearance.choose({ size: chosen })}
        options={[
          { value: "standard", label: t("settings.sizeStandard") },
          { value: "large", label: t("settings.sizeLarge") },
          { value: "extra", label: t("settings.sizeExtra") },
        ]}
      />
      <RadioGroup<TextSet>
        label={t("settings.language")}
        value={textSet}
        onChange={(chosen) => void texts.choose(chosen)}
        options={TEXT_SETS.map((value) => ({ value, label: t(TEXT_SET_NAMES[value]) }))}
      />
      {language === "ja" && (
        <Switch
          label={t("settings.ruby")}
          hint={t("settings.rubyHint")}
          checked={ruby}
          onChange={(on) => void texts.chooseRuby(on)}
        />
      )}
      <Switch
        label={t("settings.motion")}
        hint={t("settings.motionHint")}
        checked={motion === "off"}
        onChange={(off) => appearance.choose({ motion: off ? "off" : "auto" })}
      />
    </Card>
  );
}
