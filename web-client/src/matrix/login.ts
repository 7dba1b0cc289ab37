import { MatrixFailure, type SignInInput } from "../session/ports.ts";
import { failing, failureOf } from "./failures.ts";
import type { KeptAccount } from "./keptAccount.ts";

interface LoginAnswer {
  readonly user_id: string;
  readonly device_id: string;
  readonly access_token: string;
}

/** Password sign-in on the same origin (Matrix spec, POST /login). @throws MatrixFailure */
export async function login(input: SignInInput): Promise<KeptAccount> {
  return failing(async () => {
    const response = await fetch("/_matrix/client/v3/login", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        type: "m.login.password",
        identifier: { type: "m.id.user", user: input.loginName.trim().toLowerCase() },
        password: input.password,
        initial_device_display_name: input.deviceName,
      }),
    });
    const body = (await response.json().catch(() => ({}))) as Partial<LoginAnswer> & { errcode?: string };
    if (response.status === 403 && body.errcode === "M_FORBIDDEN") throw new MatrixFailure("wrongPassword");
    if (!response.ok) throw failureOf(response.status, body);
    const { user_id: userId, device_id: deviceId, access_token: accessToken } = body as LoginAnswer;
    return { userId, deviceId, accessToken };
  });
}
