import { isIP } from "node:net";
import path from "node:path";
import { renderRegistration } from "./registration.ts";
import type { HomeserverSettings } from "./settings.ts";

/** File name → content. Everything is JSON, which is valid YAML. */
export type RenderedFiles = Record<string, string>;

/**
 * Synapse's configuration for the closed network (R9, R15): no public registration, guests, public rooms, room
 * directory or federation; every room is encrypted; only the hub's bots create rooms and invite (policy module).
 */
export function renderHomeserver(settings: HomeserverSettings): RenderedFiles {
  const files: RenderedFiles = {
    "homeserver.yaml": json(mainConfig(settings)),
    "registration.yaml": json(renderRegistration(settings)),
    "log.yaml": json(logConfig(settings, "homeserver")),
    "signing.key": `${settings.secrets.signingKey}\n`,
  };
  if (settings.layout === "workers" && settings.worker) {
    files["worker.yaml"] = json(workerConfig(settings, settings.worker));
    files["log-worker.yaml"] = json(logConfig(settings, "worker"));
  }
  return files;
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
const inData = (settings: HomeserverSettings, name: string): string => path.posix.join(settings.dataDir, name);

function mainConfig(settings: HomeserverSettings): Record<string, unknown> {
  return {
    server_name: settings.serverName,
    public_baseurl: `${settings.publicBaseUrl.replace(/\/$/, "")}/`,
    report_stats: false,
    pid_file: inData(settings, "homeserver.pid"),
    listeners: listeners(settings),
    database: database(settings),
    log_config: inData(settings, "log.yaml"),
    signing_key_path: inData(settings, "signing.key"),
    registration_shared_secret: settings.secrets.registrationSharedSecret,
    macaroon_secret_key: settings.secrets.macaroonSecretKey,
    form_secret: settings.secrets.formSecret,
    app_service_config_files: [inData(settings, "registration.yaml"), ...settings.furtherAppservices],
    ...closedNetwork(settings),
    ...pushes(settings),
    ...accounts(settings),
    ...rateLimits(settings),
    ...media(settings),
    ...messageRetention(settings),
    ...workers(settings),
    // MSC4140: messages sent at a chosen time (docs/adr/0016).
    max_event_delay_duration: `${settings.limits.scheduledDays}d`,
    // MSC2409 / MSC3202: encryption data for appservice bots (no stable names yet).
    experimental_features: {
      msc2409_to_device_messages_enabled: true,
      msc3202_transaction_extensions: true,
      // A room's state as it is: without it a join that crosses a bot's message looks to clients like the invitation
      // it followed, for good (two branches of the room, and /sync gives the state of the older one).
      msc4222_enabled: true,
    },
    modules: [
      {
        module: "tsunagi_policy.TsunagiPolicy",
        config: { bot_prefix: settings.appservice.botPrefix, operator: settings.appservice.operatorLocalpart },
      },
    ],
  };
}

function listeners(settings: HomeserverSettings): unknown[] {
  const client = {
    port: settings.listener.port,
    bind_addresses: [settings.listener.host],
    type: "http",
    tls: false,
    x_forwarded: true,
    // What comes over a phone's line is a quarter as long compressed.
    resources: [{ names: ["client", "openid"], compress: true }],
  };
  if (settings.layout === "single" || !settings.worker) return [client];
  const replication = {
    port: settings.worker.mainReplicationPort,
    bind_addresses: [settings.listener.host],
    type: "http",
    resources: [{ names: ["replication"] }],
  };
  return [client, replication];
}

function database({ database: db }: HomeserverSettings): Record<string, unknown> {
  const { host, port, user, password, name, poolMin, poolMax } = db;
  return { name: "psycopg2", args: { host, port, user, password, dbname: name, cp_min: poolMin, cp_max: poolMax } };
}

function closedNetwork(settings: HomeserverSettings): Record<string, unknown> {
  const nobody = [{ user_id: "*", alias: "*", room_id: "*", action: "deny" }];
  return {
    federation_domain_whitelist: settings.federationWhitelist,
    trusted_key_servers: [],
    suppress_key_server_warning: true,
    enable_registration: false,
    allow_guest_access: false,
    allow_public_rooms_without_auth: false,
    allow_public_rooms_over_federation: false,
    enable_room_list_search: false,
    room_list_publication_rules: nobody,
    encryption_enabled_by_default_for_room_type: "all",
    default_room_version: "12",
    // People find whom they share a room with, and every organisation has a room of its staff.
    user_directory: { enabled: true, search_all_users: false, prefer_local_users: true },
    require_auth_for_profile_requests: true,
    limit_profile_requests_to_users_who_share_rooms: true,
    include_profile_data_on_invite: false,
    enable_3pid_lookup: false,
    enable_3pid_changes: false,
    url_preview_enabled: false,
    presence: { enabled: false },
    allow_device_name_lookup_over_federation: false,
    enable_metrics: false,
  };
}

/**
 * Pushes carry no content and go to the hub's own gateway only (the hub refuses other pushers), which lies inside: where
 * Synapse calls nobody otherwise.
 */
function pushes({ appservice }: HomeserverSettings): Record<string, unknown> {
  return { push: { include_content: false }, ip_range_whitelist: gatewayRanges(new URL(appservice.url).hostname) };
}

/** The hub by its address; a name may stand for any address of a closed network. */
function gatewayRanges(host: string): string[] {
  if (host === "localhost") return ["127.0.0.1/32", "::1/128"];
  if (isIP(host) === 4) return [`${host}/32`];
  return ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"];
}

function accounts(settings: HomeserverSettings): Record<string, unknown> {
  return {
    password_config: {
      enabled: true,
      policy: {
        enabled: true,
        minimum_length: settings.passwords.minimumLength,
        require_digit: true,
        require_lowercase: true,
      },
    },
    enable_set_displayname: false,
    enable_set_avatar_url: false,
    auto_join_rooms: [],
    // A person's password is asked again for what could take an account over.
    ui_auth: { session_timeout: "15s" },
  };
}

function rateLimits({ limits }: HomeserverSettings): Record<string, unknown> {
  const limit = (l: { perSecond: number; burst: number }) => ({ per_second: l.perSecond, burst_count: l.burst });
  return {
    rc_message: limit(limits.message),
    rc_login: {
      address: limit(limits.loginPerAddress),
      account: limit(limits.loginPerAccount),
      failed_attempts: limit(limits.loginFailed),
    },
    rc_joins: { local: limit(limits.joins) },
    rc_invites: {
      per_room: limit(limits.invites),
      per_user: limit(limits.invites),
      per_issuer: limit(limits.invites),
    },
  };
}

function media(settings: HomeserverSettings): Record<string, unknown> {
  const days = settings.retention.localMediaDays;
  return {
    media_store_path: inData(settings, "media"),
    max_upload_size: `${settings.limits.uploadMegabytes}M`,
    enable_authenticated_media: true,
    ...(days === null
      ? {}
      : { media_retention: { local_media_lifetime: `${days}d`, remote_media_lifetime: `${days}d` } }),
  };
}

function messageRetention({ retention }: HomeserverSettings): Record<string, unknown> {
  if (retention.messageDays === null) return {};
  const lifetime = `${retention.messageDays}d`;
  return { retention: { enabled: true, default_policy: { min_lifetime: "1d", max_lifetime: lifetime } } };
}

function workers(settings: HomeserverSettings): Record<string, unknown> {
  if (settings.layout === "single" || !settings.worker || !settings.redis) return {};
  const { worker, redis } = settings;
  return {
    redis: {
      enabled: true,
      host: redis.host,
      port: redis.port,
      ...(redis.password ? { password: redis.password } : {}),
    },
    instance_map: { main: { host: worker.mainReplicationHost, port: worker.mainReplicationPort } },
  };
}

function workerConfig(settings: HomeserverSettings, worker: NonNullable<HomeserverSettings["worker"]>): unknown {
  return {
    worker_app: "synapse.app.generic_worker",
    worker_name: worker.name,
    worker_listeners: [
      {
        type: "http",
        port: worker.port,
        bind_addresses: [worker.host],
        x_forwarded: true,
        resources: [{ names: ["client"], compress: true }],
      },
    ],
    worker_log_config: inData(settings, "log-worker.yaml"),
  };
}

function logConfig(settings: HomeserverSettings, name: string): unknown {
  return {
    version: 1,
    disable_existing_loggers: false,
    formatters: { line: { format: "%(asctime)s %(levelname)s %(name)s %(message)s" } },
    handlers: {
      file: {
        class: "logging.handlers.TimedRotatingFileHandler",
        filename: inData(settings, `${name}.log`),
        formatter: "line",
        when: "midnight",
        backupCount: 7,
        encoding: "utf8",
      },
    },
    root: { level: settings.logLevel, handlers: ["file"] },
  };
}
