import { describe, expect, it } from "vitest";
import { renderHomeserver } from "./render.ts";
import { homeserverSettings } from "./settings.ts";
import { exampleSettings, workerSettings } from "./testSettings.ts";

const render = (input = exampleSettings()) => renderHomeserver(homeserverSettings.parse(input));
const parse = (text: string | undefined) => JSON.parse(text ?? "") as Record<string, unknown>;
const main = (input = exampleSettings()) => parse(render(input)["homeserver.yaml"]);

describe("Synapse's configuration", () => {
  it("is a closed network: nobody registers, nothing is public, nothing is federated", () => {
    expect(main()).toMatchObject({
      enable_registration: false,
      allow_guest_access: false,
      allow_public_rooms_without_auth: false,
      allow_public_rooms_over_federation: false,
      enable_room_list_search: false,
      room_list_publication_rules: [{ user_id: "*", alias: "*", room_id: "*", action: "deny" }],
      federation_domain_whitelist: [],
      trusted_key_servers: [],
      enable_3pid_lookup: false,
      url_preview_enabled: false,
      presence: { enabled: false },
      report_stats: false,
    });
  });

  it("encrypts every room and lets people find only whom they share a room with", () => {
    expect(main()).toMatchObject({
      encryption_enabled_by_default_for_room_type: "all",
      user_directory: { search_all_users: false },
      limit_profile_requests_to_users_who_share_rooms: true,
      require_auth_for_profile_requests: true,
      enable_set_displayname: false,
    });
  });

  it("opens the client API and the OpenID check and no federation listener", () => {
    expect(main()["listeners"]).toEqual([
      expect.objectContaining({
        port: 8008,
        tls: false,
        resources: [{ names: ["client", "openid"], compress: true }],
      }),
    ]);
  });

  it("hands room making to the policy module and asks for encrypted appservice transactions", () => {
    expect(main()).toMatchObject({
      modules: [
        { module: "tsunagi_policy.TsunagiPolicy", config: { bot_prefix: "_tsunagi_", operator: "tsunagi-operator" } },
      ],
      experimental_features: {
        msc2409_to_device_messages_enabled: true,
        msc3202_transaction_extensions: true,
        msc4222_enabled: true,
      },
      app_service_config_files: ["/homeserver/registration.yaml"],
    });
  });

  it("pushes without content, and to the hub only", () => {
    expect(main()).toMatchObject({
      push: { include_content: false },
      ip_range_whitelist: ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"],
    });
    const appservice = { ...exampleSettings().appservice, url: "http://127.0.0.1:8009" };
    expect(main(exampleSettings({ appservice }))["ip_range_whitelist"]).toEqual(["127.0.0.1/32"]);
  });

  it("keeps messages and media unless days are given, and then deletes both by them", () => {
    expect(main()).not.toHaveProperty("retention");
    expect(main()).not.toHaveProperty("media_retention");
    expect(main(exampleSettings({ retention: { messageDays: 1825, localMediaDays: 365 } }))).toMatchObject({
      retention: { enabled: true, default_policy: { min_lifetime: "1d", max_lifetime: "1825d" } },
      media_retention: { local_media_lifetime: "365d", remote_media_lifetime: "365d" },
    });
  });

  it("takes limits, password length and federation from the settings", () => {
    const config = main(
      exampleSettings({
        federationWhitelist: ["neighbour.example"],
        passwords: { minimumLength: 20 },
        limits: { uploadMegabytes: 7, scheduledDays: 9, loginFailed: { perSecond: 0.5, burst: 3 } },
      }),
    );
    expect(config).toMatchObject({
      federation_domain_whitelist: ["neighbour.example"],
      password_config: { policy: { enabled: true, minimum_length: 20 } },
      max_upload_size: "7M",
      max_event_delay_duration: "9d",
      rc_login: { failed_attempts: { per_second: 0.5, burst_count: 3 } },
    });
  });
});

describe("the layout", () => {
  it("is one process without Redis by default", () => {
    expect(Object.keys(render()).sort()).toEqual(["homeserver.yaml", "log.yaml", "registration.yaml", "signing.key"]);
    expect(main()).not.toHaveProperty("redis");
    expect(main()).not.toHaveProperty("instance_map");
  });

  it("with workers has a replication listener, Redis and a worker that serves clients", () => {
    const files = render(workerSettings());
    const config = parse(files["homeserver.yaml"]);
    expect(config["listeners"]).toContainEqual(
      expect.objectContaining({ port: 9093, resources: [{ names: ["replication"] }] }),
    );
    expect(config).toMatchObject({
      redis: { enabled: true, host: "redis", port: 6379, password: "redis-secret" },
      instance_map: { main: { host: "synapse", port: 9093 } },
    });
    expect(parse(files["worker.yaml"])).toMatchObject({
      worker_app: "synapse.app.generic_worker",
      worker_name: "generic1",
      worker_listeners: [{ port: 8083, x_forwarded: true, resources: [{ names: ["client"] }] }],
      worker_log_config: "/homeserver/log-worker.yaml",
    });
  });

  it("gives every process a log of its own and puts every file into the data folder", () => {
    const files = render(workerSettings());
    const logOf = (name: string) =>
      (parse(files[name])["handlers"] as Record<string, Record<string, unknown>>)["file"]?.["filename"];
    expect(logOf("log.yaml")).toBe("/homeserver/homeserver.log");
    expect(logOf("log-worker.yaml")).toBe("/homeserver/worker.log");
    expect(parse(files["homeserver.yaml"])).toMatchObject({
      signing_key_path: "/homeserver/signing.key",
      media_store_path: "/homeserver/media",
    });
  });

  it("keeps secrets out of the files that need none", () => {
    const files = render(workerSettings());
    for (const name of ["worker.yaml", "log.yaml", "log-worker.yaml"]) expect(files[name]).not.toMatch(/secret|token/);
  });
});
