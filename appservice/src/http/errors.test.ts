import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { CareError } from "@tsunagi/care/kernel/errors";
import express from "express";
import { pino } from "pino";
import { describe, expect, it } from "vitest";
import { HomeserverUnreachable, MatrixError } from "../matrix/errors.ts";
import { correlate } from "./correlation.ts";
import { handleErrors } from "./errors.ts";

interface Outcome {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
  readonly log: string;
}

/** What somebody gets, and what the log says, when a route throws this. */
async function thrown(error: unknown, send: RequestInit = {}): Promise<Outcome> {
  const lines: string[] = [];
  const app = express();
  app.use(correlate);
  app.use(express.raw({ type: () => true, limit: 1_000_000 }));
  app.use(() => {
    throw error;
  });
  app.use(handleErrors(pino({ base: null }, { write: (line: string) => lines.push(line) })));
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, send);
  const body = (await response.json()) as Record<string, unknown>;
  server.close();
  return { status: response.status, headers: response.headers, body, log: lines.join("\n") };
}

describe("a failure", () => {
  it("that was foreseen is its sentence, and nothing for the log", async () => {
    const { status, headers, body, log } = await thrown(new CareError("consentMissing", { scope: "共有" }));
    expect([status, body["code"], log]).toEqual([409, "consentMissing", ""]);
    expect(body["detail"]).toContain("共有");
    expect(headers.get("content-type")).toContain("application/problem+json");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(body["instance"]).toBe(headers.get("x-request-id"));
  });

  it("that nobody foresaw shows a number only; the log has the rest under the same number", async () => {
    const { status, body, log } = await thrown(new TypeError("select * from person where name = x"));
    expect([status, body["code"]]).toEqual([500, "unexpected"]);
    expect(JSON.stringify(body)).not.toContain("select");
    expect(body["detail"]).toContain(body["instance"]);
    expect(log).toContain("TypeError: select * from person");
    expect(log).toContain(String(body["instance"]));
  });

  it("of the homeserver is its absence to people, without its words", async () => {
    const refusal = new MatrixError("POST /x: 403 M_FORBIDDEN User @hana:hub not in room", 403, "M_FORBIDDEN");
    for (const error of [new HomeserverUnreachable(new Error("ECONNREFUSED")), refusal]) {
      const { status, body } = await thrown(error);
      expect([status, body["code"]]).toEqual([503, "homeserverUnavailable"]);
      expect(JSON.stringify(body)).not.toMatch(/hana|ECONN/);
    }
  });

  it("of the client's making is the client's: too large, or no request at all", async () => {
    const large = await thrown(undefined, { method: "POST", body: "x".repeat(1_000_001) });
    expect([large.status, large.body["code"], large.log]).toEqual([413, "tooLarge", ""]);
    expect(large.body["en"]).toContain("1 MB");
    const broken = await thrown(Object.assign(new Error("Failed to decode param"), { status: 400 }));
    expect([broken.status, broken.body["code"], broken.log]).toEqual([400, "malformedRequest", ""]);
  });

  it.each(["text", 5, {}, Object.create(null)])("is answered even when %j was thrown", async (error) => {
    expect((await thrown(error)).body["code"]).toBe("unexpected");
  });

  it("is a sentence on a page for whoever opened the address in a tab, and data for programs", async () => {
    const ask = async (accept: string) => {
      const app = express();
      app.use(correlate);
      app.use(() => {
        throw new CareError("cardEmpty");
      });
      app.use(handleErrors(pino({ level: "silent" })));
      const server = createServer(app);
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, {
        headers: { accept },
      });
      const [type, text] = [response.headers.get("content-type"), await response.text()];
      server.close();
      return { status: response.status, type, text };
    };
    const tab = await ask("text/html,application/xhtml+xml,*/*;q=0.8");
    expect([tab.status, tab.type]).toEqual([409, "text/html; charset=utf-8"]);
    expect(tab.text).toContain("救急カードはまだ記入されていません");
    for (const program of ["*/*", "application/json"]) expect((await ask(program)).type).toContain("problem+json");
  });
});
