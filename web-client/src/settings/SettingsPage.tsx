import { roles } from "@tsunagi/contracts/codes/roles";
import { KeyRound, LogOut, MonitorSmartphone } from "lucide-react";
import { useState } from "react";
import { useWorkplace } from "../app/services.ts";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import { Card, Facts } from "../kit/Card.tsx";
import { List, Row } from "../kit/List.tsx";
import { Page, useDocumentTitle } from "../kit/Page.tsx";
import { ReasonDialog } from "../kit/ReasonDialog.tsx";
import { LockSettings } from "../lock/LockSettings.tsx";
import { DisplayCard } from "./DisplayCard.tsx";
import { PasswordDialog } from "./PasswordDialog.tsx";
import { WritingCard } from "./WritingCard.tsx";

/** One's own account on this device. */
export function SettingsPage() {
  const { t, language } = useText();
  const { session, signOut } = useWorkplace();
  const [open, setOpen] = useState<"password" | "signOut">();
  useDocumentTitle(t("settings.title"));
  const close = () => setOpen(undefined);
  return (
    <Page title={t("settings.title")} narrow>
      <Card title={t("settings.profile")}>
        <Facts
          facts={[
            { label: t("settings.name"), value: `${session.familyName} ${session.givenName}` },
            {
              label: t("settings.jobs"),
              value: session.memberships
                .map(({ role, organisationName }) => `${roles.label(role, language)}｜${organisationName}`)
                .join("\n"),
            },
            { label: t("settings.code"), value: session.code },
          ]}
        />
      </Card>
      <DisplayCard />
      <WritingCard />
      <List label={t("settings.security")}>
        <Row
          href="/settings/devices"
          leading={<MonitorSmartphone size={24} aria-hidden />}
          title={t("settings.devices")}
          subtitle={t("settings.devicesHint")}
        />
        <Row
          onSelect={() => setOpen("password")}
          leading={<KeyRound size={24} aria-hidden />}
          title={t("settings.password")}
        />
      </List>
      <LockSettings />
      <Button icon={LogOut} onClick={() => setOpen("signOut")}>
        {t("settings.signOut")}
      </Button>
      {open === "password" && <PasswordDialog onClose={close} />}
      {open === "signOut" && (
        <ReasonDialog
          title={t("settings.signOutTitle")}
          confirmLabel={t("settings.signOut")}
          busyLabel={t("session.signingOut")}
          submit={() => signOut()}
          onClose={close}
        >
          {t("settings.signOutText")}
        </ReasonDialog>
      )}
    </Page>
  );
}
