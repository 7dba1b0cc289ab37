import type { Role } from "@tsunagi/contracts/codes/roles";
import { inject } from "vitest";
import { type Account, Accounts } from "./accounts.ts";
import { HubApi } from "./hubApi.ts";
import { Person, type SignInOptions } from "./person.ts";
import { openCareTeam, registerPerson, roomOfTeam } from "./teams.ts";
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

  person = registerPerson;
  team = openCareTeam;
  roomOf = roomOfTeam;

  close(): void {
    for (const person of this.#people) person.stop();
  }
}
