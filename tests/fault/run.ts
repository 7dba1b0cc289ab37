import { setTimeout as delay } from "node:timers/promises";
import { demoPerson } from "../env/demoPerson.ts";
import type { Person } from "../env/person.ts";
import { type ThrowawayStack, throwawayStack } from "../env/throwaway.ts";
import { until } from "../env/until.ts";
import { withDatabase } from "../env/withDatabase.ts";
import { messageIndex, Observer } from "./observer.ts";
import { Talker } from "./talker.ts";

export interface FaultPlan {
  readonly hubKills: number;
  readonly synapseKills: number;
  /** Pause between two commands of one person. */
  readonly pauseMs: number;
  /** Longest wait for the last answers. */
  readonly settleMs: number;
  readonly onProgress?: (text: string) => void;
  /** Leave the data folder for a look at logs and databases. */
  readonly keep?: boolean;
}

export interface FaultResult {
  readonly hubKills: number;
  readonly synapseKills: number;
  readonly commands: number;
  readonly unanswered: number;
  readonly duplicates: number;
  readonly indexReuse: number;
  readonly undecryptable: number;
  /** Records in the database minus the commands that asked for one: 0 = each was carried out exactly once. */
  readonly recordsOff: number;
}

const BOT = "@_tsunagi_hub:localhost";

/**
 * Three people send commands into one encrypted room while hub and Synapse are killed (SIGKILL) at random moments.
 * In the end every command has exactly one answer, everybody could read it, and no message key was used twice.
 */
export async function runFault(plan: FaultPlan): Promise<FaultResult> {
  const stack = await throwawayStack({ durable: true, hubEnv: { TSUNAGI_RETRY_LONGEST_MS: "2000" } });
  const people: Person[] = [];
  try {
    for (const name of ["caremane", "nurse", "doctor"]) {
      people.push(await demoPerson(stack, name));
    }
    const [first] = people;
    if (!first) throw new Error("nobody is here");
    const roomId = await teamRoom(first);
    for (const person of people) await person.joined(roomId);
    const before = await countRecords(stack);
    const observers = people.map((person) => new Observer(person, roomId, BOT));
    const talkers = people.map((person) => new Talker(person, roomId, plan.pauseMs));
    await killAtRandom(stack, plan);
    for (const talker of talkers) await talker.stop();
    return await settle(stack, { plan, observers, talkers, before });
  } finally {
    for (const person of people) person.stop();
    if (plan.keep) await stack.stop();
    else await stack.discard();
  }
}

async function teamRoom(person: Person): Promise<string> {
  return until("the team's room", async () => {
    const { rooms } = await person.hub.call("listRooms");
    return rooms.find((room) => room.title.includes("ハナ"))?.roomId;
  });
}

async function killAtRandom(
  stack: ThrowawayStack,
  { hubKills, synapseKills, onProgress = () => undefined }: FaultPlan,
): Promise<void> {
  const every = synapseKills > 0 ? Math.max(1, Math.floor(hubKills / synapseKills)) : Number.POSITIVE_INFINITY;
  let synapse = 0;
  for (let hub = 1; hub <= hubKills; hub += 1) {
    await delay(300 + Math.random() * 1500);
    if (hub % every === 0 && synapse < synapseKills) {
      synapse += 1;
      process.kill(stack.homeserver.pid, "SIGKILL");
      await stack.homeserver.exited;
      await delay(Math.random() * 800);
      await stack.restartHomeserver();
      await delay(Math.random() * 800);
    }
    await stack.killHub();
    await delay(Math.random() * 1200); // traffic goes on meanwhile
    await stack.startHub();
    onProgress(`hub killed ${hub}/${hubKills}, Synapse killed ${synapse}/${synapseKills}`);
  }
}

interface Ending {
  readonly plan: FaultPlan;
  readonly observers: readonly Observer[];
  readonly talkers: readonly Talker[];
  readonly before: number;
}

async function settle(stack: ThrowawayStack, { plan, observers, talkers, before }: Ending): Promise<FaultResult> {
  const commands = talkers.flatMap((talker) => talker.sent);
  const open = (observer: Observer) => commands.filter((id) => !observer.answers.has(id)).length;
  const calm = async () => {
    // Synapse may be busy: the next round asks again.
    await Promise.all(observers.map((observer) => observer.readBack().catch(() => undefined)));
    return observers.every((observer) => open(observer) === 0 && observer.unreadable.size === 0);
  };
  await until("every command answered and readable", calm, plan.settleMs).catch(() => undefined); // the counts below say it
  await explainUnanswered(stack, commands, observers, plan);
  const duplicates = observers.map((observer) => [...observer.answers.values()].filter((ids) => ids.size > 1).length);
  const wanted = talkers.reduce((total, talker) => total + talker.sent.filter((_, i) => i % 3 !== 2).length, 0);
  return {
    hubKills: plan.hubKills,
    synapseKills: plan.synapseKills,
    commands: commands.length,
    unanswered: Math.max(...observers.map(open)),
    duplicates: Math.max(...duplicates),
    indexReuse: (await reusedInDatabase(stack)) + observers.reduce((total, observer) => total + observer.reused, 0),
    undecryptable: Math.max(...observers.map((observer) => observer.unreadable.size)),
    recordsOff: (await countRecords(stack)) - before - wanted,
  };
}

/** Says of every command without an answer how far it came, so that a failing run can be understood. */
async function explainUnanswered(
  stack: ThrowawayStack,
  commands: readonly string[],
  observers: readonly Observer[],
  { onProgress = () => undefined }: FaultPlan,
): Promise<void> {
  const missing = commands.filter((id) => observers.some((observer) => !observer.answers.has(id)));
  if (missing.length === 0) return;
  const rows = await withDatabase(stack.databaseUrl, async (client) => {
    const found = await client.query<Record<string, unknown>>(
      `select i.event_id, i.state as inbox, i.attempts, r.command, o.state as outbox, o.attempts as tries,
         o.last_error, o.result
       from inbox_event i left join command_run r using (event_id)
       left join outbox_message o on o.idempotency_key = r.answer_key
       where i.event_id = any($1)`,
      [missing],
    );
    return new Map(found.rows.map((row) => [row["event_id"], row]));
  });
  for (const [place, id] of commands.entries()) {
    if (!missing.includes(id)) continue;
    const seen = observers.filter((observer) => observer.answers.has(id)).length;
    onProgress(`unanswered ${place} ${id} seen by ${seen}: ${JSON.stringify(rows.get(id) ?? "never came")}`);
  }
}

async function countRecords(stack: ThrowawayStack): Promise<number> {
  return withDatabase(stack.databaseUrl, async (client) => {
    const { rows } = await client.query<{ count: string }>("select count(*) from care_record");
    return Number(rows[0]?.count);
  });
}

/** Message indexes the bot used twice, among everything Synapse has ever stored of it. */
async function reusedInDatabase(stack: ThrowawayStack): Promise<number> {
  return withDatabase(stack.synapseDatabaseUrl, async (client) => {
    const { rows } = await client.query<{ json: string }>(
      "select json from event_json join events using (event_id) where type = 'm.room.encrypted' and sender = $1",
      [BOT],
    );
    const used = rows.map(({ json }) => {
      const { content } = JSON.parse(json) as { content: { session_id: string; ciphertext: string } };
      return `${content.session_id}:${messageIndex(content.ciphertext)}`;
    });
    return used.length - new Set(used).size;
  });
}
