import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { build, type Plugin } from "vite";

const PUBLIC = path.join(import.meta.dirname, "../public");
const SOURCE = path.join(import.meta.dirname, "../src/pwa/serviceWorker.ts");

/** The page itself is kept apart; character maps and fonts of the PDF viewer are hundreds of files for a rare PDF. */
const NOT_KEPT = /^index\.html$|\.(map|bcmap|pfb|ttf)$/;

/**
 * Builds the service worker after the client, in one file at the root of the site, and tells it which files are the
 * application's. Its version is a digest over them: another build is another worker, the same build the same one.
 */
export function shell(): Plugin {
  return {
    name: "tsunagi-shell",
    apply: "build",
    async writeBundle({ dir = "dist" }, bundle) {
      const built = Object.keys(bundle).filter((name) => !NOT_KEPT.test(name));
      const files = [...built, ...fs.readdirSync(PUBLIC)].sort();
      const digest = createHash("sha256");
      for (const file of ["index.html", ...files]) digest.update(file).update(fs.readFileSync(path.join(dir, file)));
      digest.update(fs.readFileSync(SOURCE));
      await build({
        configFile: false,
        logLevel: "warn",
        publicDir: false,
        define: {
          SHELL_FILES: JSON.stringify(files.map((file) => `/${file}`)),
          SHELL_VERSION: JSON.stringify(digest.digest("hex").slice(0, 12)),
        },
        build: {
          outDir: dir,
          emptyOutDir: false,
          target: "es2022",
          rollupOptions: { input: SOURCE, output: { format: "iife", entryFileNames: "sw.js" } },
        },
      });
    },
  };
}
