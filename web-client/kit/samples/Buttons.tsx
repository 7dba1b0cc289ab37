import { Plus, Send, Trash2 } from "lucide-react";
import { useState } from "react";
import { useText } from "../../src/i18n/text.ts";
import { Badge, CountBadge } from "../../src/kit/Badge.tsx";
import { Button, ButtonLink, IconButton } from "../../src/kit/Button.tsx";
import { Card } from "../../src/kit/Card.tsx";
import { Sample } from "../Sample.tsx";

const VARIANTS = ["primary", "plain", "quiet", "danger"] as const;
const TONES = ["neutral", "primary", "info", "success", "warning", "danger"] as const;

/** What is pressed, and the small words beside things. */
export function Buttons() {
  const { t, say } = useText();
  const [pressed, press] = useState(true);
  return (
    <Card title="Button, Badge">
      {VARIANTS.map((variant) => (
        <Sample key={variant} name={`Button variant="${variant}"`}>
          <Button variant={variant}>{t("common.save")}</Button>
          <Button variant={variant} icon={variant === "danger" ? Trash2 : Send}>
            {t("common.retry")}
          </Button>
          <Button variant={variant} size="small">
            {t("common.print")}
          </Button>
          <Button variant={variant} disabled>
            {t("common.save")}
          </Button>
          <Button variant={variant} busy={t("common.saving")}>
            {t("common.save")}
          </Button>
        </Sample>
      ))}
      <Sample name="Button wide, ButtonLink">
        <Button variant="primary" wide>
          {t("session.signIn")}
        </Button>
        <ButtonLink href="/" icon={Plus}>
          {t("people.register")}
        </ButtonLink>
      </Sample>
      <Sample name="IconButton">
        <IconButton label={t("common.close")} icon={Plus} />
        <IconButton label={t("common.close")} icon={Send} primary />
        <IconButton label={t("common.close")} icon={Send} disabled />
        <IconButton label={t("composer.askAck")} icon={Plus} pressed={pressed} onClick={() => press(!pressed)} />
      </Sample>
      <Sample name="Badge, CountBadge">
        {TONES.map((tone) => (
          <Badge key={tone} tone={tone}>
            {say({ ja: "要確認", en: tone })}
          </Badge>
        ))}
        <Badge tone="success" icon={Plus}>
          {say({ ja: "承認済み", en: "approved" })}
        </Badge>
        <CountBadge count={3} label={t("rooms.unread", { count: 3 })} />
        <CountBadge count={128} label={t("rooms.unread", { count: 128 })} />
      </Sample>
    </Card>
  );
}
