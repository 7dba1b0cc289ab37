import type { RouteName } from "@tsunagi/contracts/rest/api";
import type { AnyRoute } from "./route.ts";
import { breakGlassRoutes } from "./routes/breakGlass.ts";
import { bulletinReachRoutes } from "./routes/bulletinReach.ts";
import { bulletinRoutes } from "./routes/bulletins.ts";
import { type DeviceRoutes, deviceRoutes } from "./routes/devices.ts";
import { emergencyRoutes } from "./routes/emergency.ts";
import { facilityRoutes } from "./routes/facilities.ts";
import { type FacilitySearchRoutes, facilitySearchRoutes } from "./routes/facilitySearch.ts";
import { handoverRoutes } from "./routes/handover.ts";
import { incidentRoutes } from "./routes/incident.ts";
import { incidentSummaryRoutes } from "./routes/incidentSummary.ts";
import { mailRoutes } from "./routes/mail.ts";
import { negotiationRoutes } from "./routes/negotiation.ts";
import { type NoticeRoutes, noticeRoutes } from "./routes/notices.ts";
import { organisationRoutes } from "./routes/organisations.ts";
import { peopleRoutes } from "./routes/people.ts";
import { type SessionRoutes, sessionRoutes } from "./routes/session.ts";
import { teamRoutes } from "./routes/teams.ts";

/** Every route of the contract with what it does, in one table; one that is missing does not compile. */
export const createRoutes = (
  d: SessionRoutes & DeviceRoutes & FacilitySearchRoutes & NoticeRoutes,
): Record<RouteName, AnyRoute> => ({
  ...sessionRoutes(d),
  ...deviceRoutes(d),
  ...noticeRoutes(d),
  ...organisationRoutes(d.care),
  ...facilityRoutes(d.care),
  ...peopleRoutes(d.care),
  ...teamRoutes,
  ...emergencyRoutes,
  ...breakGlassRoutes,
  ...bulletinRoutes,
  ...bulletinReachRoutes,
  ...mailRoutes,
  ...handoverRoutes(d.care),
  ...incidentRoutes(d.care),
  ...incidentSummaryRoutes(d.care),
  ...facilitySearchRoutes(d),
  ...negotiationRoutes(d.care),
});
