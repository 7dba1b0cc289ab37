import { defineConfig } from "vitest/config";

const workspaces = "{contracts,prisma,care,bots,appservice,homeserver,web-client,scripts}";

export default defineConfig({
  test: {
    projects: [
      { test: { name: "unit", include: [`${workspaces}/**/*.test.{ts,tsx}`], exclude: ["**/node_modules/**"] } },
      { test: { name: "architecture", include: ["tests/architecture/**/*.test.ts"] } },
      {
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          globalSetup: ["tests/env/globalSetup.ts"],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
