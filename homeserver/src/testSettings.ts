import type { HomeserverSettingsInput } from "./settings.ts";

/** A whole set of settings for tests, with what a test changes. */
export const exampleSettings = (changes: Partial<HomeserverSettingsInput> = {}): HomeserverSettingsInput => ({
  serverName: "care.example",
  publicBaseUrl: "https://tsunagi.example/",
  dataDir: "/homeserver",
  modulesDir: "/modules",
  listener: { host: "0.0.0.0", port: 8008 },
  database: { host: "postgres", port: 5432, user: "synapse", password: "database-secret", name: "synapse" },
  secrets: {
    registrationSharedSecret: "registration-secret",
    macaroonSecretKey: "macaroon-secret-key",
    formSecret: "form-secret-of-tests",
    signingKey: "ed25519 a_test AAAA",
  },
  appservice: {
    id: "tsunagi",
    url: "http://hub:8009",
    asToken: "appservice-token-of-tests",
    hsToken: "homeserver-token-of-tests",
    senderLocalpart: "_tsunagi",
    botPrefix: "_tsunagi_",
    operatorLocalpart: "tsunagi-operator",
  },
  ...changes,
});

/** The same with a worker and Redis. */
export const workerSettings = (): HomeserverSettingsInput =>
  exampleSettings({
    layout: "workers",
    worker: {
      name: "generic1",
      host: "0.0.0.0",
      port: 8083,
      mainReplicationHost: "synapse",
      mainReplicationPort: 9093,
    },
    redis: { host: "redis", port: 6379, password: "redis-secret" },
  });
