import { watchBulletin } from "@tsunagi/care/bulletins/reach/watchBulletin";
import { api } from "@tsunagi/contracts/rest/api";
import { watchRoute } from "../route.ts";

/** How far bulletins reach (R8, R16). */
export const bulletinReachRoutes = {
  watchBulletin: watchRoute(api.watchBulletin, (unit, { params }) => watchBulletin(unit, params)),
};
