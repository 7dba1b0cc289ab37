import { cancelBulletin, correctBulletin, remindOfBulletin } from "@tsunagi/care/bulletins/amendBulletin";
import { answerBulletin } from "@tsunagi/care/bulletins/answerBulletin";
import { previewAudience } from "@tsunagi/care/bulletins/audience";
import { postBulletin } from "@tsunagi/care/bulletins/postBulletin";
import { listBulletins, readBulletin } from "@tsunagi/care/bulletins/viewBulletin";
import { api } from "@tsunagi/contracts/rest/api";
import { careRoute } from "../route.ts";

/** The board of bulletins (R16). */
export const bulletinRoutes = {
  previewAudience: careRoute(api.previewAudience, (unit, { body }) => previewAudience(unit, body)),
  postBulletin: careRoute(api.postBulletin, (unit, { body }) => postBulletin(unit, body)),
  listBulletins: careRoute(api.listBulletins, (unit) => listBulletins(unit)),
  readBulletin: careRoute(api.readBulletin, (unit, { params }) => readBulletin(unit, params)),
  answerBulletin: careRoute(api.answerBulletin, (unit, { params, body }) =>
    answerBulletin(unit, { ...params, ...body }),
  ),
  correctBulletin: careRoute(api.correctBulletin, (unit, { params, body }) =>
    correctBulletin(unit, { ...params, ...body }),
  ),
  cancelBulletin: careRoute(api.cancelBulletin, (unit, { params, body }) =>
    cancelBulletin(unit, { ...params, ...body }),
  ),
  remindOfBulletin: careRoute(api.remindOfBulletin, (unit, { params }) => remindOfBulletin(unit, params)),
};
