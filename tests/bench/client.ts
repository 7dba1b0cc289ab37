import fs from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { buildClient, builtClient } from "../../scripts/launch/web.ts";
import { type Account, Accounts } from "../env/accounts.ts";
import { administratorSession } from "../env/administratorSession.ts";
import { numbers } from "../env/arguments.ts";
import { HubApi } from "../env/hubApi.ts";
import { percentile, progress, result, round } from "../env/machine.ts";
import { Person } from "../env/person.ts";
import { throwawayStack } from "../env/throwaway.ts";
import { until } from "../env/until.ts";
import { Device } from "./client/device.ts";
import { manyRooms, VISIT } from "./client/manyRooms.ts";
import type { ShownRoom } from "./client/probe.ts";
import { syncCosts } from "./client/syncCost.ts";
import { TrafficCount } from "./client/traffic.ts";

/*
 * npm run bench -- client [--rooms 500] [--busy 20] [--messages 20] [--runs 5] [--switches 60] [--echoes 40] [--minutes 1]
 * The built client in Chromium on a whole installation, with an account in many encrypted rooms. Medians of the runs;
 * switches and echoes as 95th percentiles. `coldOpenMs`: the sign-in and the message keys are on the device, nothing
 * else is; `warmOpenMs`: opened again. Both from the navigation to a screenful of named conversations.
 */
const options = numbers({ rooms: 500, busy: 20, messages: 20, runs: 5, switches: 60, echoes: 40, minutes: 1 });
const PASSWORD = "for-this-bench-only-1";

await buildClient();
progress("an installation is being set up");
const stack = await throwawayStack({ webDir: builtClient, hubEnv: { TSUNAGI_SESSION_MINUTES: "600" } });
try {
  const accounts = new Accounts(HubApi.resume(stack.publicUrl, await administratorSession(stack.publicUrl)));
  const professional = async () => accounts.account(await accounts.organisation(), "careManager");
  const owner = await signIn(await professional());
  const busy = await manyRooms(
    stack,
    { owner, colleague: await professional(), signIn },
    { rooms: options.rooms, busyRooms: options.busy, messages: options.messages },
  );
  const directoryMs = await medianOf(options.runs, () => timed(() => owner.hub.call("listRooms")));
  const { rooms } = await owner.hub.call("listRooms");
  const titles = new Map(rooms.map(({ roomId, title }) => [roomId as string, title]));
  const shown = busy.map((roomId): ShownRoom => ({ roomId, title: titles.get(roomId) ?? "" }));

  progress("a new device signs in");
  const device = await Device.launch(stack.publicUrl);
  const newDevice = await device.signIn(owner);
  const sync = await syncCosts({
    homeserverUrl: stack.homeserverUrl,
    accessToken: owner.client.getAccessToken() ?? "",
  });
  owner.stop();

  progress("opening");
  const traffic = new TrafficCount(device.page);
  await device.open({ cold: true });
  const firstLoad = gzipped(traffic.stop().scripts);
  const coldOpenMs = await medianOf(options.runs, () => device.open({ cold: true }));
  await device.keepsRooms();
  const warmOpenMs = await medianOf(options.runs, () => device.open({ cold: false }));

  progress("switching rooms");
  const last = VISIT;
  const switches: number[] = [];
  for (let i = 0; i < options.switches; i += 1)
    switches.push(await device.switchTo(shown[i % shown.length] as ShownRoom, last));
  progress("writing");
  const place = shown[0] as ShownRoom;
  await device.switchTo(place, last);
  const echoes: number[] = [];
  const lastOf = new Map<string, string>();
  const say = async (room: ShownRoom, text: string) => {
    lastOf.set(room.roomId, text);
    return device.say(room, text);
  };
  for (let i = 0; i < options.echoes; i += 1) echoes.push(await say(place, `伝言${i}番、確認しました。`));

  const end = Date.now() + options.minutes * 60_000;
  for (let i = 0; Date.now() < end; i += 1) {
    const room = shown[i % shown.length] as ShownRoom;
    await device.switchTo(room, lastOf.get(room.roomId) ?? last);
    await say(room, `使い続けて${i}回目です。`);
    if (i % 10 === 0) progress(`in use: ${Math.round((end - Date.now()) / 1000)} s left`);
  }
  const heap = await device.heap();
  await device.close();
  result({
    bench: "client",
    firstLoadGzKb: round(firstLoad / 1000, 1),
    coldOpenMs: round(coldOpenMs, 0),
    warmOpenMs: round(warmOpenMs, 0),
    switchP95Ms: round(percentile(switches, 0.95), 1),
    echoP95Ms: round(percentile(echoes, 0.95), 1),
    heapMb: round(heap / 1_000_000, 1),
    switchP50Ms: round(percentile(switches, 0.5), 1),
    echoP50Ms: round(percentile(echoes, 0.5), 1),
    newDeviceMs: round(newDevice.ms, 0),
    newDeviceRequests: newDevice.traffic.counts,
    directoryMs: round(directoryMs, 0),
    sync,
    ...options,
  });
} finally {
  await stack.discard();
}
process.exit(0);

async function signIn({ loginName, password }: Account): Promise<Person> {
  const person = await until("sign-in", () =>
    Person.signIn(stack.publicUrl, loginName, password).catch(() => undefined),
  );
  await person.settle(PASSWORD);
  return person;
}

/** Bytes of the built scripts, each compressed as the smallest server would. */
function gzipped(scripts: ReadonlySet<string>): number {
  return [...scripts].reduce((sum, file) => sum + gzipSync(fs.readFileSync(path.join(builtClient, file))).length, 0);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function medianOf(runs: number, measure: () => Promise<number>): Promise<number> {
  const samples: number[] = [];
  for (let run = 0; run < runs; run += 1) samples.push(await measure());
  return percentile(samples, 0.5);
}
