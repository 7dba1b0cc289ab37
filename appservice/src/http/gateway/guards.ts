import { identityReplacement } from "@tsunagi/care/devices/identityReplacement";
import type { Care } from "@tsunagi/care/kernel/unit";
import { passwordChanged } from "@tsunagi/care/staff/passwordChanged";
import { matrixDeviceId, matrixUserId } from "@tsunagi/contracts/ids";
import type { Request, Response } from "express";
import { request as send } from "undici";
import { type Guard, refuse } from "./matrixGateway.ts";

interface Dependencies {
  readonly care: Care;
  readonly homeserverUrl: string;
}

interface WhoAmI {
  readonly user_id: string;
  readonly device_id: string;
}

/**
 * Two requests the hub must know of, whatever client sends them: a new password (the initial one is changed then), and
 * a new cross-signing identity (only for the first device, or one an administrator has just approved: a stolen
 * password alone must not be able to take an identity over).
 */
export function guards(d: Dependencies): Guard[] {
  return [
    {
      method: "POST",
      path: /^\/client\/(v3|r0|unstable)\/account\/password$/,
      handle: (request, response, next) => {
        onPassword(d, request, response).catch(next);
      },
    },
    {
      method: "POST",
      path: /^\/client\/(v3|r0|unstable)\/keys\/device_signing\/upload$/,
      handle: (request, response, next) => {
        onIdentity(d, request, response).catch(next);
      },
    },
  ];
}

async function onPassword(d: Dependencies, request: Request, response: Response): Promise<void> {
  const { auth, new_password: wanted } = parse(request) as { auth?: { password?: unknown }; new_password?: unknown };
  if (wanted !== undefined && auth?.password === wanted) {
    refuse(
      response,
      400,
      "M_WEAK_PASSWORD",
      "前と違うパスワードにしてください / Choose a password that differs from the old one",
    );
    return;
  }
  const me = await whoAmI(d, request);
  const answer = await forward(d, request);
  if (answer.status === 200 && me) {
    const userId = matrixUserId.parse(me.user_id);
    await d.care.asSystem("password", (unit) => passwordChanged(unit, userId), { audited: false });
  }
  relay(response, answer);
}

async function onIdentity(d: Dependencies, request: Request, response: Response): Promise<void> {
  const me = await whoAmI(d, request);
  if (me) {
    const who = { userId: matrixUserId.parse(me.user_id), deviceId: matrixDeviceId.parse(me.device_id) };
    const verdict = await d.care.asSystem("identity", (unit) => identityReplacement(unit, who), { audited: false });
    if (verdict === "refused") {
      const ja = "この端末は承認されていません。事業所の管理者に確認番号を伝えて承認を受けてください";
      refuse(response, 403, "M_FORBIDDEN", `${ja} / This device is not approved: ask your administrator`);
      return;
    }
  }
  relay(response, await forward(d, request));
}

function parse(request: Request): unknown {
  try {
    return JSON.parse((request.body as Buffer).toString("utf8"));
  } catch {
    return {}; // the homeserver says what is wrong with it
  }
}

/** Whose token this is; undefined when the homeserver does not know it, which it will then say itself. */
async function whoAmI(d: Dependencies, request: Request): Promise<WhoAmI | undefined> {
  const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? "")?.[1];
  if (!token) return undefined;
  const { status, body } = await call(`${d.homeserverUrl}/_matrix/client/v3/account/whoami`, "GET", {
    authorization: `Bearer ${token}`,
  });
  return status === 200 ? (JSON.parse(body.toString("utf8")) as WhoAmI) : undefined;
}

interface Answer {
  readonly status: number;
  readonly body: Buffer;
}

function forward(d: Dependencies, request: Request): Promise<Answer> {
  const headers: Record<string, string> = { "content-type": "application/json" };
  if (request.headers.authorization) headers["authorization"] = request.headers.authorization;
  if (request.ip) headers["x-forwarded-for"] = request.ip;
  return call(d.homeserverUrl + request.originalUrl, request.method, headers, request.body as Buffer);
}

async function call(url: string, method: string, headers: Record<string, string>, body?: Buffer): Promise<Answer> {
  const answer = await send(url, { method: method as "GET", headers, body: body ?? null });
  return { status: answer.statusCode, body: Buffer.from(await answer.body.arrayBuffer()) };
}

function relay(response: Response, { status, body }: Answer): void {
  response.status(status).type("application/json").setHeader("access-control-allow-origin", "*").send(body);
}
