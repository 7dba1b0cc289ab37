import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { untilOutboxEmpty } from "@tsunagi/prisma/embedded/outboxWait";
import { freePorts } from "../../scripts/launch/ports.ts";
import { type Stack, type StackOptions, startStack } from "../../scripts/launch/stack.ts";

/** Limits that would slow tests down, taken away; what they protect is tested on its own. */
export const noLimits: NonNullable<StackOptions["homeserver"]>["limits"] = {
  message: { perSecond: 1000, burst: 1000 },
  loginPerAddress: { perSecond: 1000, burst: 1000 },
  loginPerAccount: { perSecond: 1000, burst: 1000 },
  loginFailed: { perSecond: 1000, burst: 1000 },
  joins: { perSecond: 1000, burst: 1000 },
  invites: { perSecond: 1000, burst: 1000 },
};

export interface ThrowawayStack extends Stack {
  readonly dataDir: string;
  /** As if the power went. */
  killHub(): Promise<void>;
  /** Stops everything and removes its data. */
  discard(): Promise<void>;
}

/** A whole installation with the demo region in a temporary folder. */
export async function throwawayStack(
  options: Partial<Pick<StackOptions, "durable" | "homeserver" | "hubEnv" | "webDir">> = {},
): Promise<ThrowawayStack> {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), "tsunagi-test-"));
  fs.chmodSync(dataDir, 0o711);
  const [port = 0] = await freePorts(1);
  const stack = await startStack(
    {
      dataDir,
      port,
      host: "127.0.0.1",
      publicUrl: `http://localhost:${port}`,
      serverName: "localhost",
      durable: options.durable ?? false,
      ...(options.webDir ? { webDir: options.webDir } : {}),
      homeserver: { limits: noLimits ?? {}, ...options.homeserver },
      hubEnv: {
        TSUNAGI_REQUESTS_PER_MINUTE: "100000",
        TSUNAGI_SIGN_INS_PER_MINUTE: "100000",
        TSUNAGI_LOG_LEVEL: "warn",
        ...options.hubEnv,
      },
    },
    { hub: false },
  );
  await stack.command("demo:seed");
  await stack.startHub();
  await untilOutboxEmpty(stack.databaseUrl);
  return Object.assign(stack, {
    dataDir,
    killHub: async () => {
      stack.hub.kill("SIGKILL");
      await stack.hub.exited;
    },
    discard: async () => {
      await stack.stop();
      fs.rmSync(dataDir, { recursive: true, force: true });
    },
  });
}
