import { execFile } from "node:child_process";
import fs from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demoPerson } from "../env/demoPerson.ts";
import type { Person } from "../env/person.ts";
import { type ThrowawayStack, throwawayStack } from "../env/throwaway.ts";
import { until } from "../env/until.ts";
import { withDatabase } from "../env/withDatabase.ts";

/** Events of a room in one answer of the hub's sync (appservice/src/crypto/drain.ts). */
const SYNC_HOLDS = 100;

let stack: ThrowawayStack;
let nurse: Person;
let doctor: Person;
let room: string;
let personId: string;

async function signIn(name: string): Promise<Person> {
  const person = await demoPerson(stack, name);
  expect((await person.readSession()).step).toBe("ready");
  return person;
}

const recordTexts = async (): Promise<string[]> => {
  const { records } = await nurse.hub.call("listRecords", { params: { personId } } as never);
  return records.map((record) => record.text);
};

beforeAll(async () => {
  stack = await throwawayStack({ durable: true });
  nurse = await signIn("nurse");
  doctor = await signIn("doctor");
  const { rooms } = await nurse.hub.call("listRooms");
  const team = rooms.find(({ title }) => title.includes("ハナ"));
  room = team?.roomId ?? "";
  personId = team?.personId ?? "";
  await nurse.joined(room);
  await doctor.joined(room);
  await nurse.say(room, "/記録 日常生活 最初の記録");
  await doctor.reads(room, "最初の記録\n記録者");
});
afterAll(async () => {
  nurse.stop();
  doctor.stop();
  await stack.discard();
});

describe("one hub", () => {
  it("runs on a database, and a second one is refused with a sentence", async () => {
    const main = fileURLToPath(new URL("../../appservice/src/main.ts", import.meta.url));
    const env = {
      ...stack.hubEnv,
      TSUNAGI_PORT: "1",
      TSUNAGI_APPSERVICE_PORT: "2",
      TSUNAGI_DATA_DIR: `${stack.dataDir}/other`,
    };
    const second = promisify(execFile)(process.execPath, [main], { env });
    await expect(second).rejects.toMatchObject({
      code: 69,
      stderr: expect.stringMatching(/^Another hub process is running on this database\./m) as string,
    });
  });

  it("owns its key store: another process is refused, whatever database it has", async () => {
    const { openDurableIndexedDb } = await import("@tsunagi/appservice/crypto/durableIndexedDb");
    await expect(openDurableIndexedDb(`${stack.dataDir}/hub/keys.sqlite`)).rejects.toThrow(
      /in use by another hub process/,
    );
  });
});

describe("while the hub is away", () => {
  it("commands wait and are answered once when it is back", async () => {
    await stack.killHub();
    await nurse.say(room, "/記録 受診結果 留守中の記録");
    await stack.startHub();
    await doctor.reads(room, "留守中の記録\n記録者");
    expect((await recordTexts()).filter((text) => text === "留守中の記録")).toHaveLength(1);
  });

  it("a command that is taken back is not run, and an edited one is run as it stands in the end", async () => {
    await stack.killHub();
    const taken = await nurse.say(room, "/記録 日常生活 取り消される記録");
    await nurse.client.redactEvent(room, taken);
    const edited = await nurse.say(room, "/記録 日常生活 直される前の記録");
    const better = "/記録 日常生活 直された後の記録";
    const relation = {
      "m.new_content": { msgtype: "m.text", body: better },
      "m.relates_to": { rel_type: "m.replace", event_id: edited },
    };
    await nurse.say(room, `* ${better}`, relation);
    await nurse.say(room, "/メンバー");
    await stack.startHub();
    await doctor.reads(room, "直された後の記録\n記録者");
    await doctor.reads(room, "参加者");
    const texts = await recordTexts();
    expect(texts).toContain("直された後の記録");
    expect(texts).not.toContain("取り消される記録");
    expect(texts).not.toContain("直される前の記録");
  });

  it("a message Synapse lost from its queue is found in the room's history", async () => {
    await stack.killHub();
    await nurse.say(room, "/記録 支援内容 列から落ちた記録");
    await until("Synapse has queued it", async () => (await synapse("select 1 from application_services_txns")) > 0);
    process.kill(stack.homeserver.pid, "SIGKILL");
    await stack.homeserver.exited;
    await synapse("delete from application_services_txns");
    await synapse("update appservice_stream_position set stream_ordering = (select max(stream_ordering) from events)");
    await stack.restartHomeserver();
    await stack.startHub();
    await doctor.reads(room, "列から落ちた記録\n記録者");
  });

  it("also when more has come since than one sync holds, and some of that is known already", async () => {
    await stack.killHub();
    await nurse.say(room, "/記録 支援内容 長い留守に落ちた記録");
    const later: string[] = [];
    for (let i = 0; i < SYNC_HOLDS + 10; i += 1) later.push(await nurse.say(room, `留守中の連絡${i}`));
    process.kill(stack.homeserver.pid, "SIGKILL");
    await stack.homeserver.exited;
    await synapse("delete from application_services_txns");
    await synapse("update appservice_stream_position set stream_ordering = (select max(stream_ordering) from events)");
    await hub(
      "insert into inbox_event (event_id, matrix_room_id, body, state, done_at) values ($1, $2, '{}', 'done', now())",
      [later[4], room],
    );
    await stack.restartHomeserver();
    await stack.startHub();
    await doctor.reads(room, "長い留守に落ちた記録\n記録者");
  });
});

describe("a message whose key has not come", () => {
  it("is set aside, holds nobody up and is handled when the key comes", async () => {
    const late = await nurse.withholdKeys();
    await nurse.say(room, "/記録 日常生活 鍵が遅れた記録");
    await doctor.say(room, "/記録 日常生活 あとから来た記録");
    await doctor.reads(room, "あとから来た記録\n記録者");
    expect(await recordTexts()).not.toContain("鍵が遅れた記録");
    await late.release();
    await doctor.reads(room, "鍵が遅れた記録\n記録者");
  });
});

describe("a lost key store", () => {
  it("is made anew: the bot is the same, answers, and still has the history for those who join", async () => {
    const before = await botMasterKey();
    await until("keys are backed up", async () => (await synapse("select 1 from e2e_room_keys")) > 3);
    stack.hub.kill("SIGTERM");
    await stack.hub.exited;
    for (const file of fs.readdirSync(`${stack.dataDir}/hub`)) fs.rmSync(`${stack.dataDir}/hub/${file}`);
    await stack.startHub();
    await nurse.say(room, "/記録 意向 鍵をなくした後の記録");
    await doctor.reads(room, "鍵をなくした後の記録\n記録者");
    expect(await botMasterKey()).toBe(before);
    const helper = await signIn("helper");
    await helper.joined(room);
    await helper.reads(room, "最初の記録\n記録者");
    await helper.reads(room, "鍵をなくした後の記録\n記録者");
    helper.stop();
  });
});

async function botMasterKey(): Promise<string> {
  const bot = "@_tsunagi_hub:localhost";
  const { master_keys: keys } = await nurse.client.downloadKeysForUsers([bot]);
  return Object.values(keys?.[bot]?.keys ?? {}).join();
}

/** Runs a statement on Synapse's database. @returns the number of rows */
const synapse = (statement: string) => query(stack.synapseDatabaseUrl, statement);
const hub = (statement: string, values: unknown[]) => query(stack.databaseUrl, statement, values);

const query = (url: string, statement: string, values: unknown[] = []): Promise<number> =>
  withDatabase(url, async (client) => (await client.query(statement, values)).rowCount ?? 0);
