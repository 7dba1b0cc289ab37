import fs from "node:fs";
import { beforeAll, expect, it } from "vitest";
import { MeiliDouble } from "../../env/meili/double.ts";

interface Exchange {
  readonly label: string;
  readonly request: { readonly method: string; readonly path: string; readonly body?: unknown };
  readonly response: { readonly status: number; readonly body: Record<string, unknown> };
}

const recording = JSON.parse(
  fs.readFileSync(new URL("../../fixtures/meilisearch/contract.json", import.meta.url), "utf8"),
) as { documents: unknown[]; exchanges: Exchange[] };

/** What depends on when and where it was recorded, or says more than the hub reads. */
const NOT_COMPARED = new Set([
  "requestUid",
  "message",
  "details",
  "enqueuedAt",
  "startedAt",
  "finishedAt",
  "duration",
  "link",
]);

const double = new MeiliDouble();

/** Documents stand in the recording once; the exchange says how many there were. */
function bodyOf({ request: { body } }: Exchange): string {
  const many = typeof body === "string" ? /^\[(\d+) documents\]$/.exec(body) : null;
  if (many) return JSON.stringify(recording.documents.slice(0, Number(many[1])));
  return body === undefined || body === null ? "" : JSON.stringify(body);
}

/** The parts of an answer the hub goes by. */
function comparable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(comparable);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).filter(([name]) => !NOT_COMPARED.has(name) && !name.startsWith("_"));
  const comparables = entries.map(([name, part]) => [name, name === "error" ? codeOf(part) : comparable(part)]);
  return Object.fromEntries(
    comparables.filter(([name]) => !["processingTimeMs", "facetStats", "batchUid"].includes(String(name))),
  );
}

const codeOf = (error: unknown): unknown => (error as { code?: string } | null)?.code ?? null;

let answers: ReturnType<MeiliDouble["answer"]>[] = [];
beforeAll(() => {
  answers = recording.exchanges.map((exchange) =>
    double.answer(exchange.request.method, exchange.request.path, bodyOf(exchange)),
  );
});

it.each(recording.exchanges.map((exchange, i) => [exchange.label, exchange, i] as const))(
  "the stand-in answers as a real engine did: %s",
  (_label, { response }, i) => {
    expect(answers[i]?.status).toBe(response.status);
    expect(comparable(answers[i]?.body)).toEqual(comparable(response.body));
  },
);
