import { beforeEach, describe, expect, it, vi } from "vitest";
import { en } from "./en.ts";
import { ja } from "./ja.ts";
import { texts } from "./text.ts";

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal("document", { documentElement: { dataset: {} } });
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
});
const say = () => texts.getSnapshot().t("common.retry");

describe("the product's texts", () => {
  it("come in Japanese, easy Japanese and English, as was chosen", async () => {
    expect(say()).toBe(ja.common.retry);
    await texts.choose("ja-easy");
    expect(say()).toBe("もう一度 する");
    await texts.choose("en");
    expect(say()).toBe(en.common.retry);
    await texts.choose("ja");
    expect(say()).toBe(ja.common.retry);
  });

  it("are plain Japanese where easy Japanese has nothing of its own", async () => {
    await texts.choose("ja-easy");
    expect(texts.getSnapshot().t("common.save")).toBe(ja.common.save);
    expect(texts.getSnapshot().language).toBe("ja");
  });

  it("keep what was chosen on this device", async () => {
    await texts.choose("ja-easy");
    expect(localStorage.getItem("tsunagi.language")).toBe("ja-easy");
  });
});
