import type { Role } from "@tsunagi/contracts/codes/roles";

/** Professions that share a colour. */
export type ProfessionGroup =
  | "medical"
  | "nursing"
  | "pharmacy"
  | "rehab"
  | "management"
  | "care"
  | "welfare"
  | "public"
  | "emergency";

const GROUPS = {
  physician: "medical",
  dentist: "medical",
  pharmacist: "pharmacy",
  nurse: "nursing",
  visitingNurse: "nursing",
  publicHealthNurse: "nursing",
  physicalTherapist: "rehab",
  occupationalTherapist: "rehab",
  speechTherapist: "rehab",
  dietitian: "rehab",
  dentalHygienist: "medical",
  careManager: "management",
  chiefCareManager: "management",
  msw: "welfare",
  dischargeNurse: "nursing",
  certifiedSocialWorker: "welfare",
  mentalHealthSocialWorker: "welfare",
  careWorker: "care",
  helper: "care",
  facilityCounselor: "care",
  consultationSpecialist: "welfare",
  serviceManager: "care",
  welfareCommissioner: "public",
  cityStaff: "public",
  emt: "emergency",
  dispatcher: "emergency",
  facilityAdmin: "public",
  networkAdmin: "public",
} as const satisfies Record<Role, ProfessionGroup>;

/** The colour group of a role; administrators and unknown roles are neutral. */
export const professionGroup = (role: string | undefined): ProfessionGroup =>
  (GROUPS as Readonly<Record<string, ProfessionGroup>>)[role ?? ""] ?? "public";
