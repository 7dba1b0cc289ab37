import type { MatrixEventId } from "@tsunagi/contracts/ids";
import type { MailView } from "@tsunagi/contracts/rest/mail";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Account } from "../env/accounts.ts";
import type { Person } from "../env/person.ts";
import { until } from "../env/until.ts";
import { World } from "../env/world.ts";

const world = new World();
let writer: Person & { account: Account };
let reader: Person & { account: Account };

beforeAll(async () => {
  writer = await world.professional("msw");
  reader = await world.professional("nurse", writer.account.organisationId);
});
afterAll(() => world.close());

const V3 = "/_matrix/client/v3";
const look = (by: Person, { id: mailId }: Pick<MailView, "id">) => by.hub.call("viewMail", { params: { mailId } });

/** A letter to the reader that stands in its room, with nobody let in yet. */
async function written(text: string) {
  const { staffId, organisationId } = reader.account;
  const body = { to: [{ kind: "person", staffId, organisationId }], replyTo: null, forwardOf: null };
  const mail = await writer.hub.call("beginMail", { body } as never);
  const roomId = await until("the letter's room is made", async () => (await look(writer, mail)).roomId);
  await writer.joined(roomId);
  const eventId = (await writer.say(roomId, text)) as MatrixEventId;
  const send = () => writer.hub.call("sendMail", { params: { mailId: mail.id }, body: { eventId } });
  return { mail, roomId, eventId, send };
}

interface Member {
  readonly state_key: string;
  readonly content: { readonly membership: string };
}

/** Who is or may come in: the keeper aside. */
async function people(roomId: string): Promise<string[]> {
  const { chunk: members } = (await writer.client.members(roomId)) as unknown as { chunk: Member[] };
  return members
    .filter(({ content }) => content.membership === "join" || content.membership === "invite")
    .map(({ state_key: userId }) => userId)
    .filter((userId) => !userId.startsWith("@_tsunagi_"));
}

/** A Matrix request by hand. @returns its status */
async function ask(by: Person, method: string, path: string, body: unknown): Promise<number> {
  const response = await fetch(`${world.system.publicUrl}${V3}${path}`, {
    method,
    headers: { authorization: `Bearer ${by.client.getAccessToken()}` },
    body: JSON.stringify(body),
  });
  await response.arrayBuffer();
  return response.status;
}

describe("a letter's room", () => {
  it("holds its writer alone until the letter is sent; then its reader reads it, and the time is told", async () => {
    const { mail, roomId, send } = await written("退院前の打ち合わせの件（試験）");
    expect(await people(roomId)).toEqual([writer.userId]);
    await send();
    await reader.joined(roomId);
    await reader.reads(roomId, "退院前の打ち合わせの件");
    expect((await look(writer, mail)).to).toMatchObject([{ readAt: null }]);
    await reader.hub.call("readMail", { params: { mailId: mail.id } });
    const [recipient] = (await look(writer, mail)).to;
    expect(Date.parse(recipient?.readAt ?? "")).not.toBeNaN();
  });

  it("lets no member bring anybody else in, by whatever name, nor give it an alias or a way in", async () => {
    const { roomId, send } = await written("だれも招けない部屋（試験）");
    await send();
    await reader.joined(roomId);
    const room = `/rooms/${encodeURIComponent(roomId)}`;
    const identity = { id_server: "example.org", id_access_token: "x" };
    for (const by of [writer, reader]) {
      for (const user_id of ["@city:localhost", "@stranger:example.org"]) {
        expect([400, 403], user_id).toContain(await ask(by, "POST", `${room}/invite`, { user_id }));
        const member = `${room}/state/m.room.member/${encodeURIComponent(user_id)}`;
        expect([400, 403], user_id).toContain(await ask(by, "PUT", member, { membership: "invite" }));
      }
      const mail = { ...identity, medium: "email", address: "stranger@example.org" };
      expect(await ask(by, "POST", `${room}/invite`, mail)).toBe(403);
      expect(
        await ask(by, "PUT", `/directory/room/${encodeURIComponent("#letter:localhost")}`, { room_id: roomId }),
      ).toBe(403);
      expect(await ask(by, "PUT", `${room}/state/m.room.join_rules/`, { join_rule: "public" })).toBe(403);
      expect(await ask(by, "PUT", `${room}/state/m.room.power_levels/`, { invite: 0 })).toBe(403);
    }
    expect((await people(roomId)).sort()).toEqual([writer.userId, reader.userId].sort());
  });

  it("is emptied when the letter is taken back unread: its words are gone and everybody is out", async () => {
    const { mail, roomId, eventId, send } = await written("宛先を間違えたメール（試験）");
    await send();
    const room = await reader.joined(roomId);
    await reader.reads(roomId, "宛先を間違えたメール");
    await writer.hub.call("recallMail", { params: { mailId: mail.id }, body: { reason: "宛先違い" } });
    await until("the words are gone", () => room.findEventById(eventId)?.isRedacted());
    await until("the reader is out", () => room.getMyMembership() === "leave");
    expect((await look(reader, mail)).state).toBe("recalled");
  });
});
