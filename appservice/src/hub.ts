import fs from "node:fs";
import { createServer, type Server } from "node:http";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { commands } from "@tsunagi/bots/commands";
import { approvedDevices, enrolledUsers } from "@tsunagi/care/devices/store";
import { readBotState, writeBotState } from "@tsunagi/care/inbox/store";
import { takeOwnership } from "@tsunagi/care/kernel/ownership";
import { openDatabase } from "@tsunagi/care/kernel/store";
import { type Care, createCare } from "@tsunagi/care/kernel/unit";
import { Vault } from "@tsunagi/care/vault/vault";
import { runBridge } from "./bridge/bridge.ts";
import { BOT_PREFIX, type Config, HUB_BOT_LOCALPART } from "./config/config.ts";
import type { BotMemory } from "./crypto/drain.ts";
import { openDurableIndexedDb } from "./crypto/durableIndexedDb.ts";
import { EncryptedBot } from "./crypto/encryptedBot.ts";
import { createApp } from "./http/app.ts";
import { guards } from "./http/gateway/guards.ts";
import { createRoutes } from "./http/routes.ts";
import { Sessions } from "./http/sessions.ts";
import { attention } from "./inbox/attention.ts";
import { CommandRunner } from "./inbox/commandRunner.ts";
import { createHandler } from "./inbox/handleEvent.ts";
import { Inbox } from "./inbox/inbox.ts";
import { Places } from "./inbox/places.ts";
import { Receipts, receiptEvents } from "./inbox/receipts.ts";
import { startJobs } from "./jobs/jobs.ts";
import { Keeper } from "./keeper/keeper.ts";
import { createLog, errorFields, type Log } from "./log/log.ts";
import { isState } from "./matrix/events.ts";
import { Homeserver } from "./matrix/homeserver.ts";
import { findEvent, readMessage } from "./matrix/readEvent.ts";
import { createMetrics } from "./metrics/metrics.ts";
import { accountDeliverers } from "./outbox/accounts.ts";
import { facilityDeliverers } from "./outbox/facilities.ts";
import { mailDeliverers } from "./outbox/mail.ts";
import { Outbox } from "./outbox/outbox.ts";
import { pushDeliverers } from "./outbox/pushes.ts";
import { roomDeliverers } from "./outbox/rooms.ts";
import { pushGateway } from "./push/gateway.ts";
import { ownEvents } from "./push/ownEvents.ts";
import { PushService } from "./push/pushService.ts";
import { openSearch } from "./search/openSearch.ts";

export interface Hub {
  readonly care: Care;
  /** Finishes what is on its way and closes everything. */
  stop(): Promise<void>;
}

/**
 * Puts the hub together and starts it. Order matters: listen for transactions first (Synapse drops room keys while it
 * thinks we are away), then read what was missed, then work, then let people in.
 * @throws HubAlreadyRunning, StoreInUse, SettingError: each with a sentence for whoever starts it
 */
export async function startHub(config: Config): Promise<Hub> {
  const log = createLog(config.logLevel);
  const metrics = createMetrics();
  const { serverName } = config.care;
  const ownership = await takeOwnership(config.database.url, () => {
    log.fatal("the database connection that makes this the only hub broke; stopping");
    process.exit(75);
  });
  fs.mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  const keyStore = await openDurableIndexedDb(path.join(config.dataDir, "keys.sqlite"));

  const database = openDatabase(config.database);
  const vault = new Vault(config.vault);
  const care = createCare({ database, vault, settings: config.care, onOutbox: () => outbox.wake() });
  const homeserver = new Homeserver({ ...config.homeserver, asToken: config.appservice.asToken });
  const operatorUserId = `@${config.appservice.operatorLocalpart}:${serverName}`;
  const botUserId = `@${HUB_BOT_LOCALPART}:${serverName}`;

  // Transactions may come before the bot is open: they wait.
  let botIsOpen: (bot: EncryptedBot) => void = () => undefined;
  const opening = new Promise<EncryptedBot>((resolve) => {
    botIsOpen = resolve;
  });
  const bridge = await runBridge({
    ...config.appservice,
    homeserverUrl: config.homeserver.url,
    serverName,
    botPrefix: BOT_PREFIX,
    log,
    take: async (_id, transaction) => {
      const bot = await opening;
      metrics.transactions.inc();
      await bot.receive(transaction);
      const events = transaction.events ?? [];
      for (const event of events) if (isState(event)) await bot.onState(event);
      await inbox.take(events);
      receipts.push(receiptEvents(transaction.ephemeral ?? []));
      bot.flush().catch((error: unknown) => log.warn(errorFields(error), "key requests wait for the next transaction"));
    },
    push: pushGateway({ care, isOwnEvent: ownEvents(homeserver, botUserId), log }),
  });
  const pushService = new PushService(config.push);

  const inbox: Inbox = new Inbox({
    care,
    log,
    metrics,
    concurrency: config.delivery.laneConcurrency,
    retryMs: config.delivery.retryFirstMs,
    isOwn: (userId) => userId === botUserId,
    handle: (event, later, kept) => handle(event, later, kept),
  });
  const receipts = new Receipts({
    care,
    log,
    isOwn: (userId) => userId === botUserId,
    timeOf: async (room, id) => {
      const event = await findEvent(homeserver, botUserId, room, id);
      return event && new Date(event.origin_server_ts);
    },
  });
  const bot = await EncryptedBot.open({
    homeserver,
    userId: botUserId,
    displayName: "つなぎ",
    storeKey: config.storeKey,
    databasesOnDisk: keyStore.databases,
    memory: memoryOf(care, botUserId),
    keeper: {
      keep: (events) => inbox.keep(events),
      keepReceipts: (ephemeral) => receipts.keep(receiptEvents(ephemeral)),
    },
    hooks: {
      onRoomKeys: (sessionIds) => inbox.onRoomKeys(sessionIds),
      onUsersChanged: (userIds) => keeper.onUsersChanged(userIds),
      onUndecryptableToDevice: (sender) => log.debug({ sender }, "a to-device message could not be read"),
    },
  });
  const keeper = new Keeper({ care, bot, log });
  const places = new Places(care);
  const search = openSearch(care, config, log);
  const outbox: Outbox = new Outbox({
    care,
    vault,
    log,
    metrics,
    config: config.delivery,
    deliverers: {
      ...roomDeliverers({ care, bot, homeserver, places, serverName }),
      ...accountDeliverers({ homeserver, operatorUserId, bot, keeper }),
      ...facilityDeliverers(care, search),
      ...mailDeliverers({ care, bot, homeserver }),
      ...pushDeliverers(care, pushService),
    },
  });
  const runner = new CommandRunner({
    care,
    commands,
    places,
    metrics,
    search: (input) => search.search(input),
    readMessage: (room, id) => readMessage(bot, homeserver, room, id),
    prepareAnswer: (room) => bot.prepare(room),
  });
  const handle = createHandler({ bot, keeper, commands: runner, attention: attention(care, bot) });

  botIsOpen(bot);
  const drained = await bot.catchUp();
  if (bot.storeWasEmpty) await trustAgain(care, bot, keeper);
  log.info({ ...drained, device: bot.identity.deviceId }, "caught up");
  await inbox.start();
  outbox.start();
  await leaveBackOff(homeserver, config.appservice.id, log);
  const jobs = await startJobs({
    databaseUrl: config.database.url,
    care,
    bot,
    log,
    metrics,
    delivery: config.delivery,
  });

  const { uploadBytes, lockMinutes } = config.http;
  const limits = { uploadBytes, lockMinutes, passwordMinLength: config.care.passwordMinLength };
  const sessions = new Sessions({ care, bot, limits });
  const { gatewayUrl: pushGatewayUrl } = config.push;
  const secureCookies = config.http.publicUrl.startsWith("https:");
  const app = createApp({
    config: config.http,
    homeserverUrl: config.homeserver.url,
    care,
    sessions,
    routes: createRoutes({
      care,
      search,
      homeserver,
      bot,
      keeper,
      sessions,
      secureCookies,
      operatorUserId,
      pushService,
      pushGatewayUrl,
    }),
    guards: guards({ care, homeserverUrl: config.homeserver.url, pushGatewayUrl }),
    metrics,
    log,
    checkReady: async () => {
      await database.ping();
      await homeserver.json("GET", "/_matrix/client/versions", { attempts: 1 });
    },
  });
  const server = await listen(createServer(app), config.http.host, config.http.port);
  log.info({ port: config.http.port }, "the hub is ready");

  return {
    care,
    stop: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await jobs.stop();
      await bridge.close();
      await inbox.idle();
      await receipts.idle();
      await outbox.stop();
      await search.close();
      await pushService.close();
      await bot.backup
        .upload()
        .catch((error: unknown) => log.warn(errorFields(error), "keys are backed up at the next start"));
      bot.close();
      keyStore.close();
      await homeserver.close();
      await database.close();
      await ownership.release();
    },
  };
}

function memoryOf(care: Care, botUserId: string): BotMemory {
  return {
    read: (key) => care.bookkeeping((tx) => readBotState(tx, botUserId, key)),
    write: (key, value) => care.bookkeeping((tx) => writeBotState(tx, botUserId, key, value)),
  };
}

/** After a lost key store the bot knows nobody: the hub's own lists say whom and which devices it trusted. */
async function trustAgain(care: Care, bot: EncryptedBot, keeper: Keeper): Promise<void> {
  const users = await care.bookkeeping(enrolledUsers);
  await bot.track(users);
  await bot.flush();
  for (const userId of users) await keeper.review(userId, false);
  for (const { userId, deviceId, fingerprint } of await care.bookkeeping(approvedDevices)) {
    await bot.trust.approveDevice(userId, deviceId, fingerprint);
  }
}

const PINGS = 10;
const PING_PAUSE_MS = 300;

/**
 * Ends Synapse's waiting for an appservice that was away; otherwise up to minutes. Its first calls may still go into
 * connections to the process that died: it is asked until one gets through.
 */
async function leaveBackOff(homeserver: Homeserver, id: string, log: Log): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const body = { transaction_id: `start-${attempt}` };
      await homeserver.json("POST", `/_matrix/client/v1/appservice/${id}/ping`, { body, attempts: 1 });
      return;
    } catch (error) {
      if (attempt < PINGS) await delay(PING_PAUSE_MS);
      else return log.warn(errorFields(error), "Synapse could not reach the hub; check the appservice address");
    }
  }
}

function listen(server: Server, host: string, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => resolve(server));
  });
}
