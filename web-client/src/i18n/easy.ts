import { app } from "./easy/app.ts";
import { common } from "./easy/common.ts";
import { composer } from "./easy/composer.ts";
import { consent } from "./easy/consent.ts";
import { devices } from "./easy/devices.ts";
import { emergency } from "./easy/emergency.ts";
import { fields } from "./easy/fields.ts";
import { people } from "./easy/people.ts";
import { records } from "./easy/records.ts";
import { rooms } from "./easy/rooms.ts";
import { session } from "./easy/session.ts";
import { settings } from "./easy/settings.ts";
import { teams } from "./easy/teams.ts";
import { timeline } from "./easy/timeline.ts";
import type { Translation } from "./keys.ts";

/**
 * Japanese in easy words (やさしい日本語) for colleagues who are still learning it: short sentences, spaces between their
 * parts, no words that only offices use. What is missing here is shown as ja.ts has it.
 */
export const easy = {
  common,
  app,
  fields,
  session,
  people,
  emergency,
  consent,
  rooms,
  timeline,
  composer,
  teams,
  records,
  devices,
  settings,
} as const satisfies { readonly [Part in keyof Translation]?: Partial<Translation[Part]> };
