import { createPublicKey, verify } from "node:crypto";
import { CareError } from "@tsunagi/care/kernel/errors";
import type { Caller, Care } from "@tsunagi/care/kernel/unit";
import { closeSession, openSession } from "@tsunagi/care/session/session";
import { matrixUserId } from "@tsunagi/contracts/ids";
import { api } from "@tsunagi/contracts/rest/api";
import { deviceProofText } from "@tsunagi/contracts/rest/session";
import type { EncryptedBot } from "../../crypto/encryptedBot.ts";
import type { Keeper } from "../../keeper/keeper.ts";
import { MatrixError } from "../../matrix/errors.ts";
import type { Homeserver } from "../../matrix/homeserver.ts";
import { clearSessionCookie, writeSessionCookie } from "../cookies.ts";
import { type PlainContext, plainRoute } from "../route.ts";
import type { Sessions, SignedIn } from "../sessions.ts";

export interface SessionRoutes {
  readonly care: Care;
  readonly homeserver: Homeserver;
  readonly bot: EncryptedBot;
  readonly keeper: Keeper;
  readonly sessions: Sessions;
  readonly secureCookies: boolean;
}

export const sessionRoutes = (d: SessionRoutes) => ({
  openSession: plainRoute(api.openSession, async ({ response, correlationId }, { body }) => {
    const userId = await verifyOpenId(d.homeserver, body.openIdToken);
    const { devices } = await d.keeper.review(userId, true);
    const device = devices.find((candidate) => candidate.deviceId === body.deviceId);
    const text = deviceProofText(body.openIdToken, userId, body.deviceId);
    if (!device || !signatureIsRight(device.fingerprint, text, body.signature)) throw new CareError("signInRefused");
    const owner = { userId: matrixUserId.parse(userId), deviceId: body.deviceId };
    const { token } = await d.care.asSystem(correlationId, (unit) => openSession(unit, owner));
    writeSessionCookie(response, token, d.secureCookies);
    return d.sessions.describe(await d.sessions.find(token, correlationId));
  }),

  readSession: plainRoute(api.readSession, async ({ signedIn }) => d.sessions.describe(present(signedIn))),

  closeSession: plainRoute(api.closeSession, async ({ response, signedIn, correlationId }) => {
    const { token, staff } = present(signedIn);
    await d.care.asSystem(correlationId, (unit) => closeSession(unit, { token, staffId: staff.id }));
    clearSessionCookie(response, d.secureCookies);
    return { done: true as const };
  }),

  enrolIdentity: plainRoute(api.enrolIdentity, async ({ signedIn, correlationId }, { body }) => {
    const { staff, token, step } = present(signedIn);
    if (step === "changePassword") throw new CareError("passwordChangeNeeded");
    const { identity } = await d.keeper.review(staff.userId, true);
    if (identity?.masterKey !== body.masterKey || !identity.verified) throw new CareError("deviceNotApproved");
    return d.sessions.describe(await d.sessions.find(token, correlationId));
  }),
});

/** @returns the user id the homeserver says the token is for (Matrix spec, "OpenID") */
async function verifyOpenId(homeserver: Homeserver, token: string): Promise<string> {
  try {
    const query = { access_token: token };
    const { sub } = await homeserver.json<{ sub: string }>("GET", "/_matrix/federation/v1/openid/userinfo", {
      query,
      anonymous: true, // a token in the header would make Synapse take it for a federation request
    });
    return sub;
  } catch (error) {
    if (error instanceof MatrixError && !error.transient) throw new CareError("signInRefused");
    throw error;
  }
}

/** DER of an Ed25519 public key without the key itself (RFC 8410). */
const ED25519_PREFIX = Buffer.from("302a300506032b6570032100", "hex");

/** @param fingerprint the device's Ed25519 key, unpadded base64 */
function signatureIsRight(fingerprint: string, text: string, signature: string): boolean {
  const der = Buffer.concat([ED25519_PREFIX, Buffer.from(fingerprint, "base64")]);
  const key = createPublicKey({ key: der, format: "der", type: "spki" });
  return verify(null, Buffer.from(text, "utf8"), key, Buffer.from(signature, "base64"));
}

/** The mount has found a session on every route that asks for one. */
export function present(signedIn: SignedIn | undefined): SignedIn {
  if (!signedIn) throw new CareError("notSignedIn");
  return signedIn;
}

/** Whoever calls a route that runs its use cases itself. */
export const callerOf = ({ signedIn, correlationId }: PlainContext): Caller => ({
  staffId: present(signedIn).staff.id,
  channel: "web",
  correlationId,
});
