import { roles } from "@tsunagi/contracts/codes/roles";
import type { TeamMemberView } from "@tsunagi/contracts/rest/teams";
import type { Language } from "@tsunagi/contracts/text";

export const memberName = ({ familyName, givenName }: Pick<TeamMemberView, "familyName" | "givenName">): string =>
  `${familyName} ${givenName}`;

/** Profession and organisation in one line. */
export const memberJob = ({ role, organisationName }: TeamMemberView, language: Language): string =>
  `${roles.label(role, language)}｜${organisationName}`;
