import type { AddressInfo } from "node:net";
import { createServer, type Socket } from "node:net";
import { meiliTransport } from "@tsunagi/appservice/search/meiliTransport";
import { Meilisearch } from "meilisearch";
import { numbers } from "../env/arguments.ts";
import { percentile, result, round } from "../env/machine.ts";

/*
 * npm run bench -- engineStall [--count 200]
 * Why a kept-alive connection to a search engine may stand still for 40 ms, and that the hub's transport does not: a
 * server that writes the head and the body of an answer apart with Nagle's algorithm on, as its operating system has it.
 */
const { count } = numbers({ count: 200 });

const BODY = JSON.stringify({ hits: [], query: "", processingTimeMs: 0, limit: 20, offset: 0, estimatedTotalHits: 0 });
const HEAD = `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${BODY.length}\r\n\r\n`;

/** Answers when the request is whole. */
function serve(socket: Socket): void {
  let text = "";
  socket.on("error", () => undefined);
  socket.on("data", (chunk) => {
    text += chunk.toString("latin1");
    const end = text.indexOf("\r\n\r\n");
    const length = Number(/content-length: (\d+)/i.exec(text)?.[1] ?? 0);
    if (end < 0 || text.length < end + 4 + length) return;
    text = "";
    socket.write(HEAD);
    setImmediate(() => socket.write(BODY));
  });
}

const server = createServer(serve);
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

async function measure(client: Meilisearch): Promise<{ p50: number; p95: number }> {
  const samples: number[] = [];
  for (let i = 0; i < count; i += 1) {
    const began = performance.now();
    await client.index("facilities").search("");
    samples.push(performance.now() - began);
  }
  return { p50: round(percentile(samples, 0.5)), p95: round(percentile(samples, 0.95)) };
}

const keptAliveMs = await measure(new Meilisearch({ host }));
const transport = meiliTransport();
const freshMs = await measure(new Meilisearch({ host, httpClient: transport.httpClient }));
result({ bench: "engineStall", count, keptAliveMs, freshMs });
process.exit(0);
