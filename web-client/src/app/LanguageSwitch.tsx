import { Languages } from "lucide-react";
import { texts, useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";

/** Changes to the other language; says so in that language. */
export function LanguageSwitch() {
  const { language, t } = useText();
  const other = language === "ja" ? "en" : "ja";
  return (
    <Button variant="quiet" icon={Languages} lang={other} onClick={() => void texts.choose(other)}>
      {other === "en" ? t("app.english") : t("app.japanese")}
    </Button>
  );
}
