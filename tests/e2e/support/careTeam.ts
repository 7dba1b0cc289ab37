import type { Account, Accounts } from "../../env/accounts.ts";
import { Person } from "../../env/person.ts";
import { until } from "../../env/until.ts";

/** A care team about an invented person, with its ids for the pages' addresses. */
export interface CareTeam {
  readonly personId: string;
  readonly teamId: string;
  readonly roomId: string;
  close(): void;
}

/** Opened by a care manager in Node, with a message and a record in it; these members are invited. */
export async function careTeam(accounts: Accounts, publicUrl: string, members: readonly Account[]): Promise<CareTeam> {
  const account = await accounts.account(await accounts.organisation(), "careManager");
  const signIn = () => Person.signIn(publicUrl, account.loginName, account.password).catch(() => undefined);
  const manager = await until("the care manager signs in", signIn);
  await manager.settle("for-this-test-only-1");
  const person = {
    familyName: "試験",
    givenName: `光${account.loginName}`,
    familyKana: "シケン",
    givenKana: "ヒカル",
    birthDate: "1938-04-12",
    sex: "female",
    municipality: "222259",
  };
  const registration = await manager.hub.call("registerPerson", { body: { person, registerAnyway: true } } as never);
  const personId = (registration as { person: { id: string } }).person.id;
  const consent = { scopes: ["teamSharing"], givenBy: "person", method: "oral", givenOn: "2026-10-01" };
  await manager.hub.call("recordConsent", { params: { personId }, body: consent } as never);
  const admissions = members.map(({ staffId, organisationId }) => ({ staffId, organisationId }));
  const team = await manager.hub.call("openTeam", { body: { personId, kind: "care", members: admissions } } as never);
  const teamId = (team as { id: string }).id;
  const read = async () => (await manager.hub.call("readTeam", { params: { teamId } } as never)).roomId;
  const roomId = await until("the room is made", read);
  await manager.joined(roomId);
  return { personId, teamId, roomId, close: () => manager.stop() };
}
