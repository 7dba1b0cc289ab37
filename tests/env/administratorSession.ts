import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

export interface AdministratorSession {
  readonly cookie: string;
  readonly csrfToken: string;
}

/** The first sign-in of the demo region's network administrator: others are made with the session it gives. */
export async function administratorSession(publicUrl: string): Promise<AdministratorSession> {
  const script = fileURLToPath(new URL("signInOnce.ts", import.meta.url));
  const args = ["--disable-warning=ExperimentalWarning", script, publicUrl, "admin", "tsunagi-demo-2026"];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return JSON.parse(stdout) as AdministratorSession;
}
