import { describe, expect, it } from "vitest";
import { sourceFiles } from "./source.ts";
import { patternsOf, sentencesOf } from "./texts.ts";

const ja = sentencesOf("ja");
const en = sentencesOf("en");
const easy = sentencesOf("easy");
const holes = (sentence: string): string =>
  [...sentence.matchAll(/\{\{(\w+)\}\}/g)]
    .map(([, hole]) => hole)
    .sort()
    .join();
const sources = sourceFiles().filter(
  ({ path }) => /^web-client\/src\/(?!i18n\/(ja|en|easy)\b)/.test(path) && !/\.test\.tsx?$/.test(path),
);
const patterns = sources.flatMap(({ text }) => patternsOf(text));

describe("the client's texts", () => {
  it("are the same keys in Japanese and English", () => {
    expect([...en.keys()].sort()).toEqual([...ja.keys()].sort());
  });

  it("have easy Japanese only for sentences there are", () => {
    expect([...easy.keys()].filter((key) => !ja.has(key))).toEqual([]);
  });

  it("have the same holes in every language", () => {
    const wrong = [en, easy].flatMap((set) =>
      [...set].filter(([key, text]) => holes(text) !== holes(ja.get(key) ?? "")),
    );
    expect(wrong).toEqual([]);
  });

  it("leave no Japanese sentence empty; English may have no word for one", () => {
    expect([ja, easy].flatMap((set) => [...set].filter(([, text]) => text.trim() === ""))).toEqual([]);
  });

  it("are all used: a key that nothing names is taken out", () => {
    expect([...ja.keys()].filter((key) => !patterns.some((pattern) => pattern.test(key)))).toEqual([]);
  });

  it("say every act of the access log in words", () => {
    const acts = sourceFiles()
      .filter(({ path }) => /^(care|appservice)\//.test(path) && !/\.test\.ts$/.test(path))
      .flatMap(({ text }) => [...text.matchAll(/\baction: "(\w+)\.(\w)(\w*)"/g)])
      .map(([, part, letter = "", rest]) => `acts.${part}${letter.toUpperCase()}${rest}`);
    expect(acts.length).toBeGreaterThan(50);
    expect([...new Set(acts)].filter((key) => !ja.has(key))).toEqual([]);
  });

  it("are there for every key that is asked for", () => {
    const asked = sources.flatMap(({ path, text }) =>
      [...text.matchAll(/\bt\(\s*"(\w+\.\w+)"/g)].map(([, key = ""]) => ({ path, key })),
    );
    expect(asked.filter(({ key }) => !ja.has(key))).toEqual([]);
  });
});
