import { municipalities } from "@tsunagi/contracts/codes/municipalities";
import { organisationKinds } from "@tsunagi/contracts/codes/organisationKinds";
import { untilOutboxEmpty } from "@tsunagi/prisma/embedded/outboxWait";
import { Accounts } from "../../env/accounts.ts";
import { administratorSession } from "../../env/administratorSession.ts";
import { HubApi } from "../../env/hubApi.ts";
import { progress } from "../../env/machine.ts";
import { Person } from "../../env/person.ts";
import type { ThrowawayStack } from "../../env/throwaway.ts";
import { until } from "../../env/until.ts";
import { sideBySide } from "../support/sideBySide.ts";

/** Facilities of one town and kind: what one bulletin goes to. */
export interface Block {
  readonly audience: { readonly municipalities: readonly string[]; readonly kinds: readonly string[] };
  readonly organisationIds: readonly string[];
}

const SEVERAL = 8;
/** Where the demo region has its own facilities. */
const DEMO_TOWNS = ["222259", "222062", "223255", "222241"];
const PASSWORD = "for-this-bench-only-1";

/**
 * As many invented facilities as asked, each with its encrypted room and one of `people`, whose device is signed. Made
 * through the hub, as an administrator makes them.
 */
export async function facilities(
  stack: ThrowawayStack,
  { rooms, people, block }: { readonly rooms: number; readonly people: number; readonly block: number },
): Promise<readonly Block[]> {
  const administrator = HubApi.resume(stack.publicUrl, await administratorSession(stack.publicUrl));
  const accounts = new Accounts(administrator);
  const home = await accounts.organisation("networkOperator");
  progress("people sign in");
  const staff = await sideBySide([...Array(people).keys()], 2, async () => {
    const account = await accounts.account(home, "careManager");
    const person = await until("sign-in", () =>
      Person.signIn(stack.publicUrl, account.loginName, account.password).catch(() => undefined),
    );
    await person.settle(PASSWORD);
    person.stop();
    return account;
  });
  const towns = municipalities.codes.filter((code) => !DEMO_TOWNS.includes(code));
  const kinds = organisationKinds.codes.filter((kind) => kind !== "networkOperator" && kind !== "municipality");
  let done = 0;
  const blocks = [...Array(Math.ceil(rooms / block)).keys()].map((index) => ({
    municipalities: [towns[index % towns.length] ?? ""],
    kinds: [kinds[Math.floor(index / towns.length)] ?? "careProvider"],
    size: Math.min(block, rooms - index * block),
  }));
  const made: Block[] = [];
  for (const { size, ...audience } of blocks) {
    const organisationIds = await sideBySide([...Array(size).keys()], SEVERAL, async (index) => {
      const [municipality = "", kind = ""] = [audience.municipalities[0], audience.kinds[0]];
      const body = { name: `試験事業所 ${done + index}`, kind, municipality };
      const { id } = await administrator.call("createOrganisation", { body } as never);
      const staffId = staff[(done + index) % staff.length]?.staffId ?? "";
      const params = { organisationId: id };
      await administrator.call("addMembership", { params, body: { staffId, role: "careManager" } } as never);
      return id;
    });
    made.push({ audience, organisationIds });
    done += size;
    progress(`${done}/${rooms} facilities; the hub makes their rooms`);
    await untilOutboxEmpty(stack.databaseUrl);
  }
  return made;
}
