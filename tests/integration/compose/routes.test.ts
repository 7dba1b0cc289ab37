import { guards } from "@tsunagi/appservice/http/gateway/guards";
import { describe, expect, it } from "vitest";
import { stepCount, targetOf } from "./routes.ts";

const ROOM = "/_matrix/client/v3/rooms/!abc:care.example";

describe("the reverse proxy", () => {
  it("is understood by these tests to its last step", () => {
    expect(stepCount).toBe(9);
  });

  it("lets nobody out there administer, federate or ask for server keys", () => {
    const closed = [
      "/_synapse",
      "/_synapse/admin/v1/register",
      "/_synapse/client/password_reset",
      "/_matrix/federation/v1/version",
      "/_matrix/federation/v1/openid/userinfo",
      "/_matrix/key/v2/server",
    ];
    expect(closed.map(targetOf)).toEqual(closed.map(() => "nobody"));
  });

  it("sends what the hub guards to the hub, never past it", () => {
    const guarded = ["account/password", "keys/device_signing/upload", "account/deactivate", "pushers/set"];
    const paths = ["v3", "r0", "unstable"].flatMap((version) =>
      guarded.flatMap((name) => [`/_matrix/client/${version}/${name}`, `/_matrix/client/${version}/${name}/`]),
    );
    expect(paths.map(targetOf)).toEqual(paths.map(() => "hub"));
    const unknown = guards({ care: {} as never, homeserverUrl: "", pushGatewayUrl: "" }).filter(
      (guard) => !paths.some((path) => guard.path.test(path)),
    );
    expect(unknown, "a guard this test does not know yet: add its path").toEqual([]);
  });

  it("sends reading, sending, keys and filters to the generic worker", () => {
    const served = [
      "/_matrix/client/v3/sync",
      "/_matrix/client/r0/sync",
      "/_matrix/client/unstable/org.matrix.simplified_msc3575/sync",
      "/_matrix/client/v3/joined_rooms",
      `${ROOM}/messages`,
      `${ROOM}/members`,
      `${ROOM}/joined_members`,
      `${ROOM}/state`,
      `${ROOM}/event/$one`,
      `${ROOM}/context/$one`,
      "/_matrix/client/v1/rooms/!abc/relations/$one/m.replace",
      "/_matrix/client/v1/rooms/!abc/threads",
      `${ROOM}/send/m.room.encrypted/tx1`,
      `${ROOM}/redact/$one/tx2`,
      "/_matrix/client/v3/keys/query",
      "/_matrix/client/v3/keys/changes",
      "/_matrix/client/v3/keys/claim",
      "/_matrix/client/v3/keys/upload",
      "/_matrix/client/v3/room_keys/version",
      "/_matrix/client/v3/user/@nurse:care.example/filter",
      "/_matrix/client/v3/user/@nurse:care.example/filter/1",
    ];
    expect(served.map(targetOf)).toEqual(served.map(() => "worker"));
  });

  it("sends signing in, changing rooms, media, the API and the pages to the hub", () => {
    const rest = [
      "/",
      "/rooms/abc",
      "/assets/index.js",
      "/api/session",
      "/metrics",
      "/healthz",
      "/.well-known/matrix/client",
      "/_matrix/client/versions",
      "/_matrix/client/v3/login",
      "/_matrix/client/v3/account/whoami",
      "/_matrix/client/v3/user/@nurse:care.example/openid/request_token",
      "/_matrix/client/v3/keys/signatures/upload",
      "/_matrix/client/v3/delete_devices",
      `${ROOM}/join`,
      `${ROOM}/state/m.room.name/`,
      "/_matrix/client/v1/media/download/care.example/one",
      "/_matrix/media/v3/upload",
    ];
    expect(rest.map(targetOf)).toEqual(rest.map(() => "hub"));
  });
});
