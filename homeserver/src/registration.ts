import type { HomeserverSettings } from "./settings.ts";

const literal = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");

/**
 * The appservice registration Synapse reads: bots are not rate limited and get to-device messages, device lists and
 * one-time key counts with their transactions (MSC2409, MSC3202), and may have devices (MSC4190).
 */
export function renderRegistration({ appservice, serverName }: HomeserverSettings): Record<string, unknown> {
  const user = (pattern: string): string => `^@${pattern}:${literal(serverName)}$`;
  return {
    id: appservice.id,
    url: appservice.url,
    as_token: appservice.asToken,
    hs_token: appservice.hsToken,
    sender_localpart: appservice.senderLocalpart,
    rate_limited: false,
    receive_ephemeral: true,
    "de.sorunome.msc2409.push_ephemeral": true,
    "org.matrix.msc3202": true,
    "io.element.msc4190": true,
    namespaces: {
      users: [
        { exclusive: true, regex: user(`${literal(appservice.botPrefix)}.*`) },
        { exclusive: false, regex: user(literal(appservice.operatorLocalpart)) },
      ],
      aliases: [{ exclusive: true, regex: `^#${literal(appservice.botPrefix)}.*:${literal(serverName)}$` }],
      rooms: [],
    },
  };
}
