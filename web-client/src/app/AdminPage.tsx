import type { Permission } from "@tsunagi/contracts/permissions";
import {
  Building2,
  ClipboardList,
  type LucideIcon,
  MonitorSmartphone,
  ScrollText,
  Siren,
  UsersRound,
} from "lucide-react";
import type { ReactNode } from "react";
import { OpenReadings } from "../breakGlass/OpenReadings.tsx";
import type { PlainTextKey } from "../i18n/keys.ts";
import { useText } from "../i18n/text.ts";
import { List, Row } from "../kit/List.tsx";
import { Page, useDocumentTitle } from "../kit/Page.tsx";
import { useWorkplace } from "./services.ts";

interface Area {
  readonly href: string;
  readonly needs: Permission;
  readonly icon: LucideIcon;
  readonly label: PlainTextKey;
  readonly hint: PlainTextKey;
  /** How many things wait there. */
  readonly mark?: () => ReactNode;
}

const AREAS: readonly Area[] = [
  {
    href: "/admin/devices",
    needs: "device.approve",
    icon: MonitorSmartphone,
    label: "settings.adminDevices",
    hint: "settings.adminDevicesHint",
  },
  {
    href: "/admin/staff",
    needs: "staff.manage",
    icon: UsersRound,
    label: "settings.adminStaff",
    hint: "settings.adminStaffHint",
  },
  {
    href: "/admin/organisations",
    needs: "organisation.manage",
    icon: Building2,
    label: "settings.adminOrganisations",
    hint: "settings.adminOrganisationsHint",
  },
  {
    href: "/admin/bulletins",
    needs: "staff.manage",
    icon: ClipboardList,
    label: "settings.adminBulletins",
    hint: "settings.adminBulletinsHint",
  },
  {
    href: "/admin/readings",
    needs: "emergency.review",
    icon: Siren,
    label: "settings.adminReadings",
    hint: "settings.adminReadingsHint",
    mark: OpenReadings,
  },
  {
    href: "/admin/audit",
    needs: "audit.review",
    icon: ScrollText,
    label: "settings.adminAudit",
    hint: "settings.adminAuditHint",
  },
];

/** What an administrator can do. */
export function AdminPage() {
  const { t } = useText();
  const { session } = useWorkplace();
  useDocumentTitle(t("settings.admin"));
  return (
    <Page title={t("settings.admin")} narrow>
      <List label={t("settings.admin")}>
        {AREAS.filter(({ needs }) => session.permissions.includes(needs)).map(
          ({ href, icon: Icon, label, hint, mark: Mark }) => (
            <Row
              key={href}
              href={href}
              leading={<Icon size={24} aria-hidden />}
              title={t(label)}
              subtitle={t(hint)}
              trailing={Mark && <Mark />}
            />
          ),
        )}
      </List>
    </Page>
  );
}
