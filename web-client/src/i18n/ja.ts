import { acts } from "./ja/acts.ts";
import { app } from "./ja/app.ts";
import { asks } from "./ja/asks.ts";
import { audit } from "./ja/audit.ts";
import { breakGlass } from "./ja/breakGlass.ts";
import { bulletinPlans } from "./ja/bulletinPlans.ts";
import { bulletins } from "./ja/bulletins.ts";
import { common } from "./ja/common.ts";
import { composer } from "./ja/composer.ts";
import { consent } from "./ja/consent.ts";
import { devices } from "./ja/devices.ts";
import { emergency } from "./ja/emergency.ts";
import { facilities } from "./ja/facilities.ts";
import { facilitySearch } from "./ja/facilitySearch.ts";

import { fields } from "./ja/fields.ts";
import { finding } from "./ja/finding.ts";
import { handover } from "./ja/handover.ts";
import { incident } from "./ja/incident.ts";
import { lock } from "./ja/lock.ts";
import { mail } from "./ja/mail.ts";
import { marks } from "./ja/marks.ts";
import { media } from "./ja/media.ts";
import { negotiation } from "./ja/negotiation.ts";
import { organisations } from "./ja/organisations.ts";
import { palette } from "./ja/palette.ts";
import { people } from "./ja/people.ts";
import { pictures } from "./ja/pictures.ts";
import { reach } from "./ja/reach.ts";
import { records } from "./ja/records.ts";
import { rooms } from "./ja/rooms.ts";
import { session } from "./ja/session.ts";
import { settings } from "./ja/settings.ts";
import { staff } from "./ja/staff.ts";
import { teams } from "./ja/teams.ts";
import { templates } from "./ja/templates.ts";
import { timeline } from "./ja/timeline.ts";

/** Every sentence of the client in Japanese, one file a capability: the source the other language is checked against. */
export const ja = {
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
} as const;
