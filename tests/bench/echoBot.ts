import { createServer, type Server } from "node:http";

export interface EchoBotOptions {
  readonly port: number;
  readonly asToken: string;
  readonly homeserverUrl: string;
  readonly userId: string;
}

/** A registration of an appservice that does nothing but echo. */
export const echoRegistration = (port: number, asToken: string, localpart: string): Record<string, unknown> => ({
  id: "bench-echo",
  url: `http://127.0.0.1:${port}`,
  as_token: asToken,
  hs_token: asToken,
  sender_localpart: `${localpart}-sender`,
  rate_limited: false,
  namespaces: { users: [{ exclusive: true, regex: `^@${localpart}:.*$` }], aliases: [], rooms: [] },
});

/**
 * The least an appservice bot can do: an unencrypted "!echo x" is answered by an unencrypted "echo x", with nothing
 * stored and nothing decided. What an encrypted command costs more than this is what the hub adds.
 */
export function startEchoBot({ port, asToken, homeserverUrl, userId }: EchoBotOptions): Promise<Server> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      response.writeHead(200, { "content-type": "application/json" }).end("{}");
      const { events = [] } = JSON.parse(Buffer.concat(chunks).toString() || "{}") as { events?: EchoEvent[] };
      for (const event of events) {
        const body = event.content?.body;
        if (event.type === "m.room.message" && event.sender !== userId && body?.startsWith("!echo"))
          void answer(event, body);
      }
    });
  });
  server.keepAliveTimeout = 75_000;
  const answer = async (event: EchoEvent, body: string) => {
    const path = `/_matrix/client/v3/rooms/${encodeURIComponent(event.room_id)}/send/m.room.message/echo-${encodeURIComponent(event.event_id)}`;
    await fetch(`${homeserverUrl}${path}?user_id=${encodeURIComponent(userId)}`, {
      method: "PUT",
      headers: { authorization: `Bearer ${asToken}`, "content-type": "application/json" },
      body: JSON.stringify({ msgtype: "m.notice", body: body.slice(1) }),
    });
  };
  return new Promise((resolve) => server.listen(port, "127.0.0.1", () => resolve(server)));
}

interface EchoEvent {
  readonly event_id: string;
  readonly room_id: string;
  readonly type: string;
  readonly sender: string;
  readonly content?: { readonly body?: string };
}
