import type { TestProject } from "vitest/node";
import { type AdministratorSession, administratorSession } from "./administratorSession.ts";
import { throwawayStack } from "./throwaway.ts";

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
      readonly administrator: AdministratorSession;
    };
  }
}

/** One real installation for a whole run, with the demo region and a signed-in administrator. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const stack = await throwawayStack({ hubEnv: { TSUNAGI_SESSION_MINUTES: "600" } });
  const { publicUrl, homeserverUrl, databaseUrl, synapseDatabaseUrl, dataDir } = stack;
  project.provide("system", {
    publicUrl,
    homeserverUrl,
    databaseUrl,
    synapseDatabaseUrl,
    hubLog: `${dataDir}/hub.log`,
    administrator: await administratorSession(publicUrl),
  });
  return () => stack.discard();
}
