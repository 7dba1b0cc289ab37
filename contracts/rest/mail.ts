import { z } from "zod";
import { mailDesks, mailStates, mailTies } from "../codes/mail.ts";
import { roles } from "../codes/roles.ts";
import { mailGroupId, mailId, matrixEventId, matrixRoomId, organisationId, staffId } from "../ids.ts";
import { line } from "../text.ts";
import { endpoint } from "./endpoint.ts";

/** Most recipients chosen for one letter; a desk counts as one. */
export const MAIL_RECIPIENTS = 30;

/** A desk every organisation has (退院支援室), or one it has made. */
export const mailGroup = z.union([mailDesks.schema, mailGroupId]);
export type MailGroup = z.infer<typeof mailGroup>;

/** Whom a letter is for. There is no way to name anybody outside the network: only ids of the hub go in. */
export const mailAddress = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("person"), staffId, organisationId }),
  z.object({ kind: z.literal("group"), organisationId, group: mailGroup }),
]);
export type MailAddress = z.infer<typeof mailAddress>;

const person = z.object({ staffId, name: z.string(), kana: z.string(), role: roles.schema.nullable() });
export type MailPerson = z.infer<typeof person>;
const place = z.object({ organisationId, organisationName: z.string(), municipality: z.string() });

const writablePerson = place.extend({ ...person.shape, tie: mailTies.schema });
export type WritablePerson = z.infer<typeof writablePerson>;

const writableGroup = place.extend({
  group: mailGroup,
  /** null for a desk every organisation has: its name is in the code list. */
  name: z.string().nullable(),
  members: z.number().int(),
});
export type WritableGroup = z.infer<typeof writableGroup>;

/** A recipient as the confirmation shows it before anything is sent. */
const checked = place.extend({
  address: mailAddress,
  /** Name of the person or of the desk's own name; null for a desk every organisation has. */
  name: z.string().nullable(),
  /** Everybody who would get it. */
  people: z.array(person),
  /** Neither this person nor anybody at this desk has had a letter from oneself. */
  firstTime: z.boolean(),
  /** Works in another municipality than oneself. */
  elsewhere: z.boolean(),
});
export type CheckedRecipient = z.infer<typeof checked>;

const reader = place.extend({
  ...person.shape,
  /** Set when written to as part of a desk. */
  group: mailGroup.nullable(),
  groupName: z.string().nullable(),
  readAt: z.iso.datetime().nullable(),
});

const mail = z
  .object({
    id: mailId,
    state: mailStates.schema,
    /** What its Matrix room calls itself; subject and body stand in there, encrypted. */
    roomCode: z.string(),
    roomId: matrixRoomId.nullable(),
    eventId: matrixEventId.nullable(),
    from: place.extend(person.shape),
    to: z.array(reader),
    replyTo: mailId.nullable(),
    forwarded: z.boolean(),
    begunAt: z.iso.datetime(),
    sentAt: z.iso.datetime().nullable(),
    recalledAt: z.iso.datetime().nullable(),
    recallReason: z.string(),
    own: z.boolean(),
    /** Sent to oneself and not opened yet. */
    unread: z.boolean(),
  })
  .meta({ id: "Mail" });
export type MailView = z.infer<typeof mail>;

const common = { tag: "mail", requires: "mail.write" } as const;
const params = z.object({ mailId });
const addresses = z.array(mailAddress).min(1).max(MAIL_RECIPIENTS);

export const mailDirectory = endpoint({
  ...common,
  method: "POST",
  path: "/mail/directory",
  summary: "Whom one may write to: people one works with, and desks of every organisation; by name or kana",
  body: z.object({ text: z.string().trim().max(80).default("") }),
  response: z.object({ people: z.array(writablePerson), groups: z.array(writableGroup), more: z.boolean() }),
});

export const checkRecipients = endpoint({
  ...common,
  method: "POST",
  path: "/mail/check",
  summary: "Everybody a letter would go to, with what is unusual about it; nothing is sent",
  body: z.object({ to: addresses }),
  response: z.object({ recipients: z.array(checked) }),
  problems: ["mailNotReachable", "mailForNobody"],
});

export const beginMail = endpoint({
  ...common,
  method: "POST",
  path: "/mail",
  summary: "Make a letter's encrypted room with nobody in it but the sender, who writes into it",
  body: z.object({
    to: addresses,
    /** For which of one's organisations; the first one when left out. */
    from: organisationId.nullable().default(null),
    replyTo: mailId.nullable().default(null),
    forwardOf: mailId.nullable().default(null),
  }),
  response: mail,
  problems: ["mailNotReachable", "mailForNobody", "mailRecalled"],
});

export const sendMail = endpoint({
  ...common,
  method: "POST",
  path: "/mail/{mailId}/send",
  summary: "The letter stands in its room: let its recipients in",
  params,
  body: z.object({ eventId: matrixEventId }),
  response: mail,
  problems: ["mailNotReachable", "mailSent"],
});

export const listMail = endpoint({
  ...common,
  method: "GET",
  path: "/mail",
  summary: "Letters received or sent, newest first; who and when only",
  query: z.object({ box: z.enum(["inbox", "sent"]) }),
  response: z.object({ mail: z.array(mail) }),
});

export const viewMail = endpoint({
  ...common,
  method: "GET",
  path: "/mail/{mailId}",
  summary: "Who has read a letter, and when; looking leaves no 既読",
  params,
  response: mail,
});

export const readMail = endpoint({
  ...common,
  method: "POST",
  path: "/mail/{mailId}/read",
  summary: "Open a letter one has received; the time is told its sender (既読)",
  params,
  response: mail,
  problems: ["mailRecalled"],
});

export const recallMail = endpoint({
  ...common,
  method: "POST",
  path: "/mail/{mailId}/recall",
  summary: "Take a letter back while nobody has read it; that it was sent stays in the history",
  params,
  body: z.object({ reason: z.string().trim().max(200).default("") }),
  response: mail,
  problems: ["mailAlreadyRead", "mailRecalled"],
});

const ownGroup = z.object({
  id: mailGroupId,
  name: z.string(),
  nameKana: z.string(),
  members: z.array(person),
});
export type OwnMailGroup = z.infer<typeof ownGroup>;

const groups = { tag: "mail", requires: "staff.manage" } as const;
const groupBody = z.object({
  name: line(40),
  nameKana: z.string().trim().max(80).default(""),
  members: z.array(staffId).min(1).max(100),
});

export const listMailGroups = endpoint({
  ...groups,
  method: "GET",
  path: "/organisations/{organisationId}/mail-groups",
  summary: "Desks an organisation has made, with the people at them",
  params: z.object({ organisationId }),
  response: z.object({ groups: z.array(ownGroup) }),
});

export const addMailGroup = endpoint({
  ...groups,
  method: "POST",
  path: "/organisations/{organisationId}/mail-groups",
  summary: "Make a desk others may write to",
  params: z.object({ organisationId }),
  body: groupBody,
  response: z.object({ groups: z.array(ownGroup) }),
});

export const changeMailGroup = endpoint({
  ...groups,
  method: "PUT",
  path: "/organisations/{organisationId}/mail-groups/{mailGroupId}",
  summary: "Change a desk's name and people; earlier members stay in the history",
  params: z.object({ organisationId, mailGroupId }),
  body: groupBody,
  response: z.object({ groups: z.array(ownGroup) }),
});

export const endMailGroup = endpoint({
  ...groups,
  method: "POST",
  path: "/organisations/{organisationId}/mail-groups/{mailGroupId}/end",
  summary: "End a desk; letters it had stay with those who got them",
  params: z.object({ organisationId, mailGroupId }),
  response: z.object({ groups: z.array(ownGroup) }),
});
