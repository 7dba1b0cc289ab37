import type { Role } from "@tsunagi/contracts/codes/roles";
import type { PersonView } from "@tsunagi/contracts/rest/people";
import type { TeamView } from "@tsunagi/contracts/rest/teams";
import { inject } from "vitest";
import { type Account, Accounts } from "./accounts.ts";
import { HubApi } from "./hubApi.ts";
import { Person, type SignInOptions } from "./person.ts";
import { until } from "./until.ts";

const PASSWORD = "for-this-test-only-1";

/** Makes invented organisations, staff and people through the REST API, as administrators and professionals do. */
export class World extends Accounts {
  readonly system = inject("system");
  readonly #people: Person[] = [];

  constructor() {
    const { publicUrl, administrator } = inject("system");
    super(HubApi.resume(publicUrl, administrator));
  }

  /** A new device for an account, as far as the password carries. */
  async device(account: Account, options?: SignInOptions): Promise<Person> {
    const { publicUrl } = this.system;
    const signIn = () => Person.signIn(publicUrl, account.loginName, account.password, options).catch(() => undefined);
    const person = await until(`${account.loginName} signs in`, signIn);
    this.#people.push(person);
    return person;
  }

  /** Somebody with a whole session: first sign-in, password changed, identity enrolled. */
  async professional(
    role: Role,
    organisationId?: string,
    options?: SignInOptions,
  ): Promise<Person & { account: Account }> {
    const account = await this.account(organisationId ?? (await this.organisation()), role);
    const person = await this.device(account, options);
    const { step } = await person.settle(PASSWORD);
    if (step !== "ready") throw new Error(`${role} is not ready but at ${step}`);
    account.password = person.password;
    return Object.assign(person, { account });
  }

  /** A person registered with consent by a professional. */
  async person(by: Person, scopes = ["teamSharing"]): Promise<PersonView> {
    const person = {
      familyName: "試験",
      givenName: "花子",
      familyKana: "シケン",
      givenKana: "ハナコ",
      birthDate: `19${30 + Math.floor(Math.random() * 30)}-0${1 + Math.floor(Math.random() * 9)}-1${Math.floor(Math.random() * 9)}`,
      sex: "female" as const,
      municipality: "222259",
    };
    const registration = await by.hub.call("registerPerson", { body: { person, registerAnyway: true } });
    if (registration.outcome !== "registered") throw new Error("not registered");
    const consent = { scopes, givenBy: "person", method: "oral", givenOn: "2026-10-01" };
    const params = { personId: registration.person.id };
    await by.hub.call("recordConsent", { params, body: consent } as never);
    return registration.person;
  }

  /** A care team with its room made and its members invited. */
  async team(by: Person, members: readonly Account[] = []): Promise<TeamView & { room: string }> {
    const { id: personId } = await this.person(by);
    const admissions = members.map(({ staffId, organisationId }) => ({ staffId, organisationId }));
    const opened = await by.hub.call("openTeam", { body: { personId, kind: "care", members: admissions } } as never);
    const room = await this.roomOf(by, opened.id);
    await by.joined(room);
    return { ...opened, room };
  }

  /** A team's Matrix room, as soon as it is made. */
  roomOf(by: Person, teamId: string): Promise<string> {
    const read = async () => (await by.hub.call("readTeam", { params: { teamId } } as never)).roomId;
    return until("the room is made", read);
  }

  close(): void {
    for (const person of this.#people) person.stop();
  }
}
