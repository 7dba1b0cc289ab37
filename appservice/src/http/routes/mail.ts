import { beginMail } from "@tsunagi/care/mail/beginMail";
import { checkRecipients } from "@tsunagi/care/mail/checkRecipients";
import { mailDirectory } from "@tsunagi/care/mail/directory/mailDirectory";
import { addMailGroup, changeMailGroup, endMailGroup, listMailGroups } from "@tsunagi/care/mail/groups/mailGroups";
import { readMail } from "@tsunagi/care/mail/readMail";
import { recallMail } from "@tsunagi/care/mail/recallMail";
import { sendMail } from "@tsunagi/care/mail/sendMail";
import { listMail, viewMail } from "@tsunagi/care/mail/viewMail";
import { api } from "@tsunagi/contracts/rest/api";
import { careRoute } from "../route.ts";

/** Secure mail (R15): who, whom and when. What is written never comes here. */
export const mailRoutes = {
  mailDirectory: careRoute(api.mailDirectory, (unit, { body }) => mailDirectory(unit, body)),
  checkRecipients: careRoute(api.checkRecipients, (unit, { body }) => checkRecipients(unit, body)),
  beginMail: careRoute(api.beginMail, (unit, { body }) => beginMail(unit, body)),
  sendMail: careRoute(api.sendMail, (unit, { params, body }) => sendMail(unit, { ...params, ...body })),
  listMail: careRoute(api.listMail, (unit, { query }) => listMail(unit, query)),
  viewMail: careRoute(api.viewMail, (unit, { params }) => viewMail(unit, params)),
  readMail: careRoute(api.readMail, (unit, { params }) => readMail(unit, params)),
  recallMail: careRoute(api.recallMail, (unit, { params, body }) => recallMail(unit, { ...params, ...body })),
  listMailGroups: careRoute(api.listMailGroups, (unit, { params }) => listMailGroups(unit, params)),
  addMailGroup: careRoute(api.addMailGroup, (unit, { params, body }) => addMailGroup(unit, { ...params, ...body })),
  changeMailGroup: careRoute(api.changeMailGroup, (unit, { params, body }) =>
    changeMailGroup(unit, { ...params, ...body }),
  ),
  endMailGroup: careRoute(api.endMailGroup, (unit, { params }) => endMailGroup(unit, params)),
};
