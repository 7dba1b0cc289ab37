import type { TestProject } from "vitest/node";
import { startTestPostgres } from "./postgres.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The run's Postgres: how to reach its own database, and which database to clone. */
    postgres: { readonly adminUrl: string; readonly template: string };
  }
}

/** Starts what all integration tests share, once a run. Gives the function that stops it again. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await startTestPostgres();
  project.provide("postgres", { adminUrl: postgres.url("postgres"), template: postgres.template });
  return () => postgres.stop();
}
