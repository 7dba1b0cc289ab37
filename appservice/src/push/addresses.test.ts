import { describe, expect, it } from "vitest";
import { isPublicAddress, mayBePushService, publicLookup } from "./addresses.ts";

describe("the address of a push service", () => {
  it.each(["https://push.example.com/send/abc", "https://push.example.com:443/send/abc?x=1", "https://8.8.8.8/send"])(
    "may be %s",
    (endpoint) => {
      expect(mayBePushService(endpoint, [])).toBe(true);
    },
  );

  it.each([
    "http://push.example.com/send",
    "https://push.example.com:8443/send",
    "https://user@push.example.com/send",
    "https://127.0.0.1/send",
    "https://2130706433/send",
    "https://0x7f.1/send",
    "https://[::1]/send",
    "https://[::ffff:10.0.0.1]/send",
    "https://10.1.2.3/send",
    "https://169.254.169.254/latest",
    "https://postgres/send",
    "https://hub.internal/send",
    "https://printer.local./send",
    "file:///etc/passwd",
    "push",
  ])("is never %s", (endpoint) => {
    expect(mayBePushService(endpoint, [])).toBe(false);
  });

  it("may be a host the settings name, plain http as well", () => {
    expect(mayBePushService("http://127.0.0.1:4711/send", ["127.0.0.1"])).toBe(true);
    expect(mayBePushService("http://127.0.0.2:4711/send", ["127.0.0.1"])).toBe(false);
    expect(mayBePushService("ftp://127.0.0.1/send", ["127.0.0.1"])).toBe(false);
  });

  it.each([
    "::1",
    "fe80::1",
    "fd00::1",
    "64:ff9b::a00:1",
    "2002:7f00:1::",
    "::ffff:127.0.0.1",
    "255.255.255.255",
    "no",
  ])("is not public at %s", (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it("is not called when its name leads inside", async () => {
    const answer = new Promise<Error | null>((resolve) => {
      publicLookup("localhost", { all: true }, (error) => resolve(error));
    });
    expect((await answer)?.message).toMatch(/public internet/);
  });
});
