import { buildClient, builtClient } from "../../scripts/launch/web.ts";
import { administratorSession } from "../env/administratorSession.ts";
import { throwawayStack } from "../env/throwaway.ts";
import type { Installation } from "./support/installation.ts";

/** One real installation with the built client, as people get it. */
export default async function setup(): Promise<() => Promise<void>> {
  await buildClient();
  const stack = await throwawayStack({ webDir: builtClient, hubEnv: { TSUNAGI_SESSION_MINUTES: "600" } });
  const { publicUrl, homeserverUrl, databaseUrl, synapseDatabaseUrl } = stack;
  const administrator = await administratorSession(publicUrl);
  const installation: Installation = { publicUrl, homeserverUrl, databaseUrl, synapseDatabaseUrl, administrator };
  process.env["TSUNAGI_TEST_INSTALLATION"] = JSON.stringify(installation);
  return () => stack.discard();
}
