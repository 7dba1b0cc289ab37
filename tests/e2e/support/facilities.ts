import type { Api } from "@tsunagi/contracts/rest/api";
import type { VacancyInput } from "@tsunagi/contracts/rest/facilities";
import type { Accounts } from "../../env/accounts.ts";
import type { CallInput } from "../../env/hubApi.ts";
import { Person } from "../../env/person.ts";
import { until } from "../../env/until.ts";

const PASSWORD = "for-this-test-only-1";

type Profile = NonNullable<CallInput<Api["editFacility"]>["body"]>;

/** A facility whose administrator goes on reporting. */
export interface SpeakingFacility {
  readonly id: string;
  report(vacancy: VacancyInput): Promise<void>;
  stop(): void;
}

/** What one of the demo region's facilities says of itself, by its administrator. */
export async function facilitySays(
  accounts: Accounts,
  publicUrl: string,
  name: string,
  profile: Omit<Profile, "basedOn">,
  vacancy: VacancyInput,
): Promise<SpeakingFacility> {
  const { organisations } = await accounts.administrator.call("listOrganisations", { query: { text: name } });
  const organisation = organisations.find((one) => one.name === name);
  if (!organisation) throw new Error(`no ${name} in the demo region`);
  const account = await accounts.account(organisation.id, "facilityAdmin");
  const signIn = () => Person.signIn(publicUrl, account.loginName, account.password).catch(() => undefined);
  const person = await until("the facility's administrator signs in", signIn);
  await person.settle(PASSWORD);
  const { facilities } = await person.hub.call("listOwnFacilities");
  const [facility] = facilities;
  if (!facility) throw new Error(`${name} has no service`);
  const params = { facilityId: facility.id };
  const before = await person.hub.call("readFacility", { params });
  const body = { ...profile, basedOn: before.updatedAt };
  await person.hub.call("editFacility", { params, body });
  await person.hub.call("reportVacancy", { params, body: vacancy });
  return {
    id: facility.id,
    report: async (body) => {
      await person.hub.call("reportVacancy", { params, body });
    },
    stop: () => person.stop(),
  };
}
