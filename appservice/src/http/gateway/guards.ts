import { identityReplacement } from "@tsunagi/care/devices/identityReplacement";
import type { Care } from "@tsunagi/care/kernel/unit";
import { passwordChanged } from "@tsunagi/care/staff/passwordChanged";
import { matrixDeviceId, matrixUserId } from "@tsunagi/contracts/ids";
import type { Request, Response } from "express";
import { request as send } from "undici";
import { HomeserverUnreachable } from "../../matrix/errors.ts";
import { forwardedHeaders, type Guard, refuse } from "./matrixGateway.ts";

interface Dependencies {
  readonly care: Care;
  readonly homeserverUrl: string;
  /** The one place the homeserver may push to. */
  readonly pushGatewayUrl: string;
}

interface WhoAmI {
  readonly user_id: string;
  readonly device_id?: string;
}

type Handler = (request: Request, response: Response, me: WhoAmI) => Promise<void>;

const CLIENT = "^/_matrix/client/(?:v3|r0|unstable)";

/**
 * Requests the hub must know of, whatever client sends them: a new password (the initial one is changed then), a new
 * cross-signing identity (only for the first device, or one an administrator has just approved: a stolen password
 * alone must not be able to take an identity over), pushes (to the hub's own gateway only, without content: nothing
 * leaves the network by them), and the end of an account, which is the administrators' matter.
 */
export function guards(d: Dependencies): Guard[] {
  const guard = (path: string, handle: Handler): Guard => ({
    method: "POST",
    path: new RegExp(`${CLIENT}/${path}/?$`),
    handle: (request, response, next) => {
      asKnownUser(d, request, response, handle).catch(next);
    },
  });
  return [
    guard("account/password", (request, response, me) => onPassword(d, request, response, me)),
    guard("keys/device_signing/upload", (request, response, me) => onIdentity(d, request, response, me)),
    guard("pushers/set", (request, response) => onPusher(d, request, response)),
    guard("account/deactivate", async (_request, response) => {
      const ja = "アカウントの終了は事業所の管理者に申請してください";
      refuse(response, 403, "M_FORBIDDEN", `${ja} / Ask your administrator to end an account`);
    }),
  ];
}

/** Whoever the homeserver does not vouch for gets its own answer; nothing unknown is passed on. */
async function asKnownUser(d: Dependencies, request: Request, response: Response, handle: Handler): Promise<void> {
  const url = new URL(`${d.homeserverUrl}/_matrix/client/v3/account/whoami`);
  const { access_token: token } = request.query; // the older way to bring it; Synapse still takes it
  if (typeof token === "string") url.searchParams.set("access_token", token);
  const answer = await call(url.toString(), "GET", authorization(request));
  if (answer.status !== 200) relay(response, answer);
  else await handle(request, response, JSON.parse(answer.body.toString("utf8")) as WhoAmI);
}

async function onPassword(d: Dependencies, request: Request, response: Response, me: WhoAmI): Promise<void> {
  const asked = parse(request);
  if (!asked) {
    refuse(response, 400, "M_NOT_JSON", "Not JSON");
    return;
  }
  const { new_password: wanted, ...rest } = asked;
  const auth = rest["auth"] as { password?: unknown } | undefined;
  if (wanted !== undefined && same(auth?.password, wanted)) {
    refuse(
      response,
      400,
      "M_WEAK_PASSWORD",
      "前と違うパスワードにしてください / Choose a password that differs from the old one",
    );
    return;
  }
  // Without the old password beside it the new one does not go along: Synapse would keep it for the request that brings
  // the old one, or take it unasked just after a sign-in, and nobody would have compared the two.
  const body = wanted === undefined || auth ? (request.body as Buffer) : Buffer.from(JSON.stringify(rest));
  const answer = await forward(d, request, body);
  if (answer.status === 200) {
    const userId = matrixUserId.parse(me.user_id);
    await d.care.asSystem("password", (unit) => passwordChanged(unit, userId), { audited: false });
  }
  relay(response, answer);
}

async function onIdentity(d: Dependencies, request: Request, response: Response, me: WhoAmI): Promise<void> {
  const who = { userId: matrixUserId.parse(me.user_id), deviceId: matrixDeviceId.parse(me.device_id) };
  const verdict = await d.care.asSystem("identity", (unit) => identityReplacement(unit, who), { audited: false });
  if (verdict === "refused") {
    const ja = "この端末は承認されていません。事業所の管理者に確認番号を伝えて承認を受けてください";
    refuse(response, 403, "M_FORBIDDEN", `${ja} / This device is not approved: ask your administrator`);
    return;
  }
  relay(response, await forward(d, request, request.body as Buffer));
}

/** Ending a pusher is always right (its `kind` is null). */
async function onPusher(d: Dependencies, request: Request, response: Response): Promise<void> {
  const pusher = parse(request);
  const data = (pusher?.["data"] ?? {}) as Record<string, unknown>;
  const ours = pusher?.["kind"] === "http" && data["url"] === d.pushGatewayUrl && data["format"] === "event_id_only";
  if (pusher && !ours && pusher["kind"] !== null) {
    const ja = "通知は「通知の設定」の画面からオンにしてください";
    refuse(response, 403, "M_FORBIDDEN", `${ja} / Pushes go through the hub only: turn them on in its settings`);
    return;
  }
  relay(response, await forward(d, request, request.body as Buffer));
}

function parse(request: Request): Record<string, unknown> | undefined {
  try {
    return { ...(JSON.parse((request.body as Buffer).toString("utf8")) as object) };
  } catch {
    return undefined;
  }
}

/** Passwords are compared as Synapse hashes them. */
const same = (one: unknown, other: unknown): boolean =>
  String(one).normalize("NFKC") === String(other).normalize("NFKC");

interface Answer {
  readonly status: number;
  readonly body: Buffer;
}

const authorization = ({ headers }: Request): Record<string, string> =>
  headers.authorization ? { authorization: headers.authorization } : {};

function forward(d: Dependencies, request: Request, body: Buffer): Promise<Answer> {
  const headers = {
    ...authorization(request),
    ...forwardedHeaders(request),
    "content-type": "application/json",
  };
  return call(d.homeserverUrl + request.originalUrl, request.method, headers, body);
}

/** @throws HomeserverUnreachable */
async function call(url: string, method: string, headers: Record<string, string>, body?: Buffer): Promise<Answer> {
  try {
    const answer = await send(url, { method: method as "GET", headers, body: body ?? null });
    return { status: answer.statusCode, body: Buffer.from(await answer.body.arrayBuffer()) };
  } catch (error) {
    throw new HomeserverUnreachable(error);
  }
}

function relay(response: Response, { status, body }: Answer): void {
  response.status(status).type("application/json").setHeader("access-control-allow-origin", "*").send(body);
}
