import { Writable } from "node:stream";
import { pino } from "pino";
import { describe, expect, it } from "vitest";
import { createLog, errorFields } from "./log.ts";

describe("errorFields", () => {
  it("gives class, message and stack of an error", () => {
    const fields = errorFields(new RangeError("too far"));
    expect(fields.error).toBe("RangeError: too far");
    expect(fields.stack).toContain("log.test.ts");
  });

  it("gives no stack when there is none", () => {
    const error = new Error("x");
    delete error.stack;
    expect(errorFields(error)).toEqual({ error: "Error: x" });
  });

  it("gives nothing of the data an error carries", () => {
    const error = Object.assign(new Error("refused"), { body: "佐藤ハナ", response: { name: "佐藤ハナ" } });
    expect(JSON.stringify(errorFields(Object.assign(error, { cause: new Error("佐藤ハナ") })))).not.toContain("ハナ");
  });

  it("takes whatever is thrown, and shows nothing of an object that is no error", () => {
    expect(errorFields("text").error).toBe("text");
    expect(errorFields(undefined).error).toBe("undefined");
    for (const thrown of [{ name: "佐藤ハナ" }, null, Object.create(null), ["佐藤ハナ"]]) {
      expect(errorFields(thrown)).toEqual({ error: "no Error was thrown" });
    }
  });
});

describe("the log", () => {
  it("cannot be broken by what it writes: one line a message, whatever stands in it", () => {
    const lines: string[] = [];
    const sink = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        lines.push(chunk.toString());
        done();
      },
    });
    pino({}, sink).warn(errorFields(new Error('a\n{"level":60,"msg":"forged"}\r\u2028\u0000\u001b[31m')), "x\ny");
    expect(lines).toHaveLength(1);
    expect(lines[0]?.trimEnd()).not.toMatch(/\p{Cc}/u);
  });

  it("writes at the level it is told", () => {
    expect(createLog("warn").isLevelEnabled("info")).toBe(false);
    expect(createLog("debug").isLevelEnabled("debug")).toBe(true);
  });
});
