import { randomBytes } from "node:crypto";
import type { OrganisationKind } from "@tsunagi/contracts/codes/organisationKinds";
import type { Role } from "@tsunagi/contracts/codes/roles";
import type { HubApi } from "./hubApi.ts";

/** An account that was made for a test, and how to sign in to it. */
export interface Account {
  readonly loginName: string;
  readonly staffId: string;
  readonly userId: string;
  readonly organisationId: string;
  /** Changes with the first password change. */
  password: string;
}

interface Name {
  readonly familyName: string;
  readonly givenName: string;
  readonly familyKana: string;
  readonly givenKana: string;
}

const unique = () => randomBytes(4).toString("hex");

/** Makes invented organisations and staff through the REST API, as the network's administrator does. */
export class Accounts {
  readonly administrator: HubApi;

  /** @param administrator a network administrator's session */
  constructor(administrator: HubApi) {
    this.administrator = administrator;
  }

  async organisation(kind: OrganisationKind = "careProvider", name = `試験事業所 ${unique()}`): Promise<string> {
    const body = { name, kind, municipality: "222259" };
    return (await this.administrator.call("createOrganisation", { body })).id;
  }

  async account(organisationId: string, role: Role, name?: Name): Promise<Account> {
    const loginName = `t${unique()}`;
    const called = name ?? { familyName: "試験", givenName: loginName, familyKana: "シケン", givenKana: "タロウ" };
    const params = { organisationId };
    const body = { loginName, role, ...called };
    const { staff, initialPassword } = await this.administrator.call("createStaff", { params, body } as never);
    return { loginName, staffId: staff.id, userId: staff.userId, organisationId, password: initialPassword };
  }

  /** Gives somebody a second role at their organisation. */
  async alsoAs(account: Account, role: Role): Promise<void> {
    const params = { organisationId: account.organisationId };
    await this.administrator.call("addMembership", { params, body: { staffId: account.staffId, role } } as never);
  }
}
