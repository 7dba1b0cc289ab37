import { closeIncident } from "@tsunagi/care/incident/closeIncident";
import { cancelIncidentEntry, writeIncidentEntry } from "@tsunagi/care/incident/entries";
import { answerIncidentRequest, askHospitals, confirmHospital, listHospitals } from "@tsunagi/care/incident/hospitals";
import {
  beginIncidentMedia,
  finishIncidentMedia,
  openIncidentMedia,
  putIncidentChunk,
  readIncidentChunk,
} from "@tsunagi/care/incident/media";
import { tellHospitalName } from "@tsunagi/care/incident/naming";
import { openIncident } from "@tsunagi/care/incident/openIncident";
import { readIncidentCard, readRequestCard } from "@tsunagi/care/incident/readPinnedCard";
import { listIncidents, readIncident } from "@tsunagi/care/incident/viewIncident";
import { listIncidentRequests, readIncidentRequest } from "@tsunagi/care/incident/viewRequest";
import type { Care } from "@tsunagi/care/kernel/unit";
import { api } from "@tsunagi/contracts/rest/api";
import { careRoute, plainRoute, SENT } from "../route.ts";
import { callerOf } from "./session.ts";

/** Transports: the crew's routes, the hospital's, and media for both. */
export const incidentRoutes = (care: Care) => ({
  openIncident: careRoute(api.openIncident, (unit, { body }) => openIncident(unit, body)),
  listIncidents: careRoute(api.listIncidents, async (unit) => ({ incidents: await listIncidents(unit) })),
  listHospitals: careRoute(api.listHospitals, async (unit) => ({ hospitals: await listHospitals(unit) })),
  readIncident: careRoute(api.readIncident, (unit, { params }) => readIncident(unit, params)),
  readIncidentCard: careRoute(api.readIncidentCard, (unit, { params }) => readIncidentCard(unit, params)),
  askHospitals: careRoute(api.askHospitals, (unit, { params, body }) => askHospitals(unit, { ...params, ...body })),
  confirmHospital: careRoute(api.confirmHospital, (unit, { params, body }) =>
    confirmHospital(unit, { ...params, ...body }),
  ),
  tellHospitalName: careRoute(api.tellHospitalName, (unit, { params, body }) =>
    tellHospitalName(unit, { ...params, ...body }),
  ),
  writeIncidentEntry: careRoute(api.writeIncidentEntry, (unit, { params, body }) =>
    writeIncidentEntry(unit, { ...params, ...body }),
  ),
  cancelIncidentEntry: careRoute(api.cancelIncidentEntry, (unit, { params }) => cancelIncidentEntry(unit, params)),
  beginIncidentMedia: careRoute(api.beginIncidentMedia, (unit, { params, body }) =>
    beginIncidentMedia(unit, { ...params, ...body }),
  ),
  putIncidentChunk: careRoute(api.putIncidentChunk, async (unit, { params, bytes }) => {
    await putIncidentChunk(unit, { ...params, bytes });
    return { done: true as const };
  }),
  finishIncidentMedia: careRoute(api.finishIncidentMedia, (unit, { params, body }) =>
    finishIncidentMedia(unit, { ...params, ...body }),
  ),
  closeIncident: careRoute(api.closeIncident, (unit, { params }) => closeIncident(unit, params)),
  listIncidentRequests: careRoute(api.listIncidentRequests, async (unit) => ({
    requests: await listIncidentRequests(unit),
  })),
  readIncidentRequest: careRoute(api.readIncidentRequest, (unit, { params }) => readIncidentRequest(unit, params)),
  answerIncidentRequest: careRoute(api.answerIncidentRequest, (unit, { params, body }) =>
    answerIncidentRequest(unit, { ...params, ...body }),
  ),
  readRequestCard: careRoute(api.readRequestCard, (unit, { params }) => readRequestCard(unit, params)),
  openIncidentMedia: careRoute(api.openIncidentMedia, (unit, { params }) => openIncidentMedia(unit, params)),
  readIncidentChunk: plainRoute(api.readIncidentChunk, async (context, { params }) => {
    const { response } = context;
    const bytes = await care.asStaff(callerOf(context), (unit) => readIncidentChunk(unit, params));
    response.setHeader("cache-control", "no-store");
    response.type("application/octet-stream").send(Buffer.from(bytes));
    return SENT;
  }),
});
