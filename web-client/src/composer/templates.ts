import type { Role } from "@tsunagi/contracts/codes/roles";
import { z } from "zod";
import type { PlainTextKey } from "../i18n/keys.ts";

/** A person's own template. */
export const template = z.object({ title: z.string(), body: z.string() });
export type Template = Readonly<z.infer<typeof template>>;

export const TITLE_MOST = 40;
export const BODY_MOST = 2000;

export interface BuiltIn {
  readonly title: PlainTextKey;
  readonly body: PlainTextKey;
  readonly roles: readonly Role[];
}

const NURSES: readonly Role[] = ["nurse", "visitingNurse", "publicHealthNurse", "dischargeNurse"];
const CARERS: readonly Role[] = ["careWorker", "helper", "facilityCounselor", "serviceManager"];
const PLANNERS: readonly Role[] = ["careManager", "chiefCareManager", "consultationSpecialist"];
const DOCTORS: readonly Role[] = ["physician", "dentist"];
const THERAPISTS: readonly Role[] = ["physicalTherapist", "occupationalTherapist", "speechTherapist"];
const SOCIAL: readonly Role[] = ["msw", "certifiedSocialWorker", "mentalHealthSocialWorker", "dischargeNurse"];

/** 申し送り by profession. */
export const BUILT_IN: readonly BuiltIn[] = [
  { title: "templates.sbar", body: "templates.sbarBody", roles: [...NURSES, ...DOCTORS, ...THERAPISTS, ...SOCIAL] },
  { title: "templates.nurseVisit", body: "templates.nurseVisitBody", roles: NURSES },
  { title: "templates.vitals", body: "templates.vitalsBody", roles: [...NURSES, ...CARERS] },
  { title: "templates.medication", body: "templates.medicationBody", roles: [...NURSES, ...CARERS, "pharmacist"] },
  { title: "templates.meals", body: "templates.mealsBody", roles: [...NURSES, ...CARERS, "dietitian"] },
  { title: "templates.helperVisit", body: "templates.helperVisitBody", roles: CARERS },
  { title: "templates.carePlan", body: "templates.carePlanBody", roles: PLANNERS },
  { title: "templates.doctor", body: "templates.doctorBody", roles: DOCTORS },
  { title: "templates.rehab", body: "templates.rehabBody", roles: THERAPISTS },
  { title: "templates.discharge", body: "templates.dischargeBody", roles: [...SOCIAL, ...PLANNERS, ...DOCTORS] },
];

/** Those of one's own professions, and the rest. */
export function byProfession(roles: readonly Role[]): readonly [yours: readonly BuiltIn[], others: readonly BuiltIn[]] {
  const fits = (one: BuiltIn) => one.roles.some((role) => roles.includes(role));
  return [BUILT_IN.filter(fits), BUILT_IN.filter((one) => !fits(one))];
}

export type TemplateProblem =
  | { readonly kind: "noName" | "noBody" }
  | { readonly kind: "tooLong"; readonly most: number; readonly now: number };

/** What is wrong with a template, by field; empty when it can be kept. */
export function checkTemplate({ title, body }: Template): {
  readonly title?: TemplateProblem;
  readonly body?: TemplateProblem;
} {
  const check = (text: string, most: number, missing: "noName" | "noBody"): TemplateProblem | null =>
    text.trim() === "" ? { kind: missing } : text.length > most ? { kind: "tooLong", most, now: text.length } : null;
  const inTitle = check(title, TITLE_MOST, "noName");
  const inBody = check(body, BODY_MOST, "noBody");
  return { ...(inTitle ? { title: inTitle } : {}), ...(inBody ? { body: inBody } : {}) };
}
