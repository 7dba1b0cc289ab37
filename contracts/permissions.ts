import { z } from "zod";

/** Everything somebody may be allowed to do. Who may is one table: care/permissions/table.ts. */
export const permissions = [
  "person.register",
  "person.search",
  "person.read",
  "person.update",
  "consent.manage",
  "document.read",
  "team.open",
  "team.read",
  "team.convert",
  "team.manageMembers",
  "team.close",
  "record.write",
  "record.read",
  "record.amend",
  "emergency.edit",
  "emergency.read",
  "emergency.find",
  "emergency.breakGlass",
  "emergency.review",
  "incident.open",
  "incident.answer",
  "access.read",
  "facility.search",
  "facility.edit",
  "vacancy.report",
  "negotiation.ask",
  "negotiation.answer",
  "bulletin.write",
  "bulletin.approve",
  "mail.write",
  "organisation.manage",
  "staff.manage",
  "device.approve",
  "audit.review",
] as const;

export const permissionName = z.enum(permissions);
export type Permission = (typeof permissions)[number];

/**
 * What a route or a command asks of the one who calls it: a permission, or one of two lesser things.
 * `open` = anybody; `signedIn` = a session, the route itself concerns only one's own account.
 */
export type Requirement = Permission | "signedIn" | "open";
