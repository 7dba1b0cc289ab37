import { performance } from "node:perf_hooks";

export interface SyncCost {
  readonly ms: number;
  readonly kB: number;
}

interface Access {
  readonly homeserverUrl: string;
  readonly accessToken: string;
}

const SLIDING = "/_matrix/client/unstable/org.matrix.simplified_msc3575/sync?timeout=0";
const STATE = [
  ["m.room.encryption", ""],
  ["m.room.name", ""],
  ["m.room.member", "$LAZY"],
];

/** What the first answer costs, asked of the homeserver itself: plain sync beside sliding sync. */
export async function syncCosts(access: Access): Promise<Record<string, SyncCost>> {
  const window = (last: number, timeline: number) =>
    JSON.stringify({ lists: { rooms: { ranges: [[0, last]], timeline_limit: timeline, required_state: STATE } } });
  const filter = JSON.stringify({ room: { timeline: { limit: 30 }, state: { lazy_load_members: true } } });
  return {
    plain: await cost(access, `/_matrix/client/v3/sync?timeout=0&filter=${encodeURIComponent(filter)}`),
    sliding20: await cost(access, SLIDING, window(19, 20)),
    slidingAll: await cost(access, SLIDING, window(9_999, 1)),
  };
}

async function cost({ homeserverUrl, accessToken }: Access, path: string, body?: string): Promise<SyncCost> {
  const began = performance.now();
  const response = await fetch(homeserverUrl + path, {
    method: body ? "POST" : "GET",
    headers: { authorization: `Bearer ${accessToken}`, "content-type": "application/json" },
    ...(body ? { body } : {}),
  });
  const bytes = (await response.arrayBuffer()).byteLength;
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return { ms: Math.round(performance.now() - began), kB: Math.round(bytes / 1000) };
}
