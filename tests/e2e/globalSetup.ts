import { buildClient, builtClient } from "../../scripts/launch/web.ts";
import { throwawayStack } from "../env/throwaway.ts";

/** One real installation with the built client, as people get it. */
export default async function setup(): Promise<() => Promise<void>> {
  await buildClient();
  const stack = await throwawayStack({ webDir: builtClient });
  process.env["TSUNAGI_TEST_URL"] = stack.publicUrl;
  process.env["TSUNAGI_TEST_SYNAPSE_DATABASE"] = stack.synapseDatabaseUrl;
  process.env["TSUNAGI_TEST_HOMESERVER"] = stack.homeserverUrl;
  return () => stack.discard();
}
