import { type AppService, AppServiceRegistration, Bridge, Logger } from "matrix-appservice-bridge";
import type { Log } from "../log/log.ts";
import { GATEWAY_PATH } from "../push/gateway.ts";
import { TransactionEntry, type TransactionTaker } from "./transactionEntry.ts";

export interface BridgeOptions {
  readonly id: string;
  readonly homeserverUrl: string;
  readonly serverName: string;
  readonly asToken: string;
  readonly hsToken: string;
  readonly senderLocalpart: string;
  readonly botPrefix: string;
  readonly host: string;
  readonly port: number;
  readonly take: TransactionTaker;
  /** Answers the homeserver's pushes (Push Gateway API). */
  readonly push: (body: unknown) => Promise<{ readonly status: number; readonly body: unknown }>;
  readonly log: Log;
}

export interface RunningBridge {
  close(): Promise<void>;
}

/**
 * Runs the appservice with matrix-appservice-bridge: registration, token check, queries and ping are the library's;
 * transactions go to our own entry, which knows encryption.
 */
export async function runBridge(options: BridgeOptions): Promise<RunningBridge> {
  Logger.configure({ console: "off" });
  const { id, asToken, hsToken, senderLocalpart, serverName, botPrefix, homeserverUrl, host, port } = options;
  const registration = AppServiceRegistration.fromObject({
    id,
    url: `http://${host}:${port}`,
    as_token: asToken,
    hs_token: hsToken,
    sender_localpart: senderLocalpart,
    rate_limited: false,
    namespaces: { users: [{ exclusive: true, regex: `@${botPrefix}.*:${serverName}` }], aliases: [], rooms: [] },
  });
  const bridge = new Bridge({
    homeserverUrl,
    domain: serverName,
    registration,
    disableStores: true,
    controller: {
      onUserQuery: () => null, // bots are made at the start; nobody else appears by being asked for
      onEvent: () => undefined, // events go through the durable inbox
    },
  });
  await bridge.initialise();
  const entry = new TransactionEntry(hsToken, options.take, options.log);
  await bridge.listen(port, host, 128, entry as unknown as AppService);
  entry.keepConnectionsAlive();
  bridge.addAppServicePath({
    method: "POST",
    path: "/_matrix/app/v1/ping",
    authenticate: true,
    handler: (_request, response) => {
      response.send({});
    },
  });
  bridge.addAppServicePath({
    method: "POST",
    path: GATEWAY_PATH,
    authenticate: false, // Synapse brings no token to a gateway: only it can reach this port, and pushkeys are secret
    handler: (request, response, next) => {
      options.push(request.body).then(({ status, body }) => response.status(status).send(body), next);
    },
  });
  return { close: () => bridge.close() };
}
