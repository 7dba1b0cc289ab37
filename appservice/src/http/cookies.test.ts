import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { describe, expect, it } from "vitest";
import { clearSessionCookie, readCookie, SESSION_COOKIE, writeSessionCookie } from "./cookies.ts";

const read = (cookie?: string, name = "session") =>
  readCookie({ headers: cookie === undefined ? {} : { cookie } }, name);

describe("readCookie", () => {
  it("finds one cookie among others", () => {
    expect(read("a=1; session=abc; b=2")).toBe("abc");
    expect(read("session=abc")).toBe("abc");
    expect(read("a=1;session=abc")).toBe("abc");
  });

  it("gives nothing when there is none, or none by that very name", () => {
    for (const cookie of [
      undefined,
      "",
      ";",
      "=",
      "session",
      "session=",
      "xsession=abc",
      "sessionx=abc",
      "SESSION=abc",
    ])
      expect(read(cookie)).toBeUndefined();
  });

  it("keeps a value with equals signs whole and undoes its encoding", () => {
    expect(read("session=a=b==")).toBe("a=b==");
    expect(read("session=a%20b%2Bc")).toBe("a b+c");
  });

  it("takes the first of two with the same name", () => {
    expect(read("session=first; session=second")).toBe("first");
  });

  it.each(["%", "%zz", "%E3%81", "abc%"])("gives nothing for %s, which is no value anybody was given", (value) => {
    expect(read(`session=${value}`)).toBeUndefined();
  });

  it("has nothing to do with an object's own names", () => {
    for (const name of ["__proto__", "constructor", "toString"]) expect(read("a=1", name)).toBeUndefined();
  });
});

describe("the session cookie", () => {
  async function headerOf(write: (response: express.Response) => void): Promise<string> {
    const app = express();
    app.get("/", (_request, response) => {
      write(response);
      response.end();
    });
    const server = createServer(app);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    server.close();
    return answer.headers.get("set-cookie") ?? "";
  }

  it("is out of reach for scripts and other sites, and goes over TLS only where there is TLS", async () => {
    const cookie = await headerOf((response) => writeSessionCookie(response, "token", true));
    expect(cookie).toBe(`${SESSION_COOKIE}=token; Path=/api; HttpOnly; Secure; SameSite=Strict`);
    expect(await headerOf((response) => writeSessionCookie(response, "token", false))).not.toContain("Secure");
  });

  it("is taken back with the same attributes, or browsers would keep it", async () => {
    const cookie = await headerOf((response) => clearSessionCookie(response, true));
    expect(cookie).toContain(`${SESSION_COOKIE}=; Path=/api; Expires=Thu, 01 Jan 1970`);
    expect(cookie).toContain("HttpOnly; Secure; SameSite=Strict");
  });
});
