import { acts } from "./en/acts.ts";
import { app } from "./en/app.ts";
import { asks } from "./en/asks.ts";
import { audit } from "./en/audit.ts";
import { breakGlass } from "./en/breakGlass.ts";
import { bulletinPlans } from "./en/bulletinPlans.ts";
import { bulletins } from "./en/bulletins.ts";
import { common } from "./en/common.ts";
import { composer } from "./en/composer.ts";
import { consent } from "./en/consent.ts";
import { devices } from "./en/devices.ts";
import { emergency } from "./en/emergency.ts";
import { facilities } from "./en/facilities.ts";
import { facilitySearch } from "./en/facilitySearch.ts";

import { fields } from "./en/fields.ts";
import { finding } from "./en/finding.ts";
import { handover } from "./en/handover.ts";
import { incident } from "./en/incident.ts";
import { lock } from "./en/lock.ts";
import { mail } from "./en/mail.ts";
import { marks } from "./en/marks.ts";
import { media } from "./en/media.ts";
import { negotiation } from "./en/negotiation.ts";
import { organisations } from "./en/organisations.ts";
import { palette } from "./en/palette.ts";
import { people } from "./en/people.ts";
import { pictures } from "./en/pictures.ts";
import { reach } from "./en/reach.ts";
import { records } from "./en/records.ts";
import { rooms } from "./en/rooms.ts";
import { session } from "./en/session.ts";
import { settings } from "./en/settings.ts";
import { staff } from "./en/staff.ts";
import { teams } from "./en/teams.ts";
import { templates } from "./en/templates.ts";
import { timeline } from "./en/timeline.ts";
import type { Translation } from "./keys.ts";

/** The same sentences in English; a missing or foreign key does not compile. */
export const en: Translation = {
  common,
  app,
  fields,
  session,
  lock,
  mail,
  palette,
  people,
  emergency,
  breakGlass,
  handover,
  consent,
  rooms,
  templates,
  timeline,
  marks,
  media,
  asks,
  composer,
  teams,
  records,
  audit,
  acts,
  facilitySearch,
  finding,
  bulletins,
  reach,
  bulletinPlans,
  negotiation,
  incident,
  organisations,
  facilities,
  staff,
  devices,
  pictures,
  settings,
};
