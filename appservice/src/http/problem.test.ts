import { problemCodes, problemDetails as problemSchema } from "@tsunagi/contracts/problems";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { invalidInput, problemDetails } from "./problem.ts";

describe("problemDetails", () => {
  it("makes a valid RFC 9457 document of every problem, with both languages", () => {
    for (const code of problemCodes) {
      const details = problemSchema.parse(
        problemDetails(code, {
          id: "x",
          scope: "x",
          role: "x",
          limit: "x",
          reason: "x",
          name: "x",
          state: "x",
          what: "x",
        }),
      );
      expect(details).toMatchObject({ type: `urn:tsunagi:problem:${code}`, title: code, code });
      expect(`${details.detail}${details.en}`).not.toMatch(/[{}]|undefined/);
    }
  });

  it("names the request and the refused fields only when there are any", () => {
    expect(problemDetails("notFound")).not.toHaveProperty("fields");
    expect(problemDetails("notFound")).not.toHaveProperty("instance");
    const field = { path: "a", ja: "入力してください", en: "This is needed" };
    expect(problemDetails("invalidInput", {}, [field], "req-1")).toMatchObject({ fields: [field], instance: "req-1" });
  });
});

describe("invalidInput", () => {
  const schema = z.object({
    name: z.string().trim().min(1).max(5),
    count: z.number().int().min(3).max(9),
    day: z.iso.date(),
    kind: z.enum(["a", "b"]),
    nested: z.object({ list: z.array(z.object({ id: z.string().regex(/^x/) })) }),
    kana: z.string().refine((text) => /^[ァ-ヶー]+$/.test(text), { message: "kana" }),
  });
  const right = {
    name: "名前",
    count: 3,
    day: "2026-11-22",
    kind: "a",
    nested: { list: [{ id: "x1" }] },
    kana: "カナ",
  };

  function fieldsOf(input: unknown, part: z.ZodType = schema): Record<string, string> {
    const result = part.safeParse(input);
    if (result.success) return {};
    const error = invalidInput(result.error);
    expect(error.code).toBe("invalidInput");
    for (const { en, ja } of error.fields) expect([en, ja].every(Boolean)).toBe(true);
    return Object.fromEntries(error.fields.map(({ path, en }) => [path, en]));
  }

  it("says for each field what is wrong with it", () => {
    expect(fieldsOf(right)).toEqual({});
    expect(fieldsOf({ ...right, name: " " })).toEqual({ name: "This is needed" });
    expect(fieldsOf({ ...right, name: "長すぎる名前" })).toEqual({ name: "At most 5" });
    expect(fieldsOf({ ...right, count: 2 })).toEqual({ count: "At least 3" });
    expect(fieldsOf({ ...right, count: 10 })).toEqual({ count: "At most 9" });
    expect(fieldsOf({ ...right, count: "3" })).toEqual({ count: "This is needed" });
    expect(fieldsOf({ ...right, kind: "c" })).toEqual({ kind: "Choose from the list" });
    expect(fieldsOf({ ...right, day: "2026-02-31" })).toEqual({ day: "The format is not right" });
    expect(fieldsOf({ ...right, kana: "漢字" })).toEqual({ kana: "Write the reading in hiragana or katakana" });
  });

  it("gives the path into lists and objects", () => {
    expect(fieldsOf({ ...right, nested: { list: [{ id: "x" }, { id: "no" }] } })).toEqual({
      "nested.list.1.id": "The format is not right",
    });
  });

  it("names all wrong fields at once", () => {
    expect(Object.keys(fieldsOf({})).sort()).toEqual(["count", "day", "kana", "kind", "name", "nested"]);
    expect(Object.keys(fieldsOf(null))).toEqual([""]);
  });

  it("never repeats what was typed", () => {
    const secret = "佐藤ハナ-1940-02-31";
    const input = { name: secret, count: secret, day: secret, kind: secret, nested: secret, kana: secret, [secret]: 1 };
    const result = z.strictObject(schema.shape).safeParse(input);
    const { message, fields } = invalidInput(result.error as z.ZodError);
    expect(JSON.stringify({ message, fields })).not.toContain("ハナ");
  });
});
