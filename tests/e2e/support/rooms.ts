import type { Locator, Page } from "@playwright/test";
import type { Account } from "../../env/accounts.ts";
import { openCareTeam, type TeamOptions } from "../../env/teams.ts";
import { everybodyIn } from "./careRoom.ts";

type Writer = Parameters<typeof openCareTeam>[0];

/** A further conversation of the same people, about a person with this name; returns its room id. */
export async function conversationAbout(
  writer: Writer,
  members: readonly Account[],
  givenName: string,
  options: TeamOptions = {},
): Promise<string> {
  const person = { familyName: "見本", givenName, familyKana: "ミホン", ...options.person };
  const { room: roomId } = await openCareTeam(writer, members, { ...options, person });
  await everybodyIn({ writer, roomId }, members);
  return roomId;
}

/** A conversation in the list. */
export const roomRow = (page: Page, name: string): Locator => page.locator('a[href^="/rooms/"]', { hasText: name });

/** Names of these people in the list from top to bottom. */
export async function listedNames(page: Page): Promise<string[]> {
  const all = await page.locator('a[href^="/rooms/"] [class*="name"]').allTextContents();
  return all.filter((name) => name.startsWith("見本"));
}
