import { useEffect, useRef } from "react";
import { useLocation } from "wouter";
import { WaitingNotice } from "../devices/WaitingNotice.tsx";
import { useText } from "../i18n/text.ts";
import { ToastHost } from "../kit/ToastHost.tsx";
import { useWideScreen } from "../kit/useMediaQuery.ts";
import { PaletteHost } from "../palette/PaletteHost.tsx";
import { UpdateBar } from "../pwa/UpdateBar.tsx";
import { AttentionBadge } from "../rooms/AttentionBadge.tsx";
import { ErrorBoundary } from "./ErrorBoundary.tsx";
import { MainNavigation } from "./MainNavigation.tsx";
import { OfflineBanner } from "./OfflineBanner.tsx";
import { Pages } from "./routes.tsx";
import styles from "./Shell.module.css";
import { useWorkplace } from "./services.ts";

/** Around every page: the menu, the word about the connection, toasts. Menu below on phones, at the left on desktops. */
export function Shell() {
  const { t } = useText();
  const { updates } = useWorkplace();
  const [path] = useLocation();
  const main = useRef<HTMLElement>(null);
  const wide = useWideScreen();
  // In a conversation the phone's lower edge belongs to the composer.
  const hidden = path.startsWith("/rooms/") && !wide;
  useFocusOnNewPage(path, main);
  return (
    <div className={styles["shell"]}>
      <a className={styles["skip"]} href="#main">
        {t("app.skipToContent")}
      </a>
      <div className={styles["banner"]}>
        <UpdateBar updates={updates} />
        <OfflineBanner />
        <WaitingNotice />
      </div>
      <main id="main" ref={main} className={styles["main"]} tabIndex={-1}>
        <ErrorBoundary place={path}>
          <Pages />
        </ErrorBoundary>
      </main>
      {!hidden && <MainNavigation />}
      <ToastHost />
      <AttentionBadge />
      <PaletteHost />
    </div>
  );
}

/** A new page begins at its top, and screen readers begin there too. */
function useFocusOnNewPage(path: string, main: React.RefObject<HTMLElement | null>): void {
  const first = useRef(true);
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    if (path.startsWith("/rooms/")) return; // the room decides where it opens
    main.current?.scrollTo({ top: 0 });
    main.current?.focus({ preventScroll: true });
  }, [path, main]);
}
