import { describe, expect, it } from "vitest";
import { matrixPath, plainPath } from "./target.ts";

describe("matrixPath", () => {
  it.each([
    "/_matrix/client/versions",
    "/_matrix/client/v3/sync?filter=%7B%22room%22%3A%7B%7D%7D&since=s1_2",
    "/_matrix/client/v3/rooms/!abc:hub.example/send/m.room.encrypted/m1.2",
    "/_matrix/client/v3/rooms/%21abc%3Ahub.example/event/%24x%2Fy",
    "/_matrix/client/v3/user/@nurse:hub.example/filter/1",
    "/_matrix/client/unstable/org.matrix.msc3202/x~y",
    "/_matrix/media/v3/config",
    '/_matrix/client/v3/sync?filter={"room":{}}',
  ])("passes %s on as it is", (target) => {
    expect(matrixPath(target)).toBe(target.split("?")[0]);
  });

  it.each([
    "/",
    "/_matrix",
    "/_matrix/",
    "/_matrix/client",
    "/_matrix/clientx/v3/sync",
    "/_matrix/federation/v1/version",
    "/_matrix/key/v2/server",
    "/_matrix/app/v1/ping",
    "/_synapse/admin/v1/server_version",
    "/_MATRIX/client/v3/sync",
    "/_matrix/CLIENT/v3/sync",
    "//_matrix/client/v3/sync",
    "/_matrix//client/v3/sync",
    "/_matrix/%63lient/v3/sync",
    "/x/../_matrix/client/v3/sync",
    "http://elsewhere.example/_matrix/client/v3/sync",
    "*",
    "",
  ])("does not know %j", (target) => {
    expect(matrixPath(target)).toBeNull();
  });

  it.each([
    "/_matrix/client/../../_synapse/admin/v1/users",
    "/_matrix/client/%2e%2e/%2E%2E/_synapse/admin/v1/users",
    "/_matrix/client/.%2e/key/v2/server",
    "/_matrix/media/..\\..\\_synapse/admin",
    "/_matrix/client/v3/x/../account/password",
    "/_matrix/client/v3/./account/password",
    "/_matrix/client/v3/%2E/account/password",
    "/_matrix/client/v3\\account\\password",
    "/_matrix/client/v3/account/password/..",
    "/_matrix/client/v3/account/password#x",
    "/_matrix/client/v3/account/pass\tword",
    "/_matrix/client/v3/account/パス",
  ])("refuses %j, which would arrive as something else than it looks", (target) => {
    expect(matrixPath(target)).toBeNull();
  });
});

describe("plainPath", () => {
  it("reads a path as the most lenient server would", () => {
    expect(plainPath("/_matrix/client/v3/account/passwor%64")).toBe("/_matrix/client/v3/account/password");
    expect(plainPath("/_matrix/client/v3/account%2Fpassword")).toBe("/_matrix/client/v3/account/password");
    expect(plainPath("/_matrix/client/v3//account///password")).toBe("/_matrix/client/v3/account/password");
  });

  it("leaves a path with a broken escape as it is", () => {
    expect(plainPath("/_matrix/client/%zz/%")).toBe("/_matrix/client/%zz/%");
  });
});
