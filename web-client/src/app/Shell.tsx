import { useEffect, useRef } from "react";
import { Link, useLocation } from "wouter";
import { WaitingNotice } from "../devices/WaitingNotice.tsx";
import { VacancyNews } from "../facilitySearch/VacancyNews.tsx";
import { useText } from "../i18n/text.ts";
import { cx } from "../kit/cx.ts";
import { ToastHost } from "../kit/ToastHost.tsx";
import { PaletteHost } from "../palette/PaletteHost.tsx";
import { UpdateBar } from "../pwa/UpdateBar.tsx";
import { AttentionBadge } from "../rooms/AttentionBadge.tsx";
import { ErrorBoundary } from "./ErrorBoundary.tsx";
import { destinationsFor } from "./navigation.ts";
import { OfflineBanner } from "./OfflineBanner.tsx";
import { Pages } from "./routes.tsx";
import styles from "./Shell.module.css";
import { useWorkplace } from "./services.ts";

/** Around every page: the menu, the word about the connection, toasts. Menu below on phones, at the left on desktops. */
export function Shell() {
  const { t } = useText();
  const { session, updates } = useWorkplace();
  const [path] = useLocation();
  const main = useRef<HTMLElement>(null);
  const inRoom = path.startsWith("/rooms/");
  useFocusOnNewPage(path, main);
  return (
    <div className={cx(styles["shell"], inRoom && styles["focused"])}>
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
      <nav className={styles["nav"]} aria-label={t("app.mainNavigation")}>
        {destinationsFor(session.permissions).map(({ href, label, icon: Icon, owns }) => (
          <Link key={href} href={href} className={styles["link"] ?? ""} aria-current={owns(path) ? "page" : undefined}>
            <span className={styles["pill"]}>
              <Icon size={24} aria-hidden />
              {href === "/facilities" && <VacancyNews path={path} />}
            </span>
            <span>{t(label)}</span>
          </Link>
        ))}
      </nav>
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
