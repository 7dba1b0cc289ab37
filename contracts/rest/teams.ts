import { z } from "zod";
import { consentScopes } from "../codes/consent.ts";
import { roles } from "../codes/roles.ts";
import { roomKinds, teamKinds } from "../codes/rooms.ts";
import {
  enquiryId,
  hubRoomId,
  matrixRoomId,
  negotiationCaseId,
  organisationId,
  personId,
  staffId,
  teamId,
} from "../ids.ts";
import { line } from "../text.ts";
import { done, endpoint } from "./endpoint.ts";
import { personSummary } from "./people.ts";
import { colleague } from "./staff.ts";

export const teamMember = z
  .object({
    staffId,
    familyName: z.string(),
    givenName: z.string(),
    code: z.string(),
    role: roles.schema,
    organisationId,
    organisationName: z.string(),
    joinedAt: z.iso.datetime(),
    leftAt: z.iso.datetime().nullable(),
  })
  .meta({ id: "TeamMember" });
export type TeamMemberView = z.infer<typeof teamMember>;

export const team = z
  .object({
    id: teamId,
    kind: teamKinds.schema,
    state: z.enum(["active", "closed"]),
    person: personSummary,
    roomId: matrixRoomId.nullable().describe("null while the room is being made"),
    code: z.string(),
    openedAt: z.iso.datetime(),
    convertedAt: z.iso.datetime().nullable(),
    closedAt: z.iso.datetime().nullable(),
    members: z.array(teamMember),
    consentedScopes: z.array(consentScopes.schema),
  })
  .meta({ id: "Team" });
export type TeamView = z.infer<typeof team>;

const teamParams = z.object({ teamId });
const memberInput = z.object({ staffId, organisationId });

export const openTeam = endpoint({
  method: "POST",
  path: "/teams",
  tag: "teams",
  summary: "Open a care team or a watch-over team for a person who consented; its encrypted room is made",
  requires: "team.open",
  body: z.object({ personId, kind: teamKinds.schema, members: z.array(memberInput).max(50).default([]) }),
  response: team,
  problems: ["consentMissing", "teamExists", "roleNotAllowed", "staffNotActive"],
});

export const readTeam = endpoint({
  method: "GET",
  path: "/teams/{teamId}",
  tag: "teams",
  summary: "A team and its members, former ones too: the list the person may ask for",
  requires: "team.read",
  params: teamParams,
  response: team,
});

export const addTeamMember = endpoint({
  method: "POST",
  path: "/teams/{teamId}/members",
  tag: "teams",
  summary: "Add a professional in the role they have at an organisation",
  requires: "team.manageMembers",
  params: teamParams,
  body: memberInput,
  response: team,
  problems: ["alreadyMember", "staffNotActive", "roleNotAllowed", "teamClosed", "consentMissing"],
});

export const removeTeamMember = endpoint({
  method: "POST",
  path: "/teams/{teamId}/members/{staffId}/remove",
  tag: "teams",
  summary: "Take somebody out of the team; they see nothing that comes after",
  requires: "team.manageMembers",
  params: z.object({ teamId, staffId }),
  body: z.object({ reason: z.string().trim().max(200).default("") }),
  response: team,
  problems: ["notMember", "lastMember"],
});

export const leaveTeam = endpoint({
  method: "POST",
  path: "/teams/{teamId}/leave",
  tag: "teams",
  summary: "Leave a team oneself",
  requires: "team.read",
  params: teamParams,
  response: z.object({ left: z.literal(true) }),
  problems: ["lastMember"],
});

export const convertTeam = endpoint({
  method: "POST",
  path: "/teams/{teamId}/convert",
  tag: "teams",
  summary: "Services start: turn a watch-over team into a care team in the same room (R12)",
  requires: "team.convert",
  params: teamParams,
  body: z.object({
    add: z.array(memberInput).max(50).default([]),
    remove: z.array(staffId).max(50).default([]),
  }),
  response: team,
  problems: ["notWatchTeam", "consentMissing", "staffNotActive"],
});

export const closeTeam = endpoint({
  method: "POST",
  path: "/teams/{teamId}/close",
  tag: "teams",
  summary: "Close a team: everybody leaves the room, records are kept",
  requires: "team.close",
  params: teamParams,
  body: z.object({ reason: line(200) }),
  response: team,
  problems: ["teamClosed"],
});

/** A room of one's own: what to call it, and who is in it. */
export const roomView = z
  .object({
    id: hubRoomId,
    roomId: matrixRoomId.nullable(),
    kind: roomKinds.schema,
    code: z.string(),
    /** The person's or the organisation's name. */
    title: z.string(),
    titleKana: z.string(),
    teamId: teamId.nullable(),
    personId: personId.nullable(),
    organisationId: organisationId.nullable(),
    enquiryId: enquiryId.nullable(),
    /** The case, for those who ask; null for the facility. */
    asking: negotiationCaseId.nullable(),
    municipality: z.string().nullable(),
    members: z.array(staffId),
  })
  .meta({ id: "Room" });
export type RoomView = z.infer<typeof roomView>;

export const shareHistoryAgain = endpoint({
  method: "POST",
  path: "/rooms/share-history",
  tag: "teams",
  summary: "Have the keeper hand on a room's keys once more: a message cannot be read",
  requires: "signedIn",
  body: z.object({ roomId: matrixRoomId }),
  response: done,
});

export const listRooms = endpoint({
  method: "GET",
  path: "/rooms",
  tag: "teams",
  summary: "One's own rooms with the names behind their codes, and the colleagues in them",
  requires: "signedIn",
  response: z.object({ rooms: z.array(roomView), colleagues: z.array(colleague) }),
});
