import { describe, expect, it } from "vitest";
import { commandPrefix, complete, offered, usableIn } from "./completion.ts";
import { commands } from "./testCommands.ts";

const names = (prefix: string) => complete(commands, prefix).map(({ name }) => name);

describe("completion", () => {
  it("opens at a slash of either width, until there is a space", () => {
    expect(commandPrefix("/")).toBe("");
    expect(commandPrefix("／きろ")).toBe("きろ");
    expect(commandPrefix("/note ")).toBeNull();
    expect(commandPrefix("1/2")).toBeNull();
    expect(commandPrefix("")).toBeNull();
  });

  it("finds commands by name, alias and kana of either kind", () => {
    expect(names("")).toHaveLength(4);
    expect(names("no")).toEqual(["note"]);
    expect(names("記録")).toEqual(["note", "records"]);
    expect(names("へるぷ")).toEqual(["help"]);
    expect(names("ｷﾛｸ")).toEqual(["note"]);
    expect(names("一覧")).toEqual(["records"]);
    expect(names("存在しない")).toEqual([]);
  });

  it("offers what works in the room and can be typed", () => {
    expect(usableIn(commands, "facility").map(({ name }) => name)).toEqual(["help"]);
    expect(offered(commands).map(({ name }) => name)).toEqual(["note", "records", "help"]);
  });
});
