import type { TestProject } from "vitest/node";
import { Person } from "./person.ts";
import { throwawayStack } from "./throwaway.ts";
import { until } from "./until.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The installation all system tests share. */
    system: {
      readonly publicUrl: string;
      readonly homeserverUrl: string;
      readonly databaseUrl: string;
      readonly synapseDatabaseUrl: string;
      readonly hubLog: string;
      /** A network administrator's session: others are made with it. */
      readonly administrator: { readonly cookie: string; readonly csrfToken: string };
    };
  }
}

/** One real installation for a whole run, with the demo region and a signed-in administrator. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const stack = await throwawayStack({ hubEnv: { TSUNAGI_SESSION_MINUTES: "600" } });
  const { publicUrl, homeserverUrl, databaseUrl, synapseDatabaseUrl, dataDir } = stack;
  const signIn = () => Person.signIn(publicUrl, "admin", "tsunagi-demo-2026").catch(() => undefined);
  const administrator = await until("the administrator's account", signIn);
  await administrator.settle();
  administrator.stop();
  project.provide("system", {
    publicUrl,
    homeserverUrl,
    databaseUrl,
    synapseDatabaseUrl,
    hubLog: `${dataDir}/hub.log`,
    administrator: administrator.hub.session,
  });
  return () => stack.discard();
}
