import { createHmac } from "node:crypto";

/**
 * Makes the server administrator the hub speaks through, by Synapse's shared-secret registration. Doing it again is
 * harmless. The random password is never kept: the hub acts as this user with its appservice token.
 */
export async function ensureOperator(url: string, localpart: string, sharedSecret: string): Promise<void> {
  const endpoint = `${url}/_synapse/admin/v1/register`;
  const { nonce } = (await (await fetch(endpoint)).json()) as { nonce: string };
  const password = `${crypto.randomUUID()}${crypto.randomUUID()}a1`;
  const mac = createHmac("sha1", sharedSecret).update([nonce, localpart, password, "admin"].join("\0")).digest("hex");
  const response = await fetch(endpoint, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ nonce, username: localpart, password, mac, admin: true, inhibit_login: true }),
  });
  if (response.ok) return;
  const problem = (await response.json()) as { errcode?: string; error?: string };
  if (problem.errcode !== "M_USER_IN_USE") throw new Error(`Synapse refused the operator account: ${problem.error}`);
}
