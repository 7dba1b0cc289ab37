import { expect, type Page } from "@playwright/test";
import type { Role } from "@tsunagi/contracts/codes/roles";
import type { Account, Accounts } from "../../env/accounts.ts";
import { Person } from "../../env/person.ts";
import { openCareTeam } from "../../env/teams.ts";
import { until } from "../../env/until.ts";
import type { Browsers } from "./browsers.ts";

const PASSWORD = "for-this-test-only-1";

export interface CareRoom {
  readonly roomId: string;
  readonly personId: string;
  readonly teamId: string;
  /** Somebody in the team who writes from Node: a browser fewer. */
  readonly writer: Person;
  close(): void;
}

/** A care team's conversation with a writer in it and further members invited. */
export async function careRoom(
  accounts: Accounts,
  publicUrl: string,
  members: readonly Account[],
  role: Role = "careManager",
): Promise<CareRoom> {
  const account = await accounts.account(await accounts.organisation(), role);
  const signIn = () => Person.signIn(publicUrl, account.loginName, account.password).catch(() => undefined);
  const writer = await until("the writer signs in", signIn);
  await writer.settle(PASSWORD);
  const { room, id: teamId, person } = await openCareTeam(writer, members);
  return { roomId: room, personId: person.id, teamId, writer, close: () => writer.stop() };
}

/** Waits until these members are in the room, so that what is written now reaches them. */
export const everybodyIn = (
  { writer, roomId }: Pick<CareRoom, "writer" | "roomId">,
  members: readonly Account[],
): Promise<unknown> =>
  until("everybody is in the room", () => {
    const room = writer.client.getRoom(roomId);
    return members.every(({ userId }) => room?.getMember(userId)?.membership === "join");
  });

/** Opens the only conversation of somebody's list. */
export async function openRoom(page: Page, roomId: string): Promise<void> {
  await page.goto(`/rooms/${encodeURIComponent(roomId)}`);
  await expect(page.getByRole("list", { name: "会話", exact: true })).toBeVisible();
}

/** A helper alone with the writer, their conversation open on a phone. */
export async function helperInRoom(
  accounts: Accounts,
  browsers: Browsers,
  publicUrl: string,
): Promise<{ helper: Account; room: CareRoom; page: Page }> {
  const helper = await accounts.account(await accounts.organisation(), "helper");
  const room = await careRoom(accounts, publicUrl, [helper]);
  const page = await browsers.enter(helper);
  await everybodyIn(room, [helper]);
  await openRoom(page, room.roomId);
  return { helper, room, page };
}
