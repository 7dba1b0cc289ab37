import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";

const POLL_MS = 100;

/** Waits until the hub has carried out everything that was asked of it: accounts made, rooms made. */
export async function untilOutboxEmpty(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    for (;;) {
      const { rowCount } = await client.query("select 1 from outbox_message where state = 'pending' limit 1");
      if (rowCount === 0) return;
      await delay(POLL_MS);
    }
  } finally {
    await client.end();
  }
}
