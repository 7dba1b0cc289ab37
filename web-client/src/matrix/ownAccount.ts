import { PREFIX } from "@tsunagi/contracts/events";
import { ClientEvent, type MatrixClient } from "matrix-js-sdk/lib/client.js";
import { CryptoEvent } from "matrix-js-sdk/lib/crypto-api/index.js";
import type { MatrixEvent } from "matrix-js-sdk/lib/models/event.js";
import type { ReceivedToDeviceMessage } from "matrix-js-sdk/lib/sync-accumulator.js";
import type { OwnDevicesPort } from "../ownData/keyKeeper.ts";
import type { AccountDataPort } from "../ownData/sharedCopy.ts";
import { failing } from "./failures.ts";
import { cryptoOf, ownDevices } from "./identity.ts";

/** Account data under a name of one's own; what stands in it is sealed before it comes here. */
const typeOf = (name: string): string => `${PREFIX}.own.${name}`;
/** Message between one's own devices. */
const TOLD = `${PREFIX}.own_keys`;

type AnyAccountData = Parameters<MatrixClient["setAccountDataRaw"]>;

/** What an account's devices share with one another: account data, and messages that are encrypted from device to device. */
export class OwnAccount implements AccountDataPort, OwnDevicesPort {
  readonly #client: MatrixClient;

  constructor(client: MatrixClient) {
    this.#client = client;
  }

  read(name: string): Promise<unknown> {
    return failing(() => this.#client.getAccountDataFromServer(typeOf(name) as never));
  }

  async write(name: string, content: Readonly<Record<string, unknown>>): Promise<void> {
    const [type, value] = [typeOf(name), content] as unknown as AnyAccountData;
    await failing(() => this.#client.setAccountDataRaw(type, value));
  }

  onChange(name: string, listener: () => void): () => void {
    const onData = (event: MatrixEvent) => {
      if (event.getType() === typeOf(name)) listener();
    };
    this.#client.on(ClientEvent.AccountData, onData);
    return () => this.#client.off(ClientEvent.AccountData, onData);
  }

  async others(): Promise<readonly string[]> {
    const devices = await failing(() => ownDevices(this.#client));
    const here = this.#client.getDeviceId();
    return devices.flatMap(({ deviceId, signed }) => (signed && deviceId !== here ? [deviceId] : []));
  }

  async tell(deviceIds: readonly string[], message: Readonly<Record<string, unknown>>): Promise<void> {
    const userId = this.#client.getSafeUserId();
    const devices = deviceIds.map((deviceId) => ({ userId, deviceId }));
    await failing(async () => {
      const batch = await cryptoOf(this.#client).encryptToDeviceMessages(TOLD, devices, message);
      await this.#client.queueToDevice(batch);
    });
  }

  onTold(listener: (message: unknown, deviceId: string) => void): () => void {
    const onMessage = ({ message, encryptionInfo }: ReceivedToDeviceMessage) => {
      if (message.type !== TOLD || !encryptionInfo) return;
      const { senderDevice, senderCurve25519KeyBase64: key, sender } = encryptionInfo;
      if (sender !== this.#client.getSafeUserId() || !senderDevice) return;
      this.#isOwn(senderDevice, key).then(
        (own) => own && listener(message.content, senderDevice),
        () => undefined, // cannot be told now: it asks again
      );
    };
    this.#client.on(ClientEvent.ReceivedToDeviceMessage, onMessage);
    return () => this.#client.off(ClientEvent.ReceivedToDeviceMessage, onMessage);
  }

  onDevices(listener: () => void): () => void {
    const onDevices = (userIds: readonly string[]) => {
      if (userIds.includes(this.#client.getSafeUserId())) listener();
    };
    this.#client.on(CryptoEvent.DevicesUpdated, onDevices);
    return () => this.#client.off(CryptoEvent.DevicesUpdated, onDevices);
  }

  /** A device of one's own, signed by its owner, and the very one the message was encrypted by. */
  async #isOwn(deviceId: string, curveKey: string): Promise<boolean> {
    const userId = this.#client.getSafeUserId();
    const crypto = cryptoOf(this.#client);
    const device = (await crypto.getUserDeviceInfo([userId])).get(userId)?.get(deviceId);
    if (device?.getIdentityKey() !== curveKey) return false;
    return (await crypto.getDeviceVerificationStatus(userId, deviceId))?.signedByOwner ?? false;
  }
}
