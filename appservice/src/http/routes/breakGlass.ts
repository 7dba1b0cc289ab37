import { renewCardToken, revokeCardTokens } from "@tsunagi/care/breakGlass/cardCodes";
import { findByAddress, findByCode, findByName } from "@tsunagi/care/breakGlass/find";
import { listOwnGrants, openGrant } from "@tsunagi/care/breakGlass/openGrant";
import { countReadings, listReadings, reviewReading } from "@tsunagi/care/breakGlass/review";
import { api } from "@tsunagi/contracts/rest/api";
import { careRoute } from "../route.ts";

/** Finding somebody and reading their emergency card from outside the team. */
export const breakGlassRoutes = {
  findByCardCode: careRoute(api.findByCardCode, (unit, { body }) => findByCode(unit, body)),
  findByNameAndBirth: careRoute(api.findByNameAndBirth, (unit, { body }) => findByName(unit, body)),
  findByAddress: careRoute(api.findByAddress, (unit, { body }) => findByAddress(unit, body)),
  openEmergencyGrant: careRoute(api.openEmergencyGrant, (unit, { body }) => openGrant(unit, body)),
  listOwnGrants: careRoute(api.listOwnGrants, async (unit) => ({ grants: await listOwnGrants(unit) })),
  listEmergencyReadings: careRoute(api.listEmergencyReadings, (unit) => listReadings(unit)),
  countEmergencyReadings: careRoute(api.countEmergencyReadings, (unit) => countReadings(unit)),
  reviewEmergencyReading: careRoute(api.reviewEmergencyReading, async (unit, { params, body }) => {
    await reviewReading(unit, { ...params, ...body });
    return { done: true as const };
  }),
  renewCardCode: careRoute(api.renewCardCode, (unit, { params }) => renewCardToken(unit, params)),
  revokeCardCodes: careRoute(api.revokeCardCodes, (unit, { params }) => revokeCardTokens(unit, params)),
};
