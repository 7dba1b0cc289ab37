import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Account } from "../env/accounts.ts";
import type { Person } from "../env/person.ts";
import { until } from "../env/until.ts";
import { World } from "../env/world.ts";

const world = new World();
let nurse: Person & { account: Account };
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
const IDENTITY_SERVER = { id_server: "example.org", id_access_token: "x" };

async function firstRoom(): Promise<{ roomId: string }> {
  const { body } = await ask("GET", `${V3}/joined_rooms`);
  const [roomId] = body["joined_rooms"] as string[];
  if (!roomId) throw new Error("the nurse is in no room");
  return { roomId };
}

/** The path of a room the nurse is in. */
const joinedRoom = async () => `${V3}/rooms/${encodeURIComponent((await firstRoom()).roomId)}`;

/** Who stands in a room's member list and belongs to another server. */
async function membersOutside(room: string): Promise<string[]> {
  const { body } = await ask("GET", `${room}/members`);
  const people = (body["chunk"] as { state_key: string }[]).map((event) => event.state_key);
  expect(people).toContain(nurse.userId);
  const server = nurse.userId.slice(nurse.userId.indexOf(":"));
  return people.filter((id) => !id.endsWith(server));
}

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

  it("addresses nobody outside: no invitation by a foreign id, an e-mail address or a telephone number", async () => {
    const room = await joinedRoom();
    for (const user_id of ["@stranger:example.org", "@stranger:matrix.example.org:8448", "@:example.org", "stranger"]) {
      const invite = await ask("POST", `${room}/invite`, { user_id });
      expect([400, 403], user_id).toContain(invite.status);
      const state = await ask("PUT", `${room}/state/m.room.member/${encodeURIComponent(user_id)}`, {
        membership: "invite",
      });
      expect([400, 403], user_id).toContain(state.status);
    }
    for (const [medium, address] of [
      ["email", "stranger@example.org"],
      ["msisdn", "810000000000"],
    ])
      expect((await ask("POST", `${room}/invite`, { ...IDENTITY_SERVER, medium, address })).status, medium).toBe(403);
    expect(await membersOutside(room)).toEqual([]);
  });

  it("makes no room that names somebody outside from its beginning", async () => {
    const before = (await ask("GET", `${V3}/joined_rooms`)).body["joined_rooms"];
    for (const wish of [
      { invite: ["@stranger:example.org"], is_direct: true },
      { invite_3pid: [{ ...IDENTITY_SERVER, medium: "email", address: "stranger@example.org" }] },
      { room_alias_name: "stranger", creation_content: { "m.federate": true } },
    ])
      expect((await ask("POST", `${V3}/createRoom`, wish)).status).toBe(403);
    expect((await ask("GET", `${V3}/joined_rooms`)).body["joined_rooms"]).toEqual(before);
  });

  it("lets the writer of a letter bring nobody into its room, and takes no recipient but the hub's own", async () => {
    const colleague = await world.account(nurse.account.organisationId, "nurse");
    const { staffId, organisationId } = colleague;
    for (const address of [
      { kind: "person", staffId: "stranger@example.org", organisationId },
      { kind: "person", staffId: "@stranger:example.org", organisationId },
      { kind: "email", address: "stranger@example.org" },
      { kind: "group", organisationId: "example.org", group: "discharge" },
    ])
      expect((await nurse.hub.raw("beginMail", { body: { to: [address] } } as never)).status).toBe(400);
    const to = [{ kind: "person", staffId, organisationId }];
    const { id: mailId } = await nurse.hub.call("beginMail", { body: { to } } as never);
    const roomId = await until("the letter's room is made", async () => {
      const letter = await nurse.hub.call("viewMail", { params: { mailId } } as never);
      return letter.roomId ?? undefined;
    });
    await nurse.joined(roomId);
    const room = `${V3}/rooms/${encodeURIComponent(roomId)}`;
    for (const user_id of ["@stranger:example.org", colleague.userId])
      expect([400, 403], user_id).toContain((await ask("POST", `${room}/invite`, { user_id })).status);
    const mail = { ...IDENTITY_SERVER, medium: "email", address: "stranger@example.org" };
    expect((await ask("POST", `${room}/invite`, mail)).status).toBe(403);
    expect((await ask("PUT", `${room}/state/m.room.join_rules`, { join_rule: "public" })).status).toBe(403);
    expect(await membersOutside(room)).toEqual([]);
  });

  it("gives no alias to a room and finds none of another server", async () => {
    const { roomId } = await firstRoom();
    for (const alias of ["#mail:localhost", "#mail:example.org"]) {
      const path = `${V3}/directory/room/${encodeURIComponent(alias)}`;
      expect((await ask("PUT", path, { room_id: roomId })).status, alias).toBe(403);
      expect((await ask("GET", path)).status, alias).toBeGreaterThanOrEqual(400);
    }
    const knock = `${V3}/knock/${encodeURIComponent("#mail:example.org")}?server_name=example.org`;
    expect((await ask("POST", knock, {})).status).toBeGreaterThanOrEqual(400);
    const join = `${V3}/join/${encodeURIComponent("!mail:example.org")}?via=example.org`;
    expect((await ask("POST", join, {})).status).toBe(403);
    expect((await ask("GET", `${V3}/publicRooms?server=example.org`)).body["chunk"]).toEqual([]);
  });

  it("binds no e-mail address or telephone number to an account", async () => {
    const asked = { client_secret: "secret1", send_attempt: 1 };
    const email = await ask("POST", `${V3}/account/3pid/email/requestToken`, { ...asked, email: "x@example.org" });
    expect(email.body["errcode"]).toBe("M_FORBIDDEN");
    const number = { country: "JP", phone_number: "0000000000" };
    const phone = await ask("POST", `${V3}/account/3pid/msisdn/requestToken`, { ...asked, ...number });
    expect(phone.body["errcode"]).toBe("M_THREEPID_MEDIUM_NOT_SUPPORTED");
    const auth = {
      type: "m.login.password",
      identifier: { type: "m.id.user", user: nurse.userId },
      password: nurse.password,
    };
    const add = await ask("POST", `${V3}/account/3pid/add`, { auth, client_secret: "secret1", sid: "1" });
    expect(add.body["errcode"]).toBe("M_FORBIDDEN");
    expect((await ask("GET", `${V3}/account/3pid`)).body["threepids"]).toEqual([]);
  });

  it("asks no other server for a file and makes no preview of a link", async () => {
    for (const path of [
      "/_matrix/client/v1/media/download/example.org/abcdef",
      "/_matrix/client/v1/media/thumbnail/example.org/abcdef?width=32&height=32",
      "/_matrix/media/v3/download/example.org/abcdef",
    ]) {
      const { status, body } = await ask("GET", path);
      expect([status, body["error"]], path).toEqual([403, "Federation denied with example.org."]);
    }
    const preview = `/_matrix/client/v1/media/preview_url?url=${encodeURIComponent("https://example.org/")}`;
    expect((await ask("GET", preview)).status).toBe(404);
    expect((await ask("GET", `${V3}/profile/${encodeURIComponent("@stranger:example.org")}`)).status).toBe(403);
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
