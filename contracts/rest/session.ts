import { z } from "zod";
import { organisationKinds } from "../codes/organisationKinds.ts";
import { roles } from "../codes/roles.ts";
import { matrixDeviceId, matrixUserId, membershipId, organisationId, staffId } from "../ids.ts";
import { permissionName } from "../permissions.ts";
import { line } from "../text.ts";
import { done, endpoint } from "./endpoint.ts";

/** One job of a staff member: a role at an organisation. */
export const membership = z
  .object({
    id: membershipId,
    organisationId,
    organisationName: z.string(),
    organisationKind: organisationKinds.schema,
    role: roles.schema,
  })
  .meta({ id: "Membership" });
export type Membership = z.infer<typeof membership>;

/** What stands between this session and everything else, in the order it is done. */
export const signInSteps = ["changePassword", "enrol", "approveDevice", "ready"] as const;

export const session = z
  .object({
    staffId,
    userId: matrixUserId,
    deviceId: matrixDeviceId,
    familyName: z.string(),
    givenName: z.string(),
    /** Shown in Matrix instead of the name. */
    code: z.string(),
    memberships: z.array(membership),
    /** Whatever at least one of the memberships allows somewhere; each use is checked again. */
    permissions: z.array(permissionName),
    /** The next thing to do before the session is whole. `ready` = nothing. */
    step: z.enum(signInSteps),
    /** 16 digits to compare with this device, when it waits for approval. */
    deviceCode: z.string().optional(),
    /** The administrator approved this device: it may now replace the cross-signing identity. */
    identityReplacementAllowed: z.boolean(),
    /** Send as `x-csrf-token` with every write. */
    csrfToken: z.string(),
    keeperUserId: matrixUserId,
    expiresAt: z.iso.datetime(),
    /** Settings the client obeys. */
    limits: z.object({
      uploadBytes: z.number(),
      passwordMinLength: z.number(),
      /** The longest time without a touch until a screen locks. */
      lockMinutes: z.number(),
    }),
  })
  .meta({ id: "Session" });
export type Session = z.infer<typeof session>;

/** Text the device signs to prove itself: bound to this one OpenID token. */
export const deviceProofText = (openIdToken: string, userId: string, deviceId: string): string =>
  ["tsunagi-session-v1", openIdToken, userId, deviceId].join("\n");

export const openSession = endpoint({
  method: "POST",
  path: "/session",
  tag: "session",
  summary: "Open a session with a Matrix OpenID token, proven by the device's own key",
  requires: "open",
  limited: true,
  body: z.object({
    openIdToken: line(400).describe("access_token from POST /_matrix/client/v3/user/{userId}/openid/request_token"),
    deviceId: matrixDeviceId,
    signature: line(200).describe("Ed25519 signature of deviceProofText by the device key, unpadded base64"),
  }),
  response: session,
  problems: ["signInRefused", "accountSuspended", "homeserverUnavailable"],
});

export const readSession = endpoint({
  method: "GET",
  path: "/session",
  tag: "session",
  summary: "Who is signed in, and what is still to be done",
  requires: "signedIn",
  limited: true,
  response: session,
});

export const closeSession = endpoint({
  method: "DELETE",
  path: "/session",
  tag: "session",
  summary: "Sign out of the hub",
  requires: "signedIn",
  limited: true,
  response: done,
});

export const enrolIdentity = endpoint({
  method: "POST",
  path: "/account/enrolment",
  tag: "session",
  summary: "Have the keeper verify the cross-signing identity this device has just uploaded",
  requires: "signedIn",
  limited: true,
  body: z.object({ masterKey: line(100).describe("Public master key, unpadded base64") }),
  response: session,
  problems: ["deviceNotApproved", "passwordChangeNeeded"],
});
