import { deviceProofText, type Session } from "@tsunagi/contracts/rest/session";
import * as sdk from "matrix-js-sdk";
import { OnlySignedDevicesIsolationMode } from "matrix-js-sdk/lib/crypto-api/index.js";
import { HubApi } from "./hubApi.ts";
import { silenceSdk } from "./quietSdk.ts";
import { until } from "./until.ts";

interface SigningMachine {
  sign(text: string): Promise<{ asJSON(): string }>;
}

export interface SignInOptions {
  /** As our web client does: keys only to devices their owner has signed. */
  readonly strict?: boolean;
  /** Where Matrix requests go instead of through the hub's gateway. */
  readonly matrixUrl?: string;
}

const silence = () => undefined;
type SdkLogger = NonNullable<Parameters<typeof sdk.createClient>[0]["logger"]>;
const quiet = {
  trace: silence,
  debug: silence,
  info: silence,
  warn: silence,
  error: silence,
  getChild: (): SdkLogger => quiet,
} as unknown as SdkLogger;

silenceSdk();

/** A professional with one device: a Matrix client in Node and a session at the hub. */
export class Person {
  readonly client: sdk.MatrixClient;
  readonly hub: HubApi;
  readonly loginName: string;
  readonly deviceId: string;
  readonly userId: string;
  #password: string;

  private constructor(client: sdk.MatrixClient, hub: HubApi, loginName: string, password: string) {
    this.client = client;
    this.hub = hub;
    this.loginName = loginName;
    this.#password = password;
    this.userId = client.getSafeUserId();
    this.deviceId = client.getDeviceId() ?? "";
  }

  /** Password sign-in through the hub's gateway, encryption in memory, first sync done. */
  static async signIn(
    publicUrl: string,
    loginName: string,
    password: string,
    options: SignInOptions = {},
  ): Promise<Person> {
    const matrixUrl = options.matrixUrl ?? publicUrl;
    const login = await fetch(`${matrixUrl}/_matrix/client/v3/login`, {
      method: "POST",
      body: JSON.stringify({ type: "m.login.password", identifier: { type: "m.id.user", user: loginName }, password }),
    });
    const account = (await login.json()) as {
      user_id: string;
      device_id: string;
      access_token: string;
      error?: string;
    };
    if (!login.ok) throw new Error(`sign-in refused: ${account.error}`);
    const client = sdk.createClient({
      baseUrl: matrixUrl,
      userId: account.user_id,
      deviceId: account.device_id,
      accessToken: account.access_token,
      logger: quiet,
    });
    await client.initRustCrypto({ useIndexedDB: false });
    if (options.strict !== false) client.getCrypto()?.setDeviceIsolationMode(new OnlySignedDevicesIsolationMode());
    await client.startClient({ initialSyncLimit: 50, pendingEventOrdering: sdk.PendingEventOrdering.Detached });
    await until(
      "first sync",
      () => client.getSyncState() === sdk.SyncState.Prepared || client.getSyncState() === sdk.SyncState.Syncing,
    );
    return new Person(client, new HubApi(publicUrl), loginName, password);
  }

  get crypto(): NonNullable<ReturnType<sdk.MatrixClient["getCrypto"]>> {
    const crypto = this.client.getCrypto();
    if (!crypto) throw new Error("no encryption");
    return crypto;
  }

  /** Everything from the first sign-in to a whole session: password, identity, enrolment. */
  async settle(newPassword?: string): Promise<Session> {
    let session = await this.openSession();
    if (session.step === "changePassword") {
      await this.changePassword(newPassword ?? `${this.#password}-changed1`);
      session = await this.readSession();
    }
    if (session.step === "enrol") session = await this.enrol();
    if (session.step === "ready") this.joinInvitations();
    return session;
  }

  async openSession(): Promise<Session> {
    await until("device keys uploaded", async () => {
      const { device_keys: keys } = await this.client.downloadKeysForUsers([this.userId]);
      return keys[this.userId]?.[this.deviceId];
    });
    const { access_token: openIdToken } = await this.client.getOpenIdToken();
    const text = deviceProofText(openIdToken, this.userId, this.deviceId);
    const machine = (this.crypto as unknown as { olmMachine: SigningMachine }).olmMachine;
    const signatures = JSON.parse((await machine.sign(text)).asJSON()) as Record<string, Record<string, string>>;
    const signature = signatures[this.userId]?.[`ed25519:${this.deviceId}`] ?? "";
    const session = await this.hub.call("openSession", {
      body: { openIdToken, deviceId: this.deviceId, signature } as never,
    });
    this.hub.csrfToken = session.csrfToken;
    return session;
  }

  async readSession(): Promise<Session> {
    return this.hub.call("readSession");
  }

  async changePassword(next: string): Promise<void> {
    const auth = {
      type: "m.login.password",
      identifier: { type: "m.id.user", user: this.userId },
      password: this.#password,
    };
    await this.client.setPassword(auth as never, next, false);
    this.#password = next;
  }

  get password(): string {
    return this.#password;
  }

  /** Makes (or replaces) the cross-signing identity, by password. */
  async makeIdentity(): Promise<void> {
    await this.crypto.bootstrapCrossSigning({
      setupNewCrossSigning: true,
      authUploadDeviceSigningKeys: async (request) => {
        const auth = {
          type: "m.login.password",
          identifier: { type: "m.id.user", user: this.userId },
          password: this.#password,
        };
        try {
          return await request(null as never);
        } catch (error) {
          const session = (error as sdk.MatrixError).data?.["session"] as string | undefined;
          if (!session) throw error;
          return request({ ...auth, session } as never);
        }
      },
    });
  }

  async enrol(): Promise<Session> {
    await this.makeIdentity();
    const masterKey = await this.crypto.getCrossSigningKeyId();
    return this.hub.call("enrolIdentity", { body: { masterKey: masterKey ?? "" } });
  }

  /**
   * Takes every invitation that is there, and those that come. After a whole sync only: the SDK learns who invited
   * from the member event, and without the inviter it does not look for the history (MSC4268).
   */
  joinInvitations(): void {
    const joining = new Set<string>();
    const joinAll = () => {
      for (const room of this.client.getRooms()) {
        const invited = room.getMember(this.userId)?.membership === "invite";
        if (!invited) joining.delete(room.roomId);
        if (!invited || joining.has(room.roomId)) continue;
        joining.add(room.roomId);
        this.client.joinRoom(room.roomId).catch(() => joining.delete(room.roomId)); // the next sync tries again
      }
    };
    this.client.on(sdk.ClientEvent.Sync, joinAll);
    joinAll();
  }

  /** As our web client does on a new device: wait for the keeper's key bundle in every room one is in. */
  async expectHistory(keeper: string): Promise<void> {
    const crypto = this.crypto as unknown as {
      markRoomAsPendingKeyBundle(roomId: string, inviter: string): Promise<void>;
      maybeAcceptKeyBundle(roomId: string, inviter: string): Promise<boolean>;
    };
    for (const room of this.client.getRooms()) {
      if (room.getMyMembership() !== "join") continue;
      await crypto.markRoomAsPendingKeyBundle(room.roomId, keeper);
      await crypto.maybeAcceptKeyBundle(room.roomId, keeper);
    }
  }

  async joined(roomId: string): Promise<sdk.Room> {
    return until(`${this.loginName} joins`, () => {
      const room = this.client.getRoom(roomId);
      return room?.getMyMembership() === "join" ? room : undefined;
    });
  }

  async say(roomId: string, body: string, extra: Record<string, unknown> = {}): Promise<string> {
    const { event_id: eventId } = await this.client.sendMessage(roomId, {
      msgtype: sdk.MsgType.Text,
      body,
      ...extra,
    } as never);
    return eventId;
  }

  /** Bodies of the messages of a room, oldest first; `null` for what cannot be read. */
  async bodies(roomId: string): Promise<(string | null)[]> {
    return (await this.timeline(roomId))
      .filter((event) => event.getWireType() === "m.room.encrypted" || event.getType() === "m.room.message")
      .map((event) =>
        event.isDecryptionFailure() || event.getType() !== "m.room.message"
          ? null
          : (event.getContent()["body"] as string),
      );
  }

  /** All events of a room, from its beginning. */
  async timeline(roomId: string): Promise<sdk.MatrixEvent[]> {
    const room = this.client.getRoom(roomId);
    if (!room) return [];
    await this.client.scrollback(room, 200);
    const events = room.getLiveTimeline().getEvents();
    await Promise.all(events.map((event) => event.getDecryptionPromise()));
    return events;
  }

  /** Waits until a message whose body holds `text` can be read. */
  async reads(roomId: string, text: string): Promise<sdk.MatrixEvent> {
    return until(`${this.loginName} reads "${text}"`, async () => {
      const events = await this.timeline(roomId);
      return events.find(
        (event) => !event.isDecryptionFailure() && String(event.getContent()["body"] ?? "").includes(text),
      );
    });
  }

  /** From now on keys to this account's devices are lost on their way; others get theirs. */
  async loseKeysFor(userId: string): Promise<void> {
    for (const room of this.client.getRooms()) await this.crypto.forceDiscardSession(room.roomId);
    const http = this.client.http as unknown as { authedRequest(...request: unknown[]): Promise<unknown> };
    const send = http.authedRequest.bind(http);
    http.authedRequest = async (...[method, path, query, body, ...more]) => {
      if (!String(path).includes("/sendToDevice/m.room.encrypted/")) return send(method, path, query, body, ...more);
      const { messages } = JSON.parse(String(body)) as { messages: Record<string, unknown> };
      const { [userId]: _lost, ...others } = messages;
      return send(method, path, query, JSON.stringify({ messages: others }), ...more);
    };
  }

  /**
   * Sends messages without their keys until released: the homeserver is told nothing of the to-device messages, the
   * client believes they went.
   */
  async withholdKeys(): Promise<{ release(): Promise<void> }> {
    for (const room of this.client.getRooms()) await this.crypto.forceDiscardSession(room.roomId);
    const http = this.client.http as unknown as { authedRequest(...request: unknown[]): Promise<unknown> };
    const send = http.authedRequest.bind(http);
    const held: unknown[][] = [];
    http.authedRequest = async (...request) => {
      if (!String(request[1]).includes("/sendToDevice/m.room.encrypted/")) return send(...request);
      held.push(request);
      return "{}"; // as the crypto machine reads it: raw text
    };
    return {
      release: async () => {
        http.authedRequest = send;
        for (const request of held) await send(...request);
      },
    };
  }

  async signOut(): Promise<void> {
    this.client.stopClient();
    await this.client.logout(true);
  }

  stop(): void {
    this.client.stopClient();
  }
}
