import { commands } from "@tsunagi/bots/commands";
import { describeCommands } from "@tsunagi/bots/framework/describe";
import { cancelRecord, correctRecord } from "@tsunagi/care/records/amendRecord";
import { listRecords, readRecordHistory } from "@tsunagi/care/records/listRecords";
import { writeRecord } from "@tsunagi/care/records/writeRecord";
import { listRooms } from "@tsunagi/care/rooms/listRooms";
import { shareHistoryAgain } from "@tsunagi/care/rooms/shareHistoryAgain";
import { closeTeam } from "@tsunagi/care/teams/closeTeam";
import { convertTeam } from "@tsunagi/care/teams/convertTeam";
import { addTeamMember, leaveTeam, removeTeamMember } from "@tsunagi/care/teams/membership";
import { openTeam } from "@tsunagi/care/teams/openTeam";
import { readTeam } from "@tsunagi/care/teams/readTeam";
import { api } from "@tsunagi/contracts/rest/api";
import { careRoute, plainRoute } from "../route.ts";

const moment = (iso: string | undefined): Date | undefined => (iso === undefined ? undefined : new Date(iso));
const dayInJapan = (day: string | undefined): Date | undefined =>
  day === undefined ? undefined : new Date(`${day}T00:00:00+09:00`);

/** Teams, their rooms and records. */
export const teamRoutes = {
  openTeam: careRoute(api.openTeam, (unit, { body }) => openTeam(unit, body)),
  readTeam: careRoute(api.readTeam, (unit, { params }) => readTeam(unit, params)),
  addTeamMember: careRoute(api.addTeamMember, (unit, { params, body }) => addTeamMember(unit, { ...params, ...body })),
  removeTeamMember: careRoute(api.removeTeamMember, (unit, { params, body }) =>
    removeTeamMember(unit, { ...params, ...body }),
  ),
  leaveTeam: careRoute(api.leaveTeam, (unit, { params }) => leaveTeam(unit, params)),
  convertTeam: careRoute(api.convertTeam, (unit, { params, body }) => convertTeam(unit, { ...params, ...body })),
  closeTeam: careRoute(api.closeTeam, (unit, { params, body }) => closeTeam(unit, { ...params, ...body })),
  listRooms: careRoute(api.listRooms, (unit) => listRooms(unit)),
  shareHistoryAgain: careRoute(api.shareHistoryAgain, (unit, { body }) => shareHistoryAgain(unit, body)),
  listRecords: careRoute(api.listRecords, (unit, { params, query }) => {
    const { kind, history, limit } = query;
    return listRecords(unit, {
      ...params,
      kind,
      history,
      limit,
      since: dayInJapan(query.since),
      before: moment(query.before),
    });
  }),
  writeRecord: careRoute(api.writeRecord, (unit, { params, body }) => {
    const { kind, text, onBehalfOf } = body;
    return writeRecord(unit, {
      ...params,
      kind,
      text,
      onBehalfOf,
      occurredAt: moment(body.occurredAt),
      tellRoom: true,
    });
  }),
  correctRecord: careRoute(api.correctRecord, (unit, { params, body }) =>
    correctRecord(unit, { ...params, ...body, tellRoom: true }),
  ),
  cancelRecord: careRoute(api.cancelRecord, (unit, { params, body }) =>
    cancelRecord(unit, { ...params, ...body, tellRoom: true }),
  ),
  readRecordHistory: careRoute(api.readRecordHistory, async (unit, { params }) => ({
    versions: await readRecordHistory(unit, params),
  })),
  listCommands: plainRoute(api.listCommands, async () => ({ commands: describeCommands(commands) })),
};
