import { editFacility } from "@tsunagi/care/facilities/editFacility";
import { facilityHistory } from "@tsunagi/care/facilities/history";
import { addPhoto, readPhoto, removePhoto } from "@tsunagi/care/facilities/photos";
import { listOwnFacilities, readFacility } from "@tsunagi/care/facilities/readFacility";
import { confirmVacancy, reportVacancy } from "@tsunagi/care/facilities/vacancy/reportVacancy";
import type { Care } from "@tsunagi/care/kernel/unit";
import { api } from "@tsunagi/contracts/rest/api";
import { careRoute, plainRoute, SENT } from "../route.ts";
import { callerOf } from "./session.ts";

/** Facilities: what they say of themselves, their photos and vacancies. */
export const facilityRoutes = (care: Care) => ({
  listOwnFacilities: careRoute(api.listOwnFacilities, (unit) => listOwnFacilities(unit)),
  readFacility: careRoute(api.readFacility, (unit, { params }) => readFacility(unit, params)),
  editFacility: careRoute(api.editFacility, (unit, { params, body }) => editFacility(unit, { ...params, ...body })),
  addFacilityPhoto: careRoute(api.addFacilityPhoto, (unit, { params, query, bytes }) =>
    addPhoto(unit, { ...params, ...query, bytes }),
  ),
  removeFacilityPhoto: careRoute(api.removeFacilityPhoto, (unit, { params }) => removePhoto(unit, params)),
  readFacilityPhoto: plainRoute(api.readFacilityPhoto, async (context, { params }) => {
    const { response } = context;
    const { mediaType, bytes } = await care.asStaff(callerOf(context), (unit) => readPhoto(unit, params));
    response.setHeader("cache-control", "private, max-age=3600, immutable");
    response.setHeader("content-disposition", "inline");
    response.type(mediaType).send(bytes);
    return SENT;
  }),
  reportVacancy: careRoute(api.reportVacancy, (unit, { params, body }) =>
    reportVacancy(unit, { ...params, vacancy: body }),
  ),
  confirmVacancy: careRoute(api.confirmVacancy, (unit, { params }) => confirmVacancy(unit, params)),
  facilityHistory: careRoute(api.facilityHistory, (unit, { params, query }) =>
    facilityHistory(unit, { ...params, ...query }),
  ),
});
