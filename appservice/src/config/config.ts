import type { CareSettings } from "@tsunagi/care/kernel/unit";
import { parseKey, parseKeyring } from "@tsunagi/care/vault/keyring";
import type { VaultKeys } from "@tsunagi/care/vault/vault";
import { GATEWAY_PATH } from "../push/gateway.ts";
import type { PushConfig } from "../push/pushService.ts";
import { type Env, integer, oneOf, origin, read, required, SettingError, url, words } from "./env.ts";

/** Everything the hub can be told, read once at the start. Docs: docs/operations.md. */
export interface Config {
  readonly http: HttpConfig;
  readonly appservice: {
    readonly id: string;
    readonly host: string;
    readonly port: number;
    readonly senderLocalpart: string;
    readonly operatorLocalpart: string;
    readonly asToken: string;
    readonly hsToken: string;
  };
  readonly homeserver: { readonly url: string; readonly attempts: number };
  readonly database: { readonly url: string; readonly poolSize: number; readonly transactionTimeoutMs: number };
  readonly dataDir: string;
  readonly vault: VaultKeys;
  /** Key of the bots' stores and backups. */
  readonly storeKey: Buffer;
  readonly care: CareSettings;
  readonly delivery: DeliveryConfig;
  readonly search: SearchConfig;
  readonly push: HubPushConfig;
  readonly logLevel: string;
}

export interface HubPushConfig extends PushConfig {
  /** Where the homeserver reaches the hub as its push gateway. */
  readonly gatewayUrl: string;
}

/** The facility search: in this process, or a Meilisearch server where `meiliUrl` says. */
export interface SearchConfig {
  readonly meiliUrl: string | undefined;
  readonly meiliKey: string | undefined;
  /** Where the facilities are, for "vacant today" (IANA name). */
  readonly timeZone: string;
}

export interface HttpConfig {
  readonly host: string;
  readonly port: number;
  /** Origin people open, without a trailing slash. */
  readonly publicUrl: string;
  /** Folder of the built web client; undefined = none is served. */
  readonly webDir: string | undefined;
  /** Address of a Vite development server that stands in for it. */
  readonly webDevUrl: string | undefined;
  /** Reverse proxies in front of the hub, whose X-Forwarded-For counts. */
  readonly trustedProxies: number;
  readonly requestsPerMinute: number;
  readonly signInsPerMinute: number;
  readonly uploadBytes: number;
  /** The longest time without a touch until a person's screen locks (MHLW guideline: 10 to 15). */
  readonly lockMinutes: number;
  /** Bearer token of /metrics; without one only callers on this machine may read it. */
  readonly metricsToken: string | undefined;
}

export interface DeliveryConfig {
  readonly outboxConcurrency: number;
  /** Messages of routine bulletins among them. */
  readonly broadcastConcurrency: number;
  readonly laneConcurrency: number;
  /** After so many failures that are not the homeserver's absence a message is given up and reported. */
  readonly outboxAttempts: number;
  readonly retryFirstMs: number;
  readonly retryLongestMs: number;
  /** After so long the room is told that a message could not be read. */
  readonly parkedNoticeMinutes: number;
  readonly keepDoneDays: number;
}

const MEGABYTE = 1_000_000;
/** The first one when nothing is said. */
const LOG_LEVELS = ["info", "fatal", "error", "warn", "debug", "trace", "silent"] as const;

/** @throws SettingError that names the setting */
export function readConfig(env: Env): Config {
  const publicUrl = origin(env, "TSUNAGI_PUBLIC_URL");
  const serverName = required(env, "TSUNAGI_SERVER_NAME");
  const uploadBytes = integer(env, "TSUNAGI_UPLOAD_MB", 50, [1, 1000]) * MEGABYTE;
  return {
    http: {
      host: read(env, "TSUNAGI_HOST") ?? "127.0.0.1",
      port: integer(env, "TSUNAGI_PORT", 8080, [1, 65535]),
      publicUrl,
      webDir: read(env, "TSUNAGI_WEB_DIR"),
      webDevUrl: read(env, "TSUNAGI_WEB_DEV_URL"),
      trustedProxies: integer(env, "TSUNAGI_TRUSTED_PROXIES", 0, [0, 10]),
      requestsPerMinute: integer(env, "TSUNAGI_REQUESTS_PER_MINUTE", 600, [10, 1_000_000]),
      signInsPerMinute: integer(env, "TSUNAGI_SIGN_INS_PER_MINUTE", 60, [1, 1_000_000]),
      uploadBytes,
      lockMinutes: integer(env, "TSUNAGI_LOCK_MINUTES", 10, [1, 15]),
      metricsToken: read(env, "TSUNAGI_METRICS_TOKEN"),
    },
    appservice: {
      id: "tsunagi",
      host: read(env, "TSUNAGI_APPSERVICE_HOST") ?? "127.0.0.1",
      port: integer(env, "TSUNAGI_APPSERVICE_PORT", 8009, [1, 65535]),
      senderLocalpart: "_tsunagi",
      operatorLocalpart: "tsunagi-operator",
      asToken: required(env, "TSUNAGI_AS_TOKEN"),
      hsToken: required(env, "TSUNAGI_HS_TOKEN"),
    },
    homeserver: {
      url: url(env, "TSUNAGI_HOMESERVER_URL"),
      attempts: integer(env, "TSUNAGI_HOMESERVER_ATTEMPTS", 4, [1, 20]),
    },
    database: {
      url: required(env, "DATABASE_URL"),
      poolSize: integer(env, "TSUNAGI_DATABASE_POOL", 12, [2, 200]),
      transactionTimeoutMs: integer(env, "TSUNAGI_TRANSACTION_SECONDS", 60, [5, 3600]) * 1000,
    },
    dataDir: required(env, "TSUNAGI_DATA_DIR"),
    vault: readVault(env),
    storeKey: key(env, "TSUNAGI_STORE_KEY"),
    care: {
      serverName,
      botPrefix: BOT_PREFIX,
      passwordMinLength: integer(env, "TSUNAGI_PASSWORD_LENGTH", 13, [8, 100]),
      documentBytes: integer(env, "TSUNAGI_DOCUMENT_MB", 10, [1, 100]) * MEGABYTE,
      identityReplacementMinutes: integer(env, "TSUNAGI_IDENTITY_REPLACEMENT_MINUTES", 30, [1, 1440]),
      sessionMinutes: integer(env, "TSUNAGI_SESSION_MINUTES", 30, [1, 1440]),
      deadlines: {
        opensAt: integer(env, "TSUNAGI_OFFICE_OPENS", 9, [0, 22]),
        closesAt: integer(env, "TSUNAGI_OFFICE_CLOSES", 17, [1, 24]),
        answerDays: integer(env, "TSUNAGI_ANSWER_DAYS", 2, [1, 30]),
        expireDays: integer(env, "TSUNAGI_EXPIRE_DAYS", 5, [1, 90]),
      },
      vacancyStaleHours: integer(env, "TSUNAGI_VACANCY_STALE_HOURS", 72, [1, 8760]),
      vacancyAskHours: integer(env, "TSUNAGI_VACANCY_ASK_HOURS", 24, [1, 8760]),
      importBytes: integer(env, "TSUNAGI_IMPORT_MB", 500, [1, 10_000]) * MEGABYTE,
      facilityPhotos: integer(env, "TSUNAGI_FACILITY_PHOTOS", 8, [0, 50]),
      facilityPhotoBytes: integer(env, "TSUNAGI_FACILITY_PHOTO_KB", 1000, [50, 10_000]) * 1000,
      cardConfirmDays: integer(env, "TSUNAGI_CARD_CONFIRM_DAYS", 180, [1, 3650]),
      incidentMediaHours: integer(env, "TSUNAGI_INCIDENT_MEDIA_HOURS", 72, [1, 8760]),
      incidentSummaryHours: integer(env, "TSUNAGI_INCIDENT_SUMMARY_HOURS", 72, [1, 8760]),
      cardRemindDays: integer(env, "TSUNAGI_CARD_REMIND_DAYS", 30, [1, 3650]),
      bulletinDeputyMinutes: integer(env, "TSUNAGI_BULLETIN_DEPUTY_MINUTES", 30, [1, 10_080]),
      publicUrl,
      emergencyGrantHours: integer(env, "TSUNAGI_EMERGENCY_GRANT_HOURS", 6, [1, 72]),
      emergencyGrantsPerDay: integer(env, "TSUNAGI_EMERGENCY_GRANTS_PER_DAY", 20, [1, 1000]),
      emergencySearchesPerHour: integer(env, "TSUNAGI_EMERGENCY_SEARCHES_PER_HOUR", 60, [1, 10_000]),
      noticeShownMinutes: integer(env, "TSUNAGI_NOTICE_SHOWN_MINUTES", 60, [1, 1440]),
    },
    delivery: {
      outboxConcurrency: integer(env, "TSUNAGI_OUTBOX_CONCURRENCY", 16, [1, 200]),
      broadcastConcurrency: integer(env, "TSUNAGI_BROADCAST_CONCURRENCY", 16, [1, 200]),
      laneConcurrency: integer(env, "TSUNAGI_ROOM_CONCURRENCY", 16, [1, 200]),
      outboxAttempts: integer(env, "TSUNAGI_OUTBOX_ATTEMPTS", 12, [1, 1000]),
      retryFirstMs: integer(env, "TSUNAGI_RETRY_FIRST_MS", 250, [1, 60_000]),
      retryLongestMs: integer(env, "TSUNAGI_RETRY_LONGEST_MS", 30_000, [1, 3_600_000]),
      parkedNoticeMinutes: integer(env, "TSUNAGI_PARKED_NOTICE_MINUTES", 10, [1, 1440]),
      keepDoneDays: integer(env, "TSUNAGI_KEEP_DONE_DAYS", 14, [2, 3650]),
    },
    search: {
      meiliUrl: read(env, "MEILI_URL") && url(env, "MEILI_URL"),
      meiliKey: read(env, "MEILI_KEY"),
      timeZone: read(env, "TSUNAGI_TIME_ZONE") ?? "Asia/Tokyo",
    },
    push: {
      subject: read(env, "TSUNAGI_VAPID_SUBJECT") ?? (publicUrl.startsWith("https:") ? publicUrl : NO_SUBJECT),
      allowedHosts: words(env, "TSUNAGI_PUSH_ALLOW_HOSTS"),
      gatewayUrl: gatewayUrl(env),
    },
    logLevel: oneOf(env, "TSUNAGI_LOG_LEVEL", LOG_LEVELS),
  };
}

/** Push services want somebody to turn to; an installation on plain http has nobody yet. */
const NO_SUBJECT = "mailto:operator@tsunagi.invalid";

/** The appservice's own address unless the homeserver knows it by another. */
function gatewayUrl(env: Env): string {
  const host = read(env, "TSUNAGI_APPSERVICE_HOST") ?? "127.0.0.1";
  const port = integer(env, "TSUNAGI_APPSERVICE_PORT", 8009, [1, 65535]);
  const own = `http://${host === "0.0.0.0" ? "127.0.0.1" : host}:${port}`;
  return `${read(env, "TSUNAGI_APPSERVICE_URL") ? url(env, "TSUNAGI_APPSERVICE_URL") : own}${GATEWAY_PATH}`;
}

/** Localparts of the bots begin so. */
export const BOT_PREFIX = "_tsunagi_";
/** The bot that is in every room. */
export const HUB_BOT_LOCALPART = `${BOT_PREFIX}hub`;

function readVault(env: Env): VaultKeys {
  const keyring = required(env, "TSUNAGI_KEYRING");
  // What stands before the colon is shown as a name: a key without one must not be.
  if (keyring.split(",").some((entry) => entry.trim() !== "" && !entry.includes(":"))) {
    throw new SettingError("TSUNAGI_KEYRING", "must be name:base64, with a comma between several");
  }
  try {
    return {
      keyring: parseKeyring(keyring),
      indexKey: key(env, "TSUNAGI_INDEX_KEY"),
      auditKey: key(env, "TSUNAGI_AUDIT_KEY"),
    };
  } catch (error) {
    if (error instanceof SettingError) throw error;
    throw new SettingError("TSUNAGI_KEYRING", error instanceof Error ? error.message : String(error));
  }
}

function key(env: Env, name: string): Buffer {
  try {
    return parseKey(required(env, name), name);
  } catch (error) {
    if (error instanceof SettingError) throw error;
    throw new SettingError(name, "must be 32 bytes in base64");
  }
}
