import { Languages } from "lucide-react";
import { texts, useText } from "../i18n/text.ts";
import { languageOf, TEXT_SETS } from "../i18n/textSet.ts";
import { TEXT_SET_NAMES } from "../i18n/textSetNames.ts";
import { Button } from "../kit/Button.tsx";
import { Inline } from "../kit/Page.tsx";

/** Changes to another language or to easy Japanese; each says so in its own words. */
export function LanguageSwitch() {
  const { textSet, t } = useText();
  return (
    <Inline>
      {TEXT_SETS.filter((set) => set !== textSet).map((set) => (
        <Button
          key={set}
          variant="quiet"
          icon={Languages}
          lang={languageOf(set)}
          onClick={() => void texts.choose(set)}
        >
          {t(TEXT_SET_NAMES[set])}
        </Button>
      ))}
    </Inline>
  );
}
