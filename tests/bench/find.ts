import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { numbers } from "../env/arguments.ts";
import { percentile, progress, result, round } from "../env/machine.ts";

/*
 * npm run bench -- find [--messages 10000] [--rounds 30]
 * Searching the messages a device has loaded: what the index of the web client takes to fill, to answer first (it folds
 * then) and to answer afterwards. The same with ten times as many, to see where memory and looking through all end.
 */
interface Index {
  add(documents: readonly unknown[]): void;
  query(query: unknown): Promise<{ readonly total: number }>;
}

const { messages, rounds } = numbers({ messages: 10_000, rounds: 30 });
// By address: the client is no package that others import, and its code needs nothing of a browser here.
const address = new URL("../../web-client/src/finding/memoryIndex.ts", import.meta.url).href;
const { MemoryIndex } = (await import(address)) as { MemoryIndex: new () => Index };

const SUBJECTS = ["架空ハナさん", "試験とめさん", "見本ｻﾌﾞﾛｳさん", "ご家族", "ヘルパー", "主治医", "ケアマネ", "薬剤師"];
const THINGS = [
  "血圧１２８／７６",
  "ﾊﾞｲﾀﾙ安定",
  "SpO2 97%",
  "体温36.5℃",
  "夕食を八割",
  "入浴介助",
  "デイサービス",
  "褥瘡の処置",
];
const ENDS = [
  "でした。",
  "をお願いします。",
  "について確認しました",
  "のため中止しています。ご相談ください。",
  "を続けます",
];
const ASKED = [
  "血",
  "さん",
  "ばいたる",
  "ＳＰＯ２",
  "デイサービス",
  "ﾃﾞｲｻｰﾋﾞｽ",
  "見本 褥瘡",
  "ヘルパー 夕食",
  "どこにもない言葉",
  "1",
];

const pick = <T>(list: readonly T[], seed: number): T => list[seed % list.length] as T;

/** Invented messages of the usual length, each one different. */
function documents(count: number): readonly unknown[] {
  return Array.from({ length: count }, (_, i) => {
    const sentences = Array.from({ length: 1 + (i % 4) }, (_, k) => {
      const seed = i * 7 + k * 13;
      return `${pick(SUBJECTS, seed)}、${pick(THINGS, seed + (i >> 3))}${pick(ENDS, seed + k)}`;
    });
    const text = `${sentences.join("\n")} ${i}`;
    return { eventId: `$${i}`, roomId: `!${i % 50}`, sender: `@${i % 40}`, sentAt: i * 60_000, text, file: null };
  });
}

const query = (text: string) => ({
  text,
  roomId: null,
  sender: null,
  withFile: false,
  since: null,
  until: null,
  limit: 50,
});

async function timed(work: () => unknown): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

function heap(): number {
  collect();
  return process.memoryUsage().heapUsed;
}

async function measure(count: number) {
  const index = new MemoryIndex();
  const all = documents(count);
  const before = heap();
  const addMs = await timed(() => index.add(all));
  const firstMs = await timed(() => index.query(query("血")));
  const samples: number[] = [];
  for (let round = 0; round < rounds; round += 1)
    for (const text of ASKED) samples.push(await timed(() => index.query(query(text))));
  progress(`${count} messages: ${round(percentile(samples, 0.5))} ms`);
  return {
    messages: count,
    addMs: round(addMs),
    firstQueryMs: round(firstMs),
    queryP50Ms: round(percentile(samples, 0.5)),
    queryP95Ms: round(percentile(samples, 0.95)),
    indexMb: round((heap() - before) / 2 ** 20),
  };
}

const large = await measure(messages * 10);
const usual = await measure(messages);
result({ bench: "find", ...usual, tenTimes: large });
