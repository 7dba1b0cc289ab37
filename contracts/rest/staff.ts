import { z } from "zod";
import { organisationKinds } from "../codes/organisationKinds.ts";
import { roles } from "../codes/roles.ts";
import { matrixUserId, membershipId, organisationId, staffId } from "../ids.ts";
import { line } from "../text.ts";
import { done, endpoint } from "./endpoint.ts";
import { membership } from "./session.ts";

export const staffStatuses = ["invited", "active", "suspended", "left"] as const;

export const staffMember = z
  .object({
    id: staffId,
    userId: matrixUserId,
    loginName: z.string(),
    code: z.string(),
    familyName: z.string(),
    givenName: z.string(),
    familyKana: z.string(),
    givenKana: z.string(),
    status: z.enum(staffStatuses),
    mustChangePassword: z.boolean(),
    memberships: z.array(membership),
  })
  .meta({ id: "StaffMember" });
export type StaffMemberView = z.infer<typeof staffMember>;

/** What colleagues see of one another. */
export const colleague = z
  .object({
    staffId,
    userId: matrixUserId,
    code: z.string(),
    familyName: z.string(),
    givenName: z.string(),
    familyKana: z.string(),
    givenKana: z.string(),
    active: z.boolean(),
    jobs: z.array(
      z.object({
        organisationId,
        organisationName: z.string(),
        organisationKind: organisationKinds.schema,
        role: roles.schema,
      }),
    ),
  })
  .meta({ id: "Colleague" });
export type Colleague = z.infer<typeof colleague>;

const staffParams = z.object({ staffId });

export const listStaff = endpoint({
  method: "GET",
  path: "/organisations/{organisationId}/staff",
  tag: "staff",
  summary: "Staff of one's own organisation, former ones too",
  requires: "staff.manage",
  params: z.object({ organisationId }),
  response: z.object({ staff: z.array(staffMember) }),
});

export const loginName = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z][a-z0-9._-]{2,39}$/)
  .describe("3 to 40 of a-z 0-9 . _ -, beginning with a letter");

export const createStaff = endpoint({
  method: "POST",
  path: "/organisations/{organisationId}/staff",
  tag: "staff",
  summary: "Create an account without e-mail; the initial password is shown once and must be changed",
  requires: "staff.manage",
  params: z.object({ organisationId }),
  body: z.object({
    loginName,
    familyName: line(40),
    givenName: line(40),
    familyKana: line(60),
    givenKana: line(60),
    role: roles.schema,
  }),
  response: z.object({ staff: staffMember, initialPassword: z.string() }),
  problems: ["loginNameTaken"],
});

export const addMembership = endpoint({
  method: "POST",
  path: "/organisations/{organisationId}/memberships",
  tag: "staff",
  summary: "Give somebody who has an account a role at this organisation too",
  requires: "staff.manage",
  params: z.object({ organisationId }),
  body: z.object({ staffId, role: roles.schema }),
  response: staffMember,
  problems: ["alreadyMember", "staffNotActive"],
});

export const endMembership = endpoint({
  method: "POST",
  path: "/memberships/{membershipId}/end",
  tag: "staff",
  summary: "End one role; with the last one the person leaves every room",
  requires: "staff.manage",
  params: z.object({ membershipId }),
  response: done,
});

export const resetPassword = endpoint({
  method: "POST",
  path: "/staff/{staffId}/password",
  tag: "staff",
  summary: "Give a new initial password, shown once; signs out every device",
  requires: "staff.manage",
  params: staffParams,
  response: z.object({ initialPassword: z.string() }),
  problems: ["staffNotActive"],
});

export const suspendStaff = endpoint({
  method: "POST",
  path: "/staff/{staffId}/suspend",
  tag: "staff",
  summary: "Suspend: every device is signed out and every room left, at once",
  requires: "staff.manage",
  params: staffParams,
  body: z.object({ reason: line(200) }),
  response: staffMember,
  problems: ["staffNotActive"],
});

export const resumeStaff = endpoint({
  method: "POST",
  path: "/staff/{staffId}/resume",
  tag: "staff",
  summary: "End a suspension; teams are not rejoined, devices need approval again",
  requires: "staff.manage",
  params: staffParams,
  response: staffMember,
});

export const leaveNetwork = endpoint({
  method: "POST",
  path: "/staff/{staffId}/leave",
  tag: "staff",
  summary: "The person leaves the network: like suspension, for good",
  requires: "staff.manage",
  params: staffParams,
  response: staffMember,
});

export const searchColleagues = endpoint({
  method: "POST",
  path: "/colleagues/search",
  tag: "staff",
  summary: "People who may be added to a team, by name, kana, role or organisation",
  requires: "signedIn",
  body: z.object({
    text: z.string().trim().max(80).default(""),
    role: roles.schema.optional(),
    organisationId: organisationId.optional(),
    limit: z.number().int().min(1).max(100).default(30),
  }),
  response: z.object({ colleagues: z.array(colleague) }),
});
