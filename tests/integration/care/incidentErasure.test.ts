import { randomBytes } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { closeIncident } from "@tsunagi/care/incident/closeIncident";
import { rewriteErased } from "@tsunagi/care/incident/disk/store";
import { eraseExpired } from "@tsunagi/care/incident/eraseExpired";
import { putIncidentChunk } from "@tsunagi/care/incident/media";
import type { IncidentView } from "@tsunagi/contracts/rest/incident";
import { afterAll, beforeAll, expect, it } from "vitest";
import { buildRegion, openTestHub, type TestHub } from "../../env/careFixture.ts";
import { openTransports, type Transports } from "../../env/transports.ts";

let hub: TestHub;
let transports: Transports;

beforeAll(async () => {
  hub = await openTestHub();
  transports = await openTransports(hub, await buildRegion(hub));
});
afterAll(() => hub.close());

/** A photo with one large piece: what is looked for is a part of its ciphertext, and its sealed key. */
async function photo(view: IncidentView) {
  const { which } = await transports.photo(view);
  const bytes = randomBytes(100_000);
  await hub.as(transports.crew, (unit) => putIncidentChunk(unit, { ...which, seq: 1, bytes }));
  const [row] = await hub.db.sql<{ sealed_key: Buffer }>("select sealed_key from incident_media where id = $1", [
    which.mediaId,
  ]);
  return { content: bytes.subarray(500, 564), key: row?.sealed_key ?? Buffer.alloc(0) };
}

/** Which of these stand in any file of this database on the disk, whatever its rows say. */
async function onDisk(patterns: Readonly<Record<string, Buffer>>): Promise<string[]> {
  await hub.db.sql("checkpoint");
  const [at] = await hub.db.sql<{ folder: string; oid: string }>(
    "select current_setting('data_directory') as folder, oid from pg_database where datname = current_database()",
  );
  const folder = path.join(at?.folder ?? "", "base", `${at?.oid}`);
  const found = new Set<string>();
  for (const name of await readdir(folder)) {
    const file = await readFile(path.join(folder, name));
    for (const [what, pattern] of Object.entries(patterns)) if (file.includes(pattern)) found.add(what);
  }
  return [...found].sort();
}

it("an expired photo, its key and an expired summary are in no file of the database any more; what lives still is", async () => {
  const view = await transports.confirmed();
  const gone = await photo(view);
  await hub.as(transports.crew, (unit) => closeIncident(unit, { incidentId: view.id }));
  const [row] = await hub.db.sql<{ sealed: Buffer }>("select sealed from incident_summary");
  hub.clock.advance(hub.settings.incidentMediaHours * 60 - 5);
  const stays = await photo(await transports.confirmed());
  const patterns = {
    content: gone.content,
    key: gone.key,
    livingContent: stays.content,
    livingKey: stays.key,
    summary: row?.sealed.subarray(0, 64) ?? Buffer.alloc(0),
  };
  for (const pattern of Object.values(patterns)) expect(pattern.length).toBeGreaterThanOrEqual(64);
  expect(await onDisk(patterns)).toEqual(Object.keys(patterns).sort());
  hub.clock.advance(10);
  expect(await hub.system(eraseExpired)).toBe(2);
  await hub.care.bookkeeping(rewriteErased);
  expect(await onDisk(patterns)).toEqual(["livingContent", "livingKey"]);
});
