import type { Permission } from "@tsunagi/contracts/permissions";
import {
  Ambulance,
  Building2,
  ClipboardList,
  Handshake,
  type LucideIcon,
  Mail,
  MessagesSquare,
  Settings,
  ShieldCheck,
  Siren,
  Users,
} from "lucide-react";
import type { PlainTextKey } from "../i18n/keys.ts";

export interface Destination {
  readonly href: string;
  readonly label: PlainTextKey;
  readonly icon: LucideIcon;
  /** Shown to whoever has one of these; to everybody when left out. */
  readonly needs?: readonly Permission[];
  /** Not shown to whoever has this. */
  readonly without?: Permission;
  /** Belongs to it as well. */
  readonly owns: (path: string) => boolean;
}

const under =
  (...roots: readonly string[]) =>
  (path: string): boolean =>
    roots.some((root) => path === root || path.startsWith(`${root}/`));

/** In the order of need: the first four stand in a phone's bar, what is beyond five places behind 「その他」. */
const DESTINATIONS: readonly Destination[] = [
  {
    href: "/",
    label: "app.rooms",
    icon: MessagesSquare,
    owns: (path) => path === "/" || under("/rooms", "/search")(path),
  },
  {
    href: "/emergency",
    label: "app.emergency",
    icon: Siren,
    needs: ["emergency.find"],
    owns: under("/emergency"),
  },
  {
    href: "/people",
    label: "app.people",
    icon: Users,
    needs: ["person.search", "person.register"],
    owns: under("/people"),
  },
  {
    href: "/facilities",
    label: "app.facilities",
    icon: Building2,
    needs: ["facility.search"],
    owns: under("/facilities"),
  },
  {
    href: "/negotiations",
    label: "app.enquiries",
    icon: Handshake,
    needs: ["negotiation.ask", "negotiation.answer"],
    owns: under("/negotiations", "/enquiries"),
  },
  { href: "/bulletins", label: "app.bulletins", icon: ClipboardList, owns: under("/bulletins") },
  { href: "/mail", label: "app.mail", icon: Mail, needs: ["mail.write"], owns: under("/mail") },
  {
    href: "/incidents",
    label: "app.transports",
    icon: Ambulance,
    needs: ["incident.open", "incident.answer"],
    owns: under("/incidents", "/incident-requests"),
  },
  {
    href: "/facilities/own",
    label: "app.ownFacilities",
    icon: Building2,
    needs: ["facility.edit", "vacancy.report"],
    // Whoever searches finds their own from there: the menu of a telephone is narrow.
    without: "facility.search",
    owns: under("/facilities"),
  },
  {
    href: "/admin",
    label: "app.admin",
    icon: ShieldCheck,
    needs: ["organisation.manage", "staff.manage", "device.approve", "audit.review", "emergency.review"],
    owns: under("/admin"),
  },
  { href: "/settings", label: "app.settings", icon: Settings, owns: under("/settings") },
];

/** Where somebody with these permissions can go. */
export const destinationsFor = (permissions: readonly Permission[]): readonly Destination[] =>
  DESTINATIONS.filter(
    ({ needs, without }) =>
      (!needs || needs.some((permission) => permissions.includes(permission))) &&
      !(without && permissions.includes(without)),
  );

/** Places a phone's bar has room for without cutting words. */
const PHONE_PLACES = 5;

/** What stands in a phone's bar, and what is one tap further away. */
export const inPhoneBar = (all: readonly Destination[]): Record<"shown" | "more", readonly Destination[]> =>
  all.length <= PHONE_PLACES
    ? { shown: all, more: [] }
    : { shown: all.slice(0, PHONE_PLACES - 1), more: all.slice(PHONE_PLACES - 1) };
