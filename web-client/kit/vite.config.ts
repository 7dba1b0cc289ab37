import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** The kit's page on its own (`npm run kit`): no hub, no Matrix, not part of the product's build. */
export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  cacheDir: "../node_modules/.vite-kit",
  plugins: [react()],
  // Not the plugin's option: that would pre-bundle a second copy for development, which knows none of the sentences.
  oxc: { jsx: { importSource: "@tsunagi/web-client" } },
  build: { target: "es2022", outDir: "../dist-kit", emptyOutDir: true },
  server: { port: 5180, fs: { allow: ["../.."] } },
});
