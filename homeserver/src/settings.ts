import { z } from "zod";

const port = z.number().int().min(1).max(65535);
const seconds = z.number().positive();
const perSecond = z.object({ perSecond: seconds, burst: z.number().int().positive() });

/**
 * Everything Tsunagi decides about its homeserver, in one typed place. `renderHomeserver` turns it into Synapse's
 * files; nothing else writes Synapse configuration.
 */
export const homeserverSettings = z.object({
  /** Right-hand side of every Matrix id. It can never change once people have signed in. */
  serverName: z.string().regex(/^[a-z0-9.-]+(:\d+)?$/),
  /** The one origin people open; clients learn it from /.well-known/matrix/client. */
  publicBaseUrl: z.url(),
  /** `single` = one process (embedded); `workers` = main + generic worker over Redis (compose). */
  layout: z.enum(["single", "workers"]).default("single"),
  /** Folder Synapse sees its files in: configuration, media, logs. Absolute. */
  dataDir: z.string(),
  /** Folder of the Python policy module, as Synapse sees it. Absolute. */
  modulesDir: z.string(),
  listener: z.object({ host: z.string(), port }),
  worker: z
    .object({ name: z.string(), host: z.string(), port, mainReplicationHost: z.string(), mainReplicationPort: port })
    .optional(),
  redis: z.object({ host: z.string(), port, password: z.string().optional() }).optional(),
  database: z.object({
    host: z.string(),
    port,
    user: z.string(),
    password: z.string(),
    name: z.string(),
    poolMin: z.number().int().positive().default(2),
    poolMax: z.number().int().positive().default(10),
  }),
  secrets: z.object({
    registrationSharedSecret: z.string().min(16),
    macaroonSecretKey: z.string().min(16),
    formSecret: z.string().min(16),
    /** Content of Synapse's signing key file: `ed25519 a_xxxx base64`. */
    signingKey: z.string().startsWith("ed25519 "),
  }),
  appservice: z.object({
    id: z.string(),
    /** Where Synapse pushes transactions; reachable from Synapse only. */
    url: z.url(),
    asToken: z.string().min(16),
    hsToken: z.string().min(16),
    senderLocalpart: z.string(),
    /** Every bot's localpart starts with this; nobody else may register it. */
    botPrefix: z.string(),
    /** Server administrator's localpart, spoken for by the hub; not exclusive, so that Synapse can make it an admin. */
    operatorLocalpart: z.string(),
  }),
  /** Registration files of further appservices, as Synapse sees them. */
  furtherAppservices: z.array(z.string()).default([]),
  /** Domains the server may federate with. Empty = closed network (R15: nothing can be addressed outside). */
  federationWhitelist: z.array(z.string()).default([]),
  limits: z
    .object({
      uploadMegabytes: z.number().int().positive().default(50),
      /** How far ahead a message may be scheduled. */
      scheduledDays: z.number().int().positive().default(31),
      message: perSecond.default({ perSecond: 10, burst: 60 }),
      loginPerAddress: perSecond.default({ perSecond: 5, burst: 60 }),
      loginPerAccount: perSecond.default({ perSecond: 0.2, burst: 10 }),
      loginFailed: perSecond.default({ perSecond: 0.1, burst: 8 }),
      /** Somebody new joins as many rooms as they are in teams, at once. */
      joins: perSecond.default({ perSecond: 5, burst: 200 }),
      /** Tries of people; none succeeds, and the hub's own invitations are not limited. */
      invites: perSecond.default({ perSecond: 0.3, burst: 10 }),
    })
    .prefault({}),
  retention: z
    .object({
      /** Days after which uploaded media nobody opened are deleted; null keeps them. */
      localMediaDays: z.number().int().positive().nullable().default(null),
      /** Days after which messages may be purged from the server; null keeps them. Records live in the hub, not here. */
      messageDays: z.number().int().positive().nullable().default(null),
    })
    .prefault({}),
  passwords: z.object({ minimumLength: z.number().int().min(8).default(13) }).prefault({}),
  logLevel: z.enum(["DEBUG", "INFO", "WARNING", "ERROR"]).default("WARNING"),
});

export type HomeserverSettings = z.infer<typeof homeserverSettings>;
export type HomeserverSettingsInput = z.input<typeof homeserverSettings>;
