import { cancelBulletin, correctBulletin, remindOfBulletin } from "@tsunagi/care/bulletins/amendBulletin";
import { answerBulletin } from "@tsunagi/care/bulletins/answerBulletin";
import { previewAudience } from "@tsunagi/care/bulletins/audience";
import { approvePlan, returnPlan } from "@tsunagi/care/bulletins/plans/decidePlan";
import { cancelPlan, changePlan, planBulletin, planCorrection } from "@tsunagi/care/bulletins/plans/planBulletin";
import { changeSettings, readSettings } from "@tsunagi/care/bulletins/plans/settings";
import { listPlans, readPlan } from "@tsunagi/care/bulletins/plans/viewPlan";
import { postBulletin } from "@tsunagi/care/bulletins/postBulletin";
import { listBulletins, readBulletin } from "@tsunagi/care/bulletins/viewBulletin";
import { api } from "@tsunagi/contracts/rest/api";
import { careRoute } from "../route.ts";

/** Bulletins before they go: their time, their approval (R16). */
const planRoutes = {
  planBulletin: careRoute(api.planBulletin, (unit, { body }) => planBulletin(unit, body)),
  planCorrection: careRoute(api.planCorrection, (unit, { body }) => planCorrection(unit, body)),
  listBulletinPlans: careRoute(api.listBulletinPlans, (unit) => listPlans(unit)),
  readBulletinPlan: careRoute(api.readBulletinPlan, (unit, { params }) => readPlan(unit, params)),
  changeBulletinPlan: careRoute(api.changeBulletinPlan, (unit, { params, body }) =>
    changePlan(unit, { ...params, input: body }),
  ),
  approveBulletinPlan: careRoute(api.approveBulletinPlan, (unit, { params }) => approvePlan(unit, params)),
  returnBulletinPlan: careRoute(api.returnBulletinPlan, (unit, { params, body }) =>
    returnPlan(unit, { ...params, ...body }),
  ),
  cancelBulletinPlan: careRoute(api.cancelBulletinPlan, (unit, { params }) => cancelPlan(unit, params)),
  readBulletinSettings: careRoute(api.readBulletinSettings, (unit) => readSettings(unit)),
  changeBulletinSettings: careRoute(api.changeBulletinSettings, (unit, { body }) => changeSettings(unit, body)),
};

/** The board of bulletins (R16). */
export const bulletinRoutes = {
  ...planRoutes,
  previewAudience: careRoute(api.previewAudience, (unit, { body }) => previewAudience(unit, body)),
  postBulletin: careRoute(api.postBulletin, (unit, { body }) => postBulletin(unit, body)),
  listBulletins: careRoute(api.listBulletins, (unit, { query }) => listBulletins(unit, query)),
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
