import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { integer, oneOf, origin, read, required, SettingError, url } from "./env.ts";

let folder: string;
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "tsunagi-env-"));
});
afterAll(() => fs.rmSync(folder, { recursive: true }));

const secretFile = (text: string): string => {
  const file = path.join(folder, "secret");
  fs.writeFileSync(file, text);
  return file;
};

describe("read", () => {
  it("gives the setting, and nothing for one that is missing or empty", () => {
    expect(read({ A: "x" }, "A")).toBe("x");
    expect(read({ A: "" }, "A")).toBeUndefined();
    expect(read({}, "A")).toBeUndefined();
  });

  it("takes it from the file that NAME_FILE names, without the line break at its end", () => {
    expect(read({ A_FILE: secretFile("from the file\n"), A: "from the environment" }, "A")).toBe("from the file");
  });

  it("takes an empty file for a missing setting: an empty token would open the door to everybody", () => {
    const env = { A_FILE: secretFile(" \n") };
    expect(read(env, "A")).toBeUndefined();
    expect(() => required(env, "A")).toThrow("A: is not set");
  });

  it("says which file cannot be read", () => {
    expect(() => read({ A_FILE: "/nowhere/x" }, "A")).toThrow("A_FILE: cannot be read: /nowhere/x");
  });
});

describe("required", () => {
  it("names the setting that is missing", () => {
    expect(required({ A: "x" }, "A")).toBe("x");
    expect(() => required({}, "A")).toThrow(new SettingError("A", "is not set"));
  });
});

describe("integer", () => {
  const read10 = (text?: string) => integer(text === undefined ? {} : { N: text }, "N", 10, [1, 20]);

  it("reads whole numbers between its bounds", () => {
    expect([read10("1"), read10("20"), read10(" 7 "), read10()]).toEqual([1, 20, 7, 10]);
  });

  it.each(["0", "21", "-1", "1.5", "x", "NaN", "Infinity", "1e99", "７"])(
    "refuses %s and says what it takes",
    (text) => {
      expect(() => read10(text)).toThrow("N: must be a whole number from 1 to 20");
    },
  );
});

describe("url and origin", () => {
  it("give the address without the slash at its end", () => {
    expect(url({ U: "http://synapse:8008/" }, "U")).toBe("http://synapse:8008");
    expect(url({ U: "https://hs.example/base//" }, "U")).toBe("https://hs.example/base");
    expect(origin({ U: "https://hub.example/" }, "U")).toBe("https://hub.example");
  });

  it("give an origin as browsers write it, or every write would be taken for another site's", () => {
    expect(origin({ U: "https://Hub.Example:443" }, "U")).toBe("https://hub.example");
    expect(origin({ U: "http://hub.example:8080/" }, "U")).toBe("http://hub.example:8080");
  });

  it.each(["hub.example", "hub:8080", "localhost:8008", "ftp://hub.example", "/x", "http://"])("refuse %s", (text) => {
    expect(() => url({ U: text }, "U")).toThrow("U: must be an address that begins with http:// or https://");
    expect(() => origin({ U: text }, "U")).toThrow(SettingError);
  });

  it.each(["https://hub.example/app", "https://user:secret@hub.example", "https://hub.example/?x=1"])(
    "an origin has nothing behind the host: %s is refused, and not repeated",
    (text) => {
      expect(() => origin({ U: text }, "U")).toThrow(/^U: must be an address without path or sign-in$/);
    },
  );
});

describe("oneOf", () => {
  it("takes the first word when nothing is said, and no word that is not in the list", () => {
    expect(oneOf({}, "L", ["info", "warn"])).toBe("info");
    expect(oneOf({ L: "warn" }, "L", ["info", "warn"])).toBe("warn");
    expect(() => oneOf({ L: "WARN" }, "L", ["info", "warn"])).toThrow("L: must be one of info, warn");
  });
});
