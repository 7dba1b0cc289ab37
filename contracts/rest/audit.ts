import { z } from "zod";
import { organisationId, personId } from "../ids.ts";
import { endpoint } from "./endpoint.ts";

/** One line of the access log as people read it. */
export const auditLine = z
  .object({
    sequence: z.number().int(),
    at: z.iso.datetime(),
    actor: z.string(),
    organisation: z.string(),
    action: z.string(),
    outcome: z.enum(["allowed", "denied"]),
    channel: z.enum(["web", "bot", "system"]),
    /** Code of the person concerned, never the name. */
    personCode: z.string().nullable(),
    detail: z.record(z.string(), z.unknown()),
  })
  .meta({ id: "AuditLine" });
export type AuditLine = z.infer<typeof auditLine>;

const paging = z.object({
  limit: z.coerce.number().int().min(1).max(500).default(100),
  before: z.coerce.number().int().positive().optional(),
});

export const listAccess = endpoint({
  method: "GET",
  path: "/people/{personId}/access",
  tag: "audit",
  summary: "Who looked at this person's data, and who changed it",
  requires: "access.read",
  params: z.object({ personId }),
  query: paging,
  response: z.object({ lines: z.array(auditLine), more: z.boolean() }),
});

export const reviewAudit = endpoint({
  method: "GET",
  path: "/organisations/{organisationId}/audit",
  tag: "audit",
  summary: "What the staff of one's own organisation did",
  requires: "audit.review",
  params: z.object({ organisationId }),
  query: paging.extend({ outcome: z.enum(["allowed", "denied"]).optional() }),
  response: z.object({ lines: z.array(auditLine), more: z.boolean() }),
});
