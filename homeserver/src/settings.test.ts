import { describe, expect, it } from "vitest";
import { homeserverSettings } from "./settings.ts";
import { exampleSettings } from "./testSettings.ts";

const parse = (changes: Parameters<typeof exampleSettings>[0]) =>
  homeserverSettings.safeParse(exampleSettings(changes));

describe("the homeserver's settings", () => {
  it("are a closed single-process network that keeps everything, unless told otherwise", () => {
    const settings = homeserverSettings.parse(exampleSettings());
    expect(settings).toMatchObject({
      layout: "single",
      federationWhitelist: [],
      furtherAppservices: [],
      retention: { localMediaDays: null, messageDays: null },
      passwords: { minimumLength: 13 },
      limits: { uploadMegabytes: 50, loginPerAddress: { perSecond: 5, burst: 60 } },
      logLevel: "WARNING",
    });
  });

  it("refuse a server name that cannot stand in Matrix ids", () => {
    for (const serverName of ["", "Care.Example", "https://care.example", "care example"])
      expect(parse({ serverName }).success, serverName).toBe(false);
    for (const serverName of ["localhost", "care.example", "care.example:8448"])
      expect(parse({ serverName }).success, serverName).toBe(true);
  });

  it("refuse short secrets, short passwords and a signing key that is none", () => {
    const { secrets } = exampleSettings();
    expect(parse({ secrets: { ...secrets, macaroonSecretKey: "short" } }).success).toBe(false);
    expect(parse({ secrets: { ...secrets, signingKey: "AAAA" } }).success).toBe(false);
    expect(parse({ passwords: { minimumLength: 7 } }).success).toBe(false);
  });

  it("refuse zero days of retention, which would delete at once", () => {
    expect(parse({ retention: { localMediaDays: 0 } }).success).toBe(false);
    expect(parse({ retention: { messageDays: 0 } }).success).toBe(false);
  });
});
