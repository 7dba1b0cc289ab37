import { describe, expect, it } from "vitest";
import { readConfig } from "./config.ts";
import { SettingError } from "./env.ts";

const KEY = Buffer.alloc(32, 7).toString("base64");
const needed = {
  TSUNAGI_PUBLIC_URL: "https://hub.example",
  TSUNAGI_SERVER_NAME: "hub.example",
  TSUNAGI_AS_TOKEN: "as-token-as-token",
  TSUNAGI_HS_TOKEN: "hs-token-hs-token",
  TSUNAGI_HOMESERVER_URL: "http://synapse:8008",
  DATABASE_URL: "postgres://hub:password@postgres/hub",
  TSUNAGI_DATA_DIR: "/var/lib/tsunagi",
  TSUNAGI_KEYRING: `k1:${KEY}`,
  TSUNAGI_INDEX_KEY: KEY,
  TSUNAGI_AUDIT_KEY: KEY,
  TSUNAGI_STORE_KEY: KEY,
} as const;

/** Setting → where it goes, an allowed value and what it becomes. */
const optional = {
  TSUNAGI_HOST: ["http.host", "0.0.0.0", "0.0.0.0", "127.0.0.1"],
  TSUNAGI_PORT: ["http.port", "443", 443, 8080],
  TSUNAGI_WEB_DIR: ["http.webDir", "/web", "/web", undefined],
  TSUNAGI_WEB_DEV_URL: ["http.webDevUrl", "http://localhost:5173", "http://localhost:5173", undefined],
  TSUNAGI_TRUSTED_PROXIES: ["http.trustedProxies", "2", 2, 0],
  TSUNAGI_REQUESTS_PER_MINUTE: ["http.requestsPerMinute", "100", 100, 600],
  TSUNAGI_SIGN_INS_PER_MINUTE: ["http.signInsPerMinute", "5", 5, 60],
  TSUNAGI_UPLOAD_MB: ["http.uploadBytes", "20", 20_000_000, 50_000_000],
  TSUNAGI_LOCK_MINUTES: ["http.lockMinutes", "15", 15, 10],
  TSUNAGI_METRICS_TOKEN: ["http.metricsToken", "token", "token", undefined],
  TSUNAGI_APPSERVICE_HOST: ["appservice.host", "0.0.0.0", "0.0.0.0", "127.0.0.1"],
  TSUNAGI_APPSERVICE_PORT: ["appservice.port", "9000", 9000, 8009],
  TSUNAGI_HOMESERVER_ATTEMPTS: ["homeserver.attempts", "2", 2, 4],
  TSUNAGI_DATABASE_POOL: ["database.poolSize", "50", 50, 12],
  TSUNAGI_TRANSACTION_SECONDS: ["database.transactionTimeoutMs", "30", 30_000, 60_000],
  TSUNAGI_PASSWORD_LENGTH: ["care.passwordMinLength", "16", 16, 13],
  TSUNAGI_DOCUMENT_MB: ["care.documentBytes", "5", 5_000_000, 10_000_000],
  TSUNAGI_IDENTITY_REPLACEMENT_MINUTES: ["care.identityReplacementMinutes", "5", 5, 30],
  TSUNAGI_SESSION_MINUTES: ["care.sessionMinutes", "60", 60, 30],
  TSUNAGI_OFFICE_OPENS: ["care.deadlines.opensAt", "8", 8, 9],
  TSUNAGI_OFFICE_CLOSES: ["care.deadlines.closesAt", "18", 18, 17],
  TSUNAGI_ANSWER_DAYS: ["care.deadlines.answerDays", "1", 1, 2],
  TSUNAGI_EXPIRE_DAYS: ["care.deadlines.expireDays", "10", 10, 5],
  TSUNAGI_VACANCY_STALE_HOURS: ["care.vacancyStaleHours", "24", 24, 72],
  TSUNAGI_VACANCY_ASK_HOURS: ["care.vacancyAskHours", "12", 12, 24],
  TSUNAGI_IMPORT_MB: ["care.importBytes", "100", 100_000_000, 500_000_000],
  TSUNAGI_FACILITY_PHOTOS: ["care.facilityPhotos", "4", 4, 8],
  TSUNAGI_FACILITY_PHOTO_KB: ["care.facilityPhotoBytes", "500", 500_000, 1_000_000],
  TSUNAGI_INCIDENT_MEDIA_HOURS: ["care.incidentMediaHours", "24", 24, 72],
  TSUNAGI_INCIDENT_SUMMARY_HOURS: ["care.incidentSummaryHours", "24", 24, 72],
  TSUNAGI_CARD_CONFIRM_DAYS: ["care.cardConfirmDays", "90", 90, 180],
  TSUNAGI_CARD_REMIND_DAYS: ["care.cardRemindDays", "14", 14, 30],
  TSUNAGI_BULLETIN_DEPUTY_MINUTES: ["care.bulletinDeputyMinutes", "10", 10, 30],
  TSUNAGI_EMERGENCY_GRANT_HOURS: ["care.emergencyGrantHours", "12", 12, 6],
  TSUNAGI_EMERGENCY_GRANTS_PER_DAY: ["care.emergencyGrantsPerDay", "5", 5, 20],
  TSUNAGI_EMERGENCY_SEARCHES_PER_HOUR: ["care.emergencySearchesPerHour", "30", 30, 60],
  TSUNAGI_NOTICE_SHOWN_MINUTES: ["care.noticeShownMinutes", "3", 3, 60],
  TSUNAGI_VAPID_SUBJECT: ["push.subject", "mailto:it@hub.example", "mailto:it@hub.example", "https://hub.example"],
  TSUNAGI_APPSERVICE_URL: [
    "push.gatewayUrl",
    "http://hub:8009",
    "http://hub:8009/_matrix/push/v1/notify",
    "http://127.0.0.1:8009/_matrix/push/v1/notify",
  ],
  MEILI_URL: ["search.meiliUrl", "http://meilisearch:7700", "http://meilisearch:7700", undefined],
  MEILI_KEY: ["search.meiliKey", "key", "key", undefined],
  TSUNAGI_TIME_ZONE: ["search.timeZone", "Asia/Seoul", "Asia/Seoul", "Asia/Tokyo"],
  TSUNAGI_OUTBOX_CONCURRENCY: ["delivery.outboxConcurrency", "4", 4, 16],
  TSUNAGI_BROADCAST_CONCURRENCY: ["delivery.broadcastConcurrency", "7", 7, 16],
  TSUNAGI_ROOM_CONCURRENCY: ["delivery.laneConcurrency", "4", 4, 16],
  TSUNAGI_OUTBOX_ATTEMPTS: ["delivery.outboxAttempts", "3", 3, 12],
  TSUNAGI_RETRY_FIRST_MS: ["delivery.retryFirstMs", "10", 10, 250],
  TSUNAGI_RETRY_LONGEST_MS: ["delivery.retryLongestMs", "1000", 1000, 30_000],
  TSUNAGI_PARKED_NOTICE_MINUTES: ["delivery.parkedNoticeMinutes", "3", 3, 10],
  TSUNAGI_KEEP_DONE_DAYS: ["delivery.keepDoneDays", "30", 30, 14],
  TSUNAGI_LOG_LEVEL: ["logLevel", "debug", "debug", "info"],
} as const;

const at = (config: unknown, path: string): unknown =>
  path.split(".").reduce((value, part) => (value as Record<string, unknown>)[part], config);
const problemOf = (env: Record<string, string>): string => {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof SettingError) return error.message;
    throw error;
  }
  return "";
};

describe("readConfig", () => {
  it("needs nothing but addresses and secrets, and fills in the rest", () => {
    const config = readConfig(needed);
    expect(config.http.publicUrl).toBe("https://hub.example");
    expect(config.homeserver.url).toBe("http://synapse:8008");
    expect(config.appservice).toMatchObject({ asToken: "as-token-as-token", hsToken: "hs-token-hs-token" });
    expect([config.dataDir, config.database.url]).toEqual(["/var/lib/tsunagi", needed.DATABASE_URL]);
    expect(config.care.serverName).toBe("hub.example");
    expect(config.storeKey).toEqual(Buffer.alloc(32, 7));
    expect(config.vault.keyring.current.name).toBe("k1");
  });

  it.each(Object.entries(optional))("reads %s", (name, [path, text, value, fallback]) => {
    expect(at(readConfig({ ...needed, [name]: text }), path)).toBe(value);
    expect(at(readConfig(needed), path)).toBe(fallback);
  });

  it("takes push services inside only when they are named", () => {
    expect(readConfig(needed).push.allowedHosts).toEqual([]);
    const named = readConfig({ ...needed, TSUNAGI_PUSH_ALLOW_HOSTS: "127.0.0.1, push.hospital.example" });
    expect(named.push.allowedHosts).toEqual(["127.0.0.1", "push.hospital.example"]);
  });

  it.each(Object.keys(needed))("says so when %s is missing", (name) => {
    const { [name as keyof typeof needed]: _, ...rest } = needed;
    expect(problemOf(rest)).toBe(`${name}: is not set`);
  });

  it.each([
    ["TSUNAGI_PORT", "70000"],
    ["TSUNAGI_DATABASE_POOL", "1"],
    ["TSUNAGI_LOG_LEVEL", "loud"],
    ["TSUNAGI_PUBLIC_URL", "https://hub.example/app"],
    ["TSUNAGI_HOMESERVER_URL", "synapse:8008"],
  ])("names %s when its value is no good", (name, value) => {
    expect(problemOf({ ...needed, [name]: value })).toMatch(new RegExp(`^${name}: must be`));
  });

  it("never shows a secret, however wrong it is", () => {
    const secret = Buffer.alloc(32, 0xa5).toString("base64url");
    const wrong = [
      { TSUNAGI_STORE_KEY: `${secret}AAAA` },
      { TSUNAGI_INDEX_KEY: secret.slice(4) },
      { TSUNAGI_AUDIT_KEY: "not base64 at all" },
      { TSUNAGI_KEYRING: secret },
      { TSUNAGI_KEYRING: `k1:${KEY},${secret}` },
      { TSUNAGI_KEYRING: `k1:${secret.slice(4)}` },
      { TSUNAGI_KEYRING: `k1:${KEY},k1:${KEY}` },
      { TSUNAGI_KEYRING: "," },
    ];
    for (const settings of wrong) {
      const [[name = "", value = ""] = []] = Object.entries(settings);
      const problem = problemOf({ ...needed, ...settings } as Record<string, string>);
      expect(problem).toMatch(new RegExp(`^${name}: `));
      for (const part of [secret, secret.slice(4), value, KEY]) {
        if (part.length > 1) expect(problem).not.toContain(part);
      }
    }
  });
});
