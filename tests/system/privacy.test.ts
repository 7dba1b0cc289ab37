import fs from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databaseHolds } from "../env/plainText.ts";
import { World } from "../env/world.ts";

const world = new World();
afterAll(() => world.close());

/** Sentences and names that only this test uses. */
const SECRETS = [
  "秋桜野原",
  "コスモス",
  "かなめ",
  "インスリンを朝夕に打っています",
  "玄関の鍵は植木鉢の下です",
] as const;

describe("what people say and who they are", () => {
  beforeAll(async () => {
    const manager = await world.professional("careManager");
    const body = {
      person: {
        familyName: "秋桜野原",
        givenName: "かなめ",
        familyKana: "コスモスノハラ",
        givenKana: "カナメ",
        birthDate: "1935-05-05",
        sex: "female" as const,
        municipality: "222259",
        address: "玄関の鍵は植木鉢の下です",
      },
      registerAnyway: true,
    };
    const registered = await manager.hub.call("registerPerson", { body });
    if (registered.outcome !== "registered") throw new Error("not registered");
    const { id: personId } = registered.person;
    const consent = {
      scopes: ["teamSharing"],
      givenBy: "person",
      method: "oral",
      givenOn: "2026-10-01",
      note: "秋桜野原",
    };
    await manager.hub.call("recordConsent", { params: { personId }, body: consent } as never);
    const { id: teamId } = await manager.hub.call("openTeam", {
      body: { personId, kind: "care", members: [] },
    } as never);
    const { roomId } = await manager.hub.call("readTeam", { params: { teamId } } as never);
    const room = roomId ?? (await world.roomOf(manager, teamId));
    await manager.joined(room);
    await manager.say(room, "秋桜野原さん、玄関の鍵は植木鉢の下です");
    await manager.say(room, "/記録 支援内容 インスリンを朝夕に打っています");
    await manager.reads(room, "インスリンを朝夕に打っています\n記録者");
    await manager.hub.call("searchPeople", { body: { kana: "コスモス" } });
  });

  it("would be found if they stood there: what is no secret is found", async () => {
    expect(await databaseHolds(world.system.synapseDatabaseUrl, ["ケアチーム"])).not.toEqual([]);
    expect(await databaseHolds(world.system.databaseUrl, ["person.register"])).not.toEqual([]);
  });

  it("stand nowhere in the homeserver's database", async () => {
    expect(await databaseHolds(world.system.synapseDatabaseUrl, SECRETS)).toEqual([]);
  });

  it("stand nowhere in plain text in the hub's database", async () => {
    expect(await databaseHolds(world.system.databaseUrl, SECRETS)).toEqual([]);
  });

  it("stand nowhere in the hub's log", () => {
    const log = fs.readFileSync(world.system.hubLog, "utf8");
    expect(SECRETS.filter((secret) => log.includes(secret))).toEqual([]);
  });
});
