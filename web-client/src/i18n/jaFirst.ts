import { app } from "./ja/app.ts";
import { common } from "./ja/common.ts";
import { devices } from "./ja/devices.ts";
import { facilitySearch } from "./ja/facilitySearch.ts";
import { fields } from "./ja/fields.ts";
import { finding } from "./ja/finding.ts";
import { lock } from "./ja/lock.ts";
import { media } from "./ja/media.ts";
import { rooms } from "./ja/rooms.ts";
import { session } from "./ja/session.ts";
import { templates } from "./ja/templates.ts";
import { timeline } from "./ja/timeline.ts";

/** What the first screens say: signing in and the list. The rest comes after them, or with the page that is opened. */
export const jaFirst = {
  app,
  common,
  devices,
  facilitySearch,
  fields,
  finding,
  lock,
  media,
  rooms,
  session,
  templates,
  timeline,
};
