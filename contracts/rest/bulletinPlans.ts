import { z } from "zod";
import { bulletinPlanActs, bulletinPlanStates } from "../codes/bulletins.ts";
import { bulletinId, bulletinPlanId, organisationId } from "../ids.ts";
import { line } from "../text.ts";
import { bulletinInput, bulletinText } from "./bulletins.ts";
import { endpoint } from "./endpoint.ts";

/** What is to go, and when: null = at once, or as soon as it is approved. */
export const bulletinPlanInput = bulletinInput.extend({ goesAt: z.iso.datetime().nullable().default(null) });
export type BulletinPlanInput = z.infer<typeof bulletinPlanInput>;

const step = z.object({
  act: bulletinPlanActs.schema,
  /** Empty for what the hub did by its clock. */
  by: z.string(),
  at: z.iso.datetime(),
  reason: z.string(),
});

const plan = z
  .object({
    id: bulletinPlanId,
    organisationId,
    organisationName: z.string(),
    state: bulletinPlanStates.schema,
    input: bulletinPlanInput,
    /** The bulletin it will put right. */
    corrects: bulletinId.nullable(),
    /** The bulletin it has become. */
    bulletinId: bulletinId.nullable(),
    writtenBy: z.string(),
    /** Oldest first. */
    steps: z.array(step),
    /** What the reader may do with it now. */
    may: z.object({ change: z.boolean(), approve: z.boolean() }),
  })
  .meta({ id: "BulletinPlan" });
export type BulletinPlanView = z.infer<typeof plan>;

const tag = "bulletins";
const params = z.object({ planId: bulletinPlanId });
const problems = ["bulletinForNobody", "bulletinPlanDone", "bulletinTimePast", "bulletinPeriodOver"] as const;

export const planBulletin = endpoint({
  method: "POST",
  path: "/bulletin-plans",
  tag,
  summary: "Send a bulletin at once, at a time, or to a colleague for approval where the organisation wants one",
  requires: "bulletin.write",
  body: bulletinPlanInput,
  response: plan,
  problems,
});

export const planCorrection = endpoint({
  method: "POST",
  path: "/bulletin-plans/corrections",
  tag,
  summary: "Ask for approval of a corrected version",
  requires: "bulletin.write",
  body: bulletinText.extend({ bulletinId }),
  response: plan,
  problems: ["bulletinCancelled"],
});

export const listBulletinPlans = endpoint({
  method: "GET",
  path: "/bulletin-plans",
  tag,
  summary: "What one's organisations have not sent yet: waiting, sent back, scheduled",
  requires: "signedIn",
  response: z.object({ plans: z.array(plan) }),
});

export const readBulletinPlan = endpoint({
  method: "GET",
  path: "/bulletin-plans/{planId}",
  tag,
  summary: "One bulletin that has not gone yet, with its history",
  requires: "signedIn",
  params,
  response: plan,
});

export const changeBulletinPlan = endpoint({
  method: "POST",
  path: "/bulletin-plans/{planId}/change",
  tag,
  summary: "Change it before it goes; it is approved anew where the organisation wants that",
  requires: "bulletin.write",
  params,
  body: bulletinPlanInput,
  response: plan,
  problems,
});

export const approveBulletinPlan = endpoint({
  method: "POST",
  path: "/bulletin-plans/{planId}/approve",
  tag,
  summary: "Let it go: at its time, or at once. Nobody approves what they wrote",
  requires: "bulletin.approve",
  params,
  response: plan,
  problems: ["bulletinOwnApproval", "bulletinPlanDone", "bulletinForNobody", "bulletinPeriodOver"],
});

export const returnBulletinPlan = endpoint({
  method: "POST",
  path: "/bulletin-plans/{planId}/return",
  tag,
  summary: "Send it back to its writer with the reason",
  requires: "bulletin.approve",
  params,
  body: z.object({ reason: line(300) }),
  response: plan,
  problems: ["bulletinPlanDone"],
});

export const cancelBulletinPlan = endpoint({
  method: "POST",
  path: "/bulletin-plans/{planId}/cancel",
  tag,
  summary: "Call it off before it goes; it stays in the history",
  requires: "bulletin.write",
  params,
  response: plan,
  problems: ["bulletinPlanDone"],
});

const settings = z.object({
  organisations: z.array(
    z.object({
      organisationId,
      name: z.string(),
      /** A colleague approves each bulletin before it goes. */
      approval: z.boolean(),
    }),
  ),
});

export const readBulletinSettings = endpoint({
  method: "GET",
  path: "/bulletin-settings",
  tag,
  summary: "How one's organisations handle their bulletins",
  requires: "signedIn",
  response: settings,
});

export const changeBulletinSettings = endpoint({
  method: "POST",
  path: "/bulletin-settings",
  tag,
  summary: "Whether an organisation's bulletins wait for a colleague's approval",
  requires: "staff.manage",
  body: z.object({ organisationId, approval: z.boolean() }),
  response: settings,
});
