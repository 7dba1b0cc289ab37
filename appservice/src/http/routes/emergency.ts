import { cardHistory, readCard } from "@tsunagi/care/emergency/readCard";
import { confirmCard, saveCard } from "@tsunagi/care/emergency/saveCard";
import { api } from "@tsunagi/contracts/rest/api";
import { careRoute } from "../route.ts";

/** The emergency card of a person. */
export const emergencyRoutes = {
  readCard: careRoute(api.readCard, (unit, { params }) => readCard(unit, params)),
  saveCard: careRoute(api.saveCard, (unit, { params, body }) => saveCard(unit, { ...params, ...body })),
  confirmCard: careRoute(api.confirmCard, (unit, { params, body }) => confirmCard(unit, { ...params, ...body })),
  cardHistory: careRoute(api.cardHistory, async (unit, { params, query }) => ({
    versions: await cardHistory(unit, { ...params, ...query }),
  })),
};
