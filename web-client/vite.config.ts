import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const hmrPort = process.env["TSUNAGI_HMR_PORT"];

export default defineConfig({
  plugins: [react({ jsxImportSource: "@tsunagi/web-client" })],
  build: { target: "es2022", sourcemap: true, assetsInlineLimit: 0 },
  worker: { format: "es" },
  // Pages come through the hub; hot reload goes to Vite's own port.
  server: { hmr: hmrPort ? { port: Number(hmrPort), host: "127.0.0.1" } : true },
});
