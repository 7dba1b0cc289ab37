import { Ellipsis } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Link, useLocation } from "wouter";
import { VacancyNews } from "../facilitySearch/VacancyNews.tsx";
import { useText } from "../i18n/text.ts";
import { Sheet } from "../kit/Sheet.tsx";
import { useWideScreen } from "../kit/useMediaQuery.ts";
import styles from "./MainNavigation.module.css";
import { type Destination, destinationsFor, inPhoneBar } from "./navigation.ts";
import { useWorkplace } from "./services.ts";

/** The menu: below on phones with what is needed most, the rest behind 「その他」; whole at the left on desktops. */
export function MainNavigation() {
  const { t } = useText();
  const { session } = useWorkplace();
  const [path] = useLocation();
  const wide = useWideScreen();
  const all = destinationsFor(session.permissions);
  const { shown, more } = wide ? { shown: all, more: [] } : inPhoneBar(all);
  const news = (of: readonly Destination[]) =>
    of.some(({ href }) => href === "/facilities") && <VacancyNews path={path} />;
  return (
    <nav className={styles["nav"]} aria-label={t("app.mainNavigation")}>
      {shown.map((destination) => (
        <Link
          key={destination.href}
          href={destination.href}
          className={styles["link"] ?? ""}
          aria-current={destination.owns(path) ? "page" : undefined}
        >
          <Face icon={destination.icon} label={t(destination.label)}>
            {news([destination])}
          </Face>
        </Link>
      ))}
      {more.length > 0 && <More destinations={more}>{news(more)}</More>}
    </nav>
  );
}

function More({ destinations, children }: { destinations: readonly Destination[]; children: ReactNode }) {
  const { t } = useText();
  const [path, navigate] = useLocation();
  const [open, setOpen] = useState(false);
  const items = destinations.map(({ href, label, icon }) => ({
    label: t(label),
    icon,
    onSelect: () => navigate(href),
  }));
  return (
    <>
      <button
        type="button"
        className={styles["link"]}
        aria-haspopup="dialog"
        aria-current={destinations.some(({ owns }) => owns(path)) ? "true" : undefined}
        onClick={() => setOpen(true)}
      >
        <Face icon={Ellipsis} label={t("app.more")}>
          {children}
        </Face>
      </button>
      {open && <Sheet title={t("app.more")} items={items} onClose={() => setOpen(false)} />}
    </>
  );
}

function Face(props: { icon: Destination["icon"]; label: string; children: ReactNode }) {
  const { icon: Icon, label, children } = props;
  return (
    <>
      <span className={styles["pill"]}>
        <Icon size={24} aria-hidden />
        {children}
      </span>
      <span>{label}</span>
    </>
  );
}
