import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { headStart } from "./build/headStart.ts";
import { precompress } from "./build/precompress.ts";
import { shell } from "./build/shell.ts";
import { leftOut } from "./src/matrix/leftOut/aliases.ts";

const hmrPort = process.env["TSUNAGI_HMR_PORT"];
const standIns = new URL("./src/matrix/leftOut/", import.meta.url);

/** The SDK's log lines go nowhere (matrix/quietLogger.ts): they need not be carried either. */
const sdkLogging = ["trace", "debug", "info", "log", "warn", "error"].map((level) => `logger.${level}`);

export default defineConfig({
  plugins: [react(), headStart(), shell(), precompress()],
  // Not the plugin's option: that would pre-bundle a second copy for development, which knows none of the sentences.
  oxc: { jsx: { importSource: "@tsunagi/web-client" } },
  resolve: {
    alias: leftOut.map(({ find, file }) => ({ find, replacement: fileURLToPath(new URL(file, standIns)) })),
  },
  build: {
    target: "es2022",
    sourcemap: true,
    assetsInlineLimit: 0,
    rolldownOptions: { treeshake: { manualPureFunctions: sdkLogging } },
  },
  worker: { format: "es" },
  // Pages come through the hub; hot reload goes to Vite's own port.
  server: { hmr: hmrPort ? { port: Number(hmrPort), host: "127.0.0.1" } : true },
});
