import { defineConfig } from "vitest/config";

const workspaces = "{contracts,prisma,care,bots,appservice,homeserver,web-client,scripts}";

export default defineConfig({
  test: {
    projects: [
      { test: { name: "unit", include: [`${workspaces}/**/*.test.{ts,tsx}`], exclude: ["**/node_modules/**"] } },
      { test: { name: "architecture", include: ["tests/architecture/**/*.test.ts"] } },
      {
        // Real Synapse, real hub: one installation for all files.
        test: {
          name: "system",
          include: ["tests/system/**/*.test.ts"],
          globalSetup: ["tests/env/systemSetup.ts"],
          setupFiles: ["tests/env/quietSdk.ts"],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        // Real Postgres, no server: a database a file.
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          globalSetup: ["tests/env/globalSetup.ts"],
          fileParallelism: false,
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
