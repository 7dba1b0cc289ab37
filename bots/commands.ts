import { reply } from "./bulletins/reply.ts";
import { card } from "./emergency/card.ts";
import { cardSet } from "./emergency/cardSet.ts";
import { find } from "./facilities/find.ts";
import { unchanged, vacancy } from "./facilities/vacancy.ts";
import type { AnyCommand } from "./framework/command.ts";
import { help } from "./help/help.ts";
import { vitals } from "./incident/vitals.ts";
import { accept, conditional, decline, discuss, info, visit, waitlist } from "./negotiation/answers.ts";
import { provide, withdraw } from "./negotiation/asker.ts";
import { cancel, correct } from "./records/amend.ts";
import { note } from "./records/note.ts";
import { records } from "./records/records.ts";
import { members } from "./teams/members.ts";

/** Every command of the hub, in one table. */
export const commands: readonly AnyCommand[] = [
  note,
  records,
  correct,
  cancel,
  members,
  find,
  vacancy,
  unchanged,
  card,
  cardSet,
  vitals,
  reply,
  accept,
  conditional,
  discuss,
  waitlist,
  info,
  visit,
  decline,
  provide,
  withdraw,
  help(() => commands),
];
