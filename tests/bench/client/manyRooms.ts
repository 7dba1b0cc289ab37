import { untilOutboxEmpty } from "@tsunagi/prisma/embedded/outboxWait";
import type { Account } from "../../env/accounts.ts";
import { progress } from "../../env/machine.ts";
import type { Person } from "../../env/person.ts";
import type { ThrowawayStack } from "../../env/throwaway.ts";
import { until } from "../../env/until.ts";
import { sideBySide } from "../support/sideBySide.ts";

export interface Amounts {
  readonly rooms: number;
  /** Rooms a colleague is in too and writes in; in the others there is what the keeper says. */
  readonly busyRooms: number;
  /** Messages of the colleague in each of those. */
  readonly messages: number;
}

interface People {
  /** Whose list it becomes: opens the teams. */
  readonly owner: Person;
  readonly colleague: Account;
  /** Called when the rooms are there: a client that saw each of them come would take most of the time. */
  readonly signIn: (account: Account) => Promise<Person>;
}

/** Surnames, to make invented names that differ. */
const FAMILY = ["望月", "杉山", "鈴木", "渡辺", "山本", "伊藤", "中村", "小林", "加藤", "吉田"];
const KANA = [
  "モチヅキ",
  "スギヤマ",
  "スズキ",
  "ワタナベ",
  "ヤマモト",
  "イトウ",
  "ナカムラ",
  "コバヤシ",
  "カトウ",
  "ヨシダ",
];
const ORDINAL = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
const SEVERAL = 6;
/** On a busy machine a sync of many new rooms takes its time. */
const SYNC_MS = 240_000;

/**
 * A care team with its encrypted room for as many invented people as asked, made through the hub as people do: a line
 * of the keeper in each, and a colleague's messages in the busy ones.
 * @returns Matrix ids of the busy rooms, the last written in first
 */
export async function manyRooms(
  stack: ThrowawayStack,
  { owner, colleague, signIn }: People,
  { rooms, busyRooms, messages }: Amounts,
): Promise<readonly string[]> {
  const teams = await openTeams(owner, rooms, (index) => (index < rooms - busyRooms ? [] : [colleague]));
  progress("the hub makes the rooms");
  await untilOutboxEmpty(stack.databaseUrl);
  const roomIds = await roomsOf(owner, teams);
  const busy = roomIds.slice(-busyRooms);
  progress("joining");
  await joinAll(stack.homeserverUrl, owner, roomIds);
  const writer = await signIn(colleague);
  await joinAll(stack.homeserverUrl, writer, busy);
  for (const [index, room] of busy.entries()) {
    progress(`messages in room ${index + 1}/${busyRooms}`);
    await until(
      `the colleague is in room ${index + 1}`,
      () => writer.client.getRoom(room)?.getMyMembership() === "join",
      SYNC_MS,
    );
    for (let n = 1; n <= messages; n += 1) await writer.say(room, message(n));
  }
  writer.stop();
  return busy.reverse();
}

/** In every message: any of them on the screen shows that the room is open, wherever it opened. */
export const VISIT = "回目の訪問";
const message = (n: number): string => `${n}${VISIT}。変わりなく過ごされています。血圧も安定しています。`;

async function openTeams(
  owner: Person,
  count: number,
  colleagues: (index: number) => readonly Account[],
): Promise<readonly string[]> {
  let done = 0;
  return sideBySide([...Array(count).keys()], SEVERAL, async (index) => {
    const registration = await owner.hub.call("registerPerson", {
      body: { person: invented(index), registerAnyway: true },
    });
    if (registration.outcome !== "registered") throw new Error("not registered");
    const params = { personId: registration.person.id };
    const consent = { scopes: ["teamSharing"], givenBy: "person", method: "oral", givenOn: "2026-10-01" };
    await owner.hub.call("recordConsent", { params, body: consent } as never);
    const members = colleagues(index).map(({ staffId, organisationId }) => ({ staffId, organisationId }));
    const team = await owner.hub.call("openTeam", { body: { ...params, kind: "care", members } } as never);
    done += 1;
    if (done % 50 === 0) progress(`${done}/${count} teams`);
    return team.id;
  });
}

function invented(index: number) {
  return {
    familyName: FAMILY[index % 10] ?? "",
    familyKana: KANA[index % 10] ?? "",
    givenName: [...String(index)].map((digit) => ORDINAL[Number(digit)]).join(""),
    givenKana: "タロウ",
    birthDate: `19${20 + (index % 40)}-0${1 + (index % 9)}-1${index % 10}`,
    sex: "female" as const,
    municipality: "222259",
  };
}

async function roomsOf(owner: Person, teams: readonly string[]): Promise<readonly string[]> {
  const { rooms } = await owner.hub.call("listRooms");
  const byTeam = new Map(rooms.map(({ teamId, roomId }) => [teamId as string, roomId as string]));
  return teams.map((team) => byTeam.get(team) ?? "");
}

/** By plain requests: the client under test would take the invitations one by one. */
async function joinAll(homeserverUrl: string, person: Person, rooms: readonly string[]): Promise<void> {
  await sideBySide(rooms, SEVERAL, async (room) => {
    const response = await fetch(`${homeserverUrl}/_matrix/client/v3/join/${encodeURIComponent(room)}`, {
      method: "POST",
      headers: { authorization: `Bearer ${person.client.getAccessToken()}`, "content-type": "application/json" },
      body: "{}",
    });
    if (!response.ok) throw new Error(`joining: ${await response.text()}`);
  });
}
