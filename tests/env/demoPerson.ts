import { Person } from "./person.ts";
import type { ThrowawayStack } from "./throwaway.ts";
import { until } from "./until.ts";

const PASSWORD = "tsunagi-demo-2026";

/** Somebody of the demo region, ready to talk; to Synapse directly: the gateway goes down with the hub. */
export async function demoPerson(stack: ThrowawayStack, loginName: string): Promise<Person> {
  const direct = { matrixUrl: stack.homeserverUrl };
  const person = await until(`${loginName} signs in`, () =>
    Person.signIn(stack.publicUrl, loginName, PASSWORD, direct).catch(() => undefined),
  );
  await person.settle();
  return person;
}
