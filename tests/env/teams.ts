import type { PersonInput, PersonView } from "@tsunagi/contracts/rest/people";
import type { TeamView } from "@tsunagi/contracts/rest/teams";
import type { Account } from "./accounts.ts";
import type { Person } from "./person.ts";
import { until } from "./until.ts";

const digit = (below: number) => Math.floor(Math.random() * below);

/** A person registered with consent by a professional. @param change what of the invented data matters */
export async function registerPerson(
  by: Person,
  scopes = ["teamSharing"],
  change: Partial<PersonInput> = {},
): Promise<PersonView> {
  const person = {
    familyName: "試験",
    givenName: "花子",
    familyKana: "シケン",
    givenKana: "ハナコ",
    birthDate: `19${30 + digit(30)}-0${1 + digit(9)}-1${digit(9)}`,
    sex: "female" as const,
    municipality: "222259",
    ...change,
  };
  const registration = await by.hub.call("registerPerson", { body: { person, registerAnyway: true } });
  if (registration.outcome !== "registered") throw new Error("not registered");
  const consent = { scopes, givenBy: "person", method: "oral", givenOn: "2026-10-01" };
  const params = { personId: registration.person.id };
  await by.hub.call("recordConsent", { params, body: consent } as never);
  return registration.person;
}

export interface TeamOptions {
  readonly kind?: "care" | "watch";
  readonly person?: Partial<PersonInput>;
}

/** A team with its room made and its members invited; a care team unless said otherwise. */
export async function openCareTeam(
  by: Person,
  members: readonly Account[] = [],
  { kind = "care", person = {} }: TeamOptions = {},
): Promise<TeamView & { readonly room: string }> {
  const { id: personId } = await registerPerson(by, [kind === "watch" ? "watchSharing" : "teamSharing"], person);
  const admissions = members.map(({ staffId, organisationId }) => ({ staffId, organisationId }));
  const opened = await by.hub.call("openTeam", { body: { personId, kind, members: admissions } } as never);
  const room = await roomOfTeam(by, opened.id);
  await by.joined(room);
  return { ...opened, room };
}

/** A team's Matrix room, as soon as it is made. */
export function roomOfTeam(by: Person, teamId: string): Promise<string> {
  const read = async () => (await by.hub.call("readTeam", { params: { teamId } } as never)).roomId;
  return until("the room is made", read);
}
