import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { TestProject } from "vitest/node";
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
      readonly administrator: { readonly cookie: string; readonly csrfToken: string };
    };
  }
}

/** One real installation for a whole run, with the demo region and a signed-in administrator. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const stack = await throwawayStack({ hubEnv: { TSUNAGI_SESSION_MINUTES: "600" } });
  const { publicUrl, homeserverUrl, databaseUrl, synapseDatabaseUrl, dataDir } = stack;
  const script = fileURLToPath(new URL("signInOnce.ts", import.meta.url));
  const args = ["--disable-warning=ExperimentalWarning", script, publicUrl, "admin", "tsunagi-demo-2026"];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  project.provide("system", {
    publicUrl,
    homeserverUrl,
    databaseUrl,
    synapseDatabaseUrl,
    hubLog: `${dataDir}/hub.log`,
    administrator: JSON.parse(stdout) as { cookie: string; csrfToken: string },
  });
  return () => stack.discard();
}
