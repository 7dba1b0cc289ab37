import type { AdministratorSession } from "../../env/administratorSession.ts";

/** What the global setup started, as the tests find it. */
export interface Installation {
  readonly publicUrl: string;
  readonly homeserverUrl: string;
  readonly databaseUrl: string;
  readonly synapseDatabaseUrl: string;
  readonly administrator: AdministratorSession;
}

export function installation(): Installation {
  const text = process.env["TSUNAGI_TEST_INSTALLATION"];
  if (!text) throw new Error("the global setup has not run");
  return JSON.parse(text) as Installation;
}
