import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Person } from "../env/person.ts";
import { World } from "../env/world.ts";

const world = new World();
let nurse: Person;
beforeAll(async () => {
  nurse = await world.professional("visitingNurse");
});
afterAll(() => world.close());

const { publicUrl } = world.system;

/** A Matrix request of the nurse, or of nobody. */
async function ask(
  method: string,
  path: string,
  body?: unknown,
  signedIn = true,
): Promise<{ status: number; body: Record<string, unknown> }> {
  const response = await fetch(`${publicUrl}${path}`, {
    method,
    headers: signedIn ? { authorization: `Bearer ${nurse.client.getAccessToken()}` } : {},
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text.startsWith("{") ? (JSON.parse(text) as Record<string, unknown>) : {} };
}
const V3 = "/_matrix/client/v3";

describe("the closed network", () => {
  it("registers nobody by itself and lets no guest in", async () => {
    expect((await ask("POST", `${V3}/register`, { username: "x", password: "abcdefghijklm1" }, false)).status).toBe(
      403,
    );
    expect((await ask("POST", `${V3}/register?kind=guest`, {}, false)).status).toBe(403);
  });

  it("makes rooms, aliases and invitations by the hub only", async () => {
    expect((await ask("POST", `${V3}/createRoom`, {})).status).toBe(403);
    expect((await ask("POST", `${V3}/createRoom`, { preset: "public_chat", visibility: "public" })).status).toBe(403);
    const [room] = nurse.client.getRooms();
    const path = `${V3}/rooms/${encodeURIComponent(room?.roomId ?? "")}/invite`;
    expect((await ask("POST", path, { user_id: "@city:localhost" })).status).toBe(403);
    expect(
      (
        await ask("POST", path, {
          medium: "email",
          address: "x@example.org",
          id_server: "example.org",
          id_access_token: "x",
        })
      ).status,
    ).toBe(403);
  });

  it("has no room directory and finds only people one shares a room with", async () => {
    expect((await ask("GET", `${V3}/publicRooms`)).body["chunk"]).toEqual([]);
    const { body } = await ask("POST", `${V3}/user_directory/search`, { search_term: "admin" });
    expect(body["results"]).toEqual([]);
  });

  it("speaks no federation, no server administration and no third-party lookup to the outside", async () => {
    expect((await ask("GET", "/_matrix/federation/v1/version", undefined, false)).status).toBe(404);
    expect((await ask("GET", "/_matrix/key/v2/server", undefined, false)).status).toBe(404);
    expect((await ask("GET", "/_synapse/admin/v1/server_version")).status).toBe(404);
    expect(
      (await ask("POST", `${V3}/join/${encodeURIComponent("#any:example.org")}`, {})).status,
    ).toBeGreaterThanOrEqual(400);
  });

  it("shows a code as Matrix profile, which nobody can change", async () => {
    const { body } = await ask("GET", `${V3}/profile/${encodeURIComponent(nurse.userId)}`);
    expect(body["displayname"]).toMatch(/^[2-9A-Z]{7}$/);
    const path = `${V3}/profile/${encodeURIComponent(nurse.userId)}/displayname`;
    expect((await ask("PUT", path, { displayname: "試験 花子" })).status).toBe(403);
  });

  it("refuses a weak password and one that is the old one", async () => {
    const auth = {
      type: "m.login.password",
      identifier: { type: "m.id.user", user: nurse.userId },
      password: nurse.password,
    };
    const weak = await ask("POST", `${V3}/account/password`, { auth, new_password: "short1", logout_devices: false });
    expect(weak.body["errcode"]).toBe("M_PASSWORD_TOO_SHORT");
    const same = await ask("POST", `${V3}/account/password`, {
      auth,
      new_password: nurse.password,
      logout_devices: false,
    });
    expect(same.status).toBe(400);
  });

  it("encrypts every room and says only kind and code in its state", async () => {
    const [room] = nurse.client.getRooms();
    const state = (await ask("GET", `${V3}/rooms/${encodeURIComponent(room?.roomId ?? "")}/state`)).body as unknown;
    expect(room?.hasEncryptionStateEvent()).toBe(true);
    expect(room?.name).toMatch(/^事業所 [2-9A-Z]{7}$/);
    expect(state).toBeDefined();
  });

  it("tells a client where the homeserver is, under the one origin", async () => {
    const { body } = await ask("GET", "/.well-known/matrix/client", undefined, false);
    expect(body).toEqual({ "m.homeserver": { base_url: publicUrl } });
  });
});
