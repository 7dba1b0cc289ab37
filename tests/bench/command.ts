import { randomBytes } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import * as sdk from "matrix-js-sdk";
import { freePorts } from "../../scripts/launch/ports.ts";
import { numbers } from "../env/arguments.ts";
import { percentile, progress, result, round } from "../env/machine.ts";
import { Person } from "../env/person.ts";
import { type ThrowawayStack, throwawayStack } from "../env/throwaway.ts";
import { until } from "../env/until.ts";
import { echoRegistration, startEchoBot } from "./echoBot.ts";
import { commandMs, nextAnswer } from "./support/commandMs.ts";

/*
 * npm run bench -- command [--count 200] [--warmup 20]
 * Encrypted commands with use case, audit row and reply, in turn with unencrypted echoes of a bare bot on the same
 * server: how much slower is the hub than nothing at all. Both are measured at the same client, from the call that
 * sends to the answer being readable.
 */
const { count, warmup } = numbers({ count: 200, warmup: 20 });
const ECHO = "bench-echo";

const [echoPort = 0] = await freePorts(1);
const asToken = randomBytes(32).toString("hex");
const registrationFile = path.join(fs.mkdtempSync(path.join(os.tmpdir(), "tsunagi-bench-")), "echo.yaml");
fs.writeFileSync(registrationFile, JSON.stringify(echoRegistration(echoPort, asToken, ECHO)));

const stack = await throwawayStack({ durable: true, homeserver: { furtherAppservices: [registrationFile] } });
try {
  const nurse = await until("sign-in", () =>
    Person.signIn(stack.publicUrl, "nurse", "tsunagi-demo-2026").catch(() => undefined),
  );
  await nurse.settle();
  const echo = { port: echoPort, asToken, homeserverUrl: stack.homeserverUrl, userId: `@${ECHO}:localhost` };
  const server = await startEchoBot(echo);
  const plainRoom = await makePlainRoom(stack, nurse, asToken);
  const teamRoom = await until("team room", async () => {
    const { rooms } = await nurse.hub.call("listRooms");
    return rooms.find((room) => room.title.includes("ハナ"))?.roomId;
  });
  await nurse.joined(teamRoom);

  const plain: number[] = [];
  const encrypted: number[] = [];
  for (let i = 0; i < warmup + count; i += 1) {
    const a = await plainEcho(nurse, plainRoom, i);
    const b = await commandMs(nurse, teamRoom, i);
    if (i < warmup) continue;
    plain.push(a);
    encrypted.push(b);
    if (i % 20 === 0) progress(`${i - warmup}/${count}: plain ${round(a)} ms, encrypted ${round(b)} ms`);
  }
  server.close();
  nurse.stop();
  const at = (samples: readonly number[]) => ({
    p50: round(percentile(samples, 0.5)),
    p95: round(percentile(samples, 0.95)),
  });
  const ratio = (share: number) => round(percentile(encrypted, share) / percentile(plain, share));
  result({
    bench: "command",
    ratioP50: ratio(0.5),
    ratioP95: ratio(0.95),
    count,
    plainMs: at(plain),
    encryptedMs: at(encrypted),
  });
} finally {
  await stack.discard();
}
process.exit(0);

/** A room without any key: messages go into it by hand, in plain text. Only this benchmark has such a thing. */
async function makePlainRoom(stack: ThrowawayStack, nurse: Person, echoToken: string): Promise<string> {
  const api = async (method: string, path: string, token: string, as: string, body: unknown) => {
    const response = await fetch(`${stack.homeserverUrl}/_matrix/client/v3${path}?user_id=${encodeURIComponent(as)}`, {
      method,
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
    return (await response.json()) as { room_id: string };
  };
  const { asToken: hubToken } = stack.secrets;
  const echoUser = `@${ECHO}:localhost`;
  await api("POST", "/register", echoToken, echoUser, {
    type: "m.login.application_service",
    username: ECHO,
    inhibit_login: true,
  });
  const invite = [echoUser, nurse.userId];
  const { room_id: room } = await api("POST", "/createRoom", hubToken, "@tsunagi-operator:localhost", {
    preset: "private_chat",
    invite,
  });
  await api("POST", `/rooms/${encodeURIComponent(room)}/join`, echoToken, echoUser, {});
  await until("invitation", () => nurse.client.getRoom(room));
  await nurse.client.joinRoom(room);
  await nurse.joined(room);
  return room;
}

async function plainEcho(nurse: Person, room: string, i: number): Promise<number> {
  const began = performance.now();
  const answered = nextAnswer(nurse, room, (event) => event.getContent()["body"] === `echo ${i}`);
  const path = `/rooms/${encodeURIComponent(room)}/send/m.room.message/bench-${i}`;
  await nurse.client.http.authedRequest(sdk.Method.Put, path, undefined, { msgtype: "m.text", body: `!echo ${i}` });
  await answered;
  return performance.now() - began;
}
