import pg from "pg";

/** Another hub runs on this database. */
export class HubAlreadyRunning extends Error {
  constructor() {
    super("Another hub process is running on this database. Stop it first; two of them would answer everything twice.");
    this.name = "HubAlreadyRunning";
  }
}

/** Any number; the same in every hub of one database. */
const LOCK = 7_461_823_301;

/**
 * Makes this process the database's one hub until it ends: a session lock that Postgres lets go by itself when the
 * process dies.
 * @param onLost called when the connection breaks: another hub may take over, so this one must stop
 * @throws HubAlreadyRunning
 */
export async function takeOwnership(databaseUrl: string, onLost: () => void): Promise<{ release(): Promise<void> }> {
  const client = new pg.Client({ connectionString: databaseUrl, keepAlive: true });
  await client.connect();
  const { rows } = await client.query<{ taken: boolean }>("select pg_try_advisory_lock($1) as taken", [LOCK]);
  if (!rows[0]?.taken) {
    await client.end();
    throw new HubAlreadyRunning();
  }
  let released = false;
  client.on("error", () => {
    if (!released) onLost();
  });
  return {
    release: async () => {
      released = true;
      await client.end();
    },
  };
}
