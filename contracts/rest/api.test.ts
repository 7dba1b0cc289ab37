import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { api } from "./api.ts";
import type { Endpoint } from "./endpoint.ts";

const routes: [string, Endpoint][] = Object.entries(api);
const namesIn = (path: string): string[] => [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name).sort();
const keysOf = (schema: z.ZodType): string[] => ("shape" in schema ? Object.keys(schema.shape as object).sort() : []);

describe("the REST routes", () => {
  it.each(routes)("%s names in its path just the parameters it takes", (_, route) => {
    expect(keysOf(route.params)).toEqual(namesIn(route.path));
  });

  it("have an address of their own each", () => {
    const addresses = routes.map(([, { method, path }]) => `${method} ${path.replaceAll(/\{\w+\}/g, "{}")}`);
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  it("are all closed but the one that opens a session and the one a service worker confirms notices by", () => {
    const open = routes.filter(([, route]) => route.requires === "open").map(([name]) => name);
    expect(open).toEqual(["openSession", "confirmNotice"]);
  });

  it("never take a person's name or birth date in a URL", () => {
    for (const [name, route] of routes) {
      const inUrl = [...keysOf(route.params), ...keysOf(route.query)].join(" ");
      expect(inUrl, name).not.toMatch(/kana|birth|familyName|givenName/i);
    }
  });
});
