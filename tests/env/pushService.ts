import {
  createDecipheriv,
  createECDH,
  createPublicKey,
  type ECDH,
  hkdfSync,
  randomBytes,
  randomUUID,
  verify,
} from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { type PushPayload, pushPayload } from "@tsunagi/contracts/rest/notices";

/** One push as it came, and as the browser it was meant for reads it. */
export interface Received {
  readonly headers: IncomingMessage["headers"];
  readonly body: Buffer;
  readonly payload: PushPayload;
  readonly text: string;
}

/** A browser's subscription at the push service. */
export interface Subscribed {
  readonly address: { readonly endpoint: string; readonly p256dh: string; readonly auth: string };
  readonly received: Received[];
  /** What the push service answers next; 201 unless told otherwise. */
  answer: number;
}

export interface LocalPushService {
  /** @param vapidKey public key its pushes must be signed with */
  subscribe(vapidKey: string): Subscribed;
  close(): Promise<void>;
}

interface Browser extends Subscribed {
  readonly ecdh: ECDH;
  readonly secret: Buffer;
  readonly vapidKey: string;
}

/**
 * A push service of one's own on loopback: a real HTTP server that checks the signature (RFC 8292) and reads what is
 * encrypted for the browser (RFC 8188, 8291) with code of its own, so that the hub's library is tested from outside.
 */
export async function openPushService(): Promise<LocalPushService> {
  const browsers = new Map<string, Browser>();
  const server = createServer((request, response) => {
    const browser = browsers.get(request.url ?? "");
    take(request, browser, origin()).then(
      (status) => response.writeHead(status).end(),
      (error: unknown) => response.writeHead(400).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    subscribe(vapidKey) {
      const path = `/send/${randomUUID()}`;
      const ecdh = createECDH("prime256v1");
      const p256dh = ecdh.generateKeys("base64url");
      const secret = randomBytes(16);
      const address = { endpoint: `${origin()}${path}`, p256dh, auth: secret.toString("base64url") };
      const browser: Browser = { address, received: [], answer: 201, ecdh, secret, vapidKey };
      browsers.set(path, browser);
      return browser;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function take(request: IncomingMessage, browser: Browser | undefined, audience: string): Promise<number> {
  const body = Buffer.concat((await request.toArray()) as Buffer[]);
  const { headers } = request;
  if (!browser) return 404;
  if (!isSigned(headers.authorization ?? "", browser.vapidKey, audience)) return 403;
  if (headers["content-encoding"] !== "aes128gcm" || headers["ttl"] === undefined) return 400;
  if (browser.answer === 201) {
    const text = decrypt(body, browser).toString("utf8");
    browser.received.push({ headers, body, text, payload: pushPayload.parse(JSON.parse(text)) });
  }
  return browser.answer;
}

/** RFC 8292: a JWT of ES256 by the key the subscription was made with, for this service, not older than a day. */
function isSigned(authorization: string, vapidKey: string, audience: string): boolean {
  const [, token = "", key] = /^vapid t=([\w.-]+), k=([\w-]+)$/.exec(authorization) ?? [];
  const [head = "", claims = "", signature = ""] = token.split(".");
  if (key !== vapidKey || !signature) return false;
  const point = Buffer.from(vapidKey, "base64url");
  const [x, y] = [point.subarray(1, 33).toString("base64url"), point.subarray(33).toString("base64url")];
  const publicKey = createPublicKey({ key: { kty: "EC", crv: "P-256", x, y }, format: "jwk" });
  const signed = Buffer.from(`${head}.${claims}`);
  const good = verify("sha256", signed, { key: publicKey, dsaEncoding: "ieee-p1363" }, fromText(signature));
  const { aud, exp, sub } = JSON.parse(fromText(claims).toString("utf8")) as Record<string, unknown>;
  const left = Number(exp) - Date.now() / 1000;
  return good && aud === audience && left > 0 && left <= 86_400 && /^(mailto|https):/.test(String(sub));
}

const fromText = (text: string): Buffer => Buffer.from(text, "base64url");
const derive = (key: Buffer, salt: Buffer, info: Buffer, length: number): Buffer =>
  Buffer.from(hkdfSync("sha256", key, salt, info, length));

/** RFC 8188 with one record, its key agreed on as RFC 8291 says. */
function decrypt(body: Buffer, { ecdh, secret }: Browser): Buffer {
  const salt = body.subarray(0, 16);
  const keyLength = body.readUInt8(20);
  const sender = body.subarray(21, 21 + keyLength);
  const record = body.subarray(21 + keyLength);
  const info = Buffer.concat([Buffer.from("WebPush: info\0"), ecdh.getPublicKey(), sender]);
  const ikm = derive(ecdh.computeSecret(sender), secret, info, 32);
  const key = derive(ikm, salt, Buffer.from("Content-Encoding: aes128gcm\0"), 16);
  const nonce = derive(ikm, salt, Buffer.from("Content-Encoding: nonce\0"), 12);
  const cipher = createDecipheriv("aes-128-gcm", key, nonce);
  cipher.setAuthTag(record.subarray(-16));
  const padded = Buffer.concat([cipher.update(record.subarray(0, -16)), cipher.final()]);
  return padded.subarray(0, padded.lastIndexOf(2));
}
