import type { EmergencyHit, EmergencyHits } from "@tsunagi/contracts/rest/breakGlass";
import { CalendarSearch, MapPin, QrCode } from "lucide-react";
import { useEffect, useState } from "react";
import { useLocation } from "wouter";
import { useWorkplace } from "../app/services.ts";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import { Page, Stack, useDocumentTitle } from "../kit/Page.tsx";
import { Banner } from "../kit/State.tsx";
import { ByAddress } from "./ByAddress.tsx";
import { ByCode } from "./ByCode.tsx";
import { ByName } from "./ByName.tsx";
import styles from "./breakGlass.module.css";
import { Hits } from "./Hits.view.tsx";
import { OpenCards } from "./OpenCards.tsx";
import { ReasonSheet } from "./ReasonSheet.tsx";
import { takeScannedCode } from "./scannedCode.ts";

const WAYS = [
  { way: "code", icon: QrCode },
  { way: "name", icon: CalendarSearch },
  { way: "address", icon: MapPin },
] as const;
type Way = (typeof WAYS)[number]["way"];

/** Finding somebody from outside their team, for crews and hospitals: three ways, then a reason, then the card. */
export function EmergencyPage() {
  const { t } = useText();
  const { session } = useWorkplace();
  const [, navigate] = useLocation();
  const [scanned, setScanned] = useState(takeScannedCode);
  const [way, setWay] = useState<Way | undefined>(scanned ? "code" : undefined);
  const [found, setFound] = useState<EmergencyHits>();
  const [chosen, setChosen] = useState<EmergencyHit>();
  useDocumentTitle(t("breakGlass.title"));
  useEffect(() => {
    // The page may stand open already when the telephone's camera leads here.
    const arrive = () => {
      const code = takeScannedCode();
      if (code === "") return;
      setScanned(code);
      setWay("code");
      setFound(undefined);
    };
    addEventListener("hashchange", arrive);
    return () => removeEventListener("hashchange", arrive);
  }, []);
  const mayOpen = session.permissions.includes("emergency.breakGlass");
  const choose = (next: Way) => {
    setWay(next);
    setFound(undefined);
  };
  return (
    <Page title={t("breakGlass.title")} narrow>
      <Stack>
        <Banner tone="info">{t("breakGlass.recorded")}</Banner>
        {mayOpen && <OpenCards />}
        <div className={styles["ways"]}>
          {WAYS.map(({ way: one, icon }) => (
            <Button
              key={one}
              wide
              className={styles["big"]}
              icon={icon}
              variant={way === one ? "primary" : "plain"}
              aria-pressed={way === one}
              onClick={() => choose(one)}
            >
              {t(`breakGlass.${one}`)}
            </Button>
          ))}
        </div>
        {way === "code" && <ByCode key={scanned} initial={scanned} onFound={setFound} />}
        {way === "name" && <ByName onFound={setFound} />}
        {way === "address" && <ByAddress onFound={setFound} />}
        {found && <Hits found={found} onChoose={mayOpen ? setChosen : undefined} />}
      </Stack>
      {chosen && (
        <ReasonSheet
          hit={chosen}
          onOpened={() => navigate(`/emergency/${chosen.personId}`)}
          onClose={() => setChosen(undefined)}
        />
      )}
    </Page>
  );
}
