import { spawn } from "node:child_process";
import path from "node:path";
import { freePorts } from "../../../scripts/launch/ports.ts";
import { root } from "../../../scripts/launch/stack.ts";
import { until } from "../../env/until.ts";

export interface KitServer {
  readonly url: string;
  stop(): void;
}

/** The kit's page as `npm run kit` serves it. */
export async function startKit(): Promise<KitServer> {
  const [port = 0] = await freePorts(1);
  const url = `http://localhost:${port}/`;
  const vite = path.join(root, "node_modules/vite/bin/vite.js");
  const args = ["--config", "kit/vite.config.ts", "--host", "localhost", "--port", String(port), "--strictPort"];
  const child = spawn(process.execPath, [vite, ...args], { cwd: path.join(root, "web-client"), stdio: "ignore" });
  await until("the kit's page is served", () =>
    fetch(url).then(
      ({ ok }) => ok,
      () => false,
    ),
  );
  return { url, stop: () => void child.kill("SIGTERM") };
}
