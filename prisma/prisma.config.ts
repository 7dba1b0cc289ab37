import { fileURLToPath } from "node:url";
import { defineConfig } from "prisma/config";

// Prisma's CLI wants a schema engine it would download; ours speaks the same protocol from npm packages alone.
process.env["PRISMA_SCHEMA_ENGINE_BINARY"] ??= fileURLToPath(new URL("engine/schema-engine.mjs", import.meta.url));

const shadow = process.env["SHADOW_DATABASE_URL"];

export default defineConfig({
  schema: "schema.prisma",
  migrations: { path: "migrations" },
  datasource: {
    url: process.env["DATABASE_URL"] ?? "postgresql://unset:unset@127.0.0.1:1/unset",
    ...(shadow ? { shadowDatabaseUrl: shadow } : {}),
  },
});
