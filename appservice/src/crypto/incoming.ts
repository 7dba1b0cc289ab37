import { DeviceLists, type OlmMachine, UserId, UTDToDeviceEvent } from "@matrix-org/matrix-sdk-crypto-wasm";
import type { MatrixEvent } from "../matrix/events.ts";
import type { BotIdentity } from "./requestSender.ts";
import { Serial } from "./serial.ts";

type ToDeviceEvent = Record<string, unknown>;
type PerDevice<T> = Record<string, Record<string, T> | undefined>;

/** What Synapse pushes (appservice API; encryption parts of MSC2409 and MSC3202 have no stable names yet). */
export interface Transaction {
  readonly events?: readonly MatrixEvent[];
  readonly ephemeral?: readonly Record<string, unknown>[];
  readonly "de.sorunome.msc2409.to_device"?: readonly ToDeviceEvent[];
  readonly "org.matrix.msc3202.device_lists"?: { changed?: string[]; left?: string[] };
  readonly "org.matrix.msc3202.device_one_time_keys_count"?: PerDevice<Record<string, number>>;
  readonly "org.matrix.msc3202.device_unused_fallback_key_types"?: PerDevice<string[]>;
}

export interface CryptoChanges {
  readonly toDevice: readonly ToDeviceEvent[];
  readonly deviceLists: { changed?: string[]; left?: string[] };
  /** Absent = unknown, the machine keeps what it knows; an empty object = none left. */
  readonly keyCounts?: Record<string, number> | undefined;
  readonly fallbackKeys?: string[] | undefined;
}

/** Feeds the machine, one piece after another. What has been fed is on disk when the promise resolves. */
export class Incoming {
  readonly #machine: OlmMachine;
  readonly #me: BotIdentity;
  readonly #onDeviceChange: () => void;
  readonly #onUndecryptable: (sender: string) => void;
  readonly serial = new Serial();
  #lastKeys = "";

  constructor(
    machine: OlmMachine,
    me: BotIdentity,
    hooks: { onDeviceChange: () => void; onUndecryptable: (sender: string) => void },
  ) {
    this.#machine = machine;
    this.#me = me;
    this.#onDeviceChange = hooks.onDeviceChange;
    this.#onUndecryptable = hooks.onUndecryptable;
  }

  /** The encryption half of a transaction. Answer 200 only after this. */
  receive(transaction: Transaction): Promise<void> {
    const { userId, deviceId } = this.#me;
    const toDevice = (transaction["de.sorunome.msc2409.to_device"] ?? [])
      .filter((event) => event["to_user_id"] === userId && event["to_device_id"] === deviceId)
      .map(({ to_user_id: _, to_device_id: __, ...event }) => event);
    return this.feed({
      toDevice,
      deviceLists: transaction["org.matrix.msc3202.device_lists"] ?? {},
      keyCounts: transaction["org.matrix.msc3202.device_one_time_keys_count"]?.[userId]?.[deviceId],
      fallbackKeys: transaction["org.matrix.msc3202.device_unused_fallback_key_types"]?.[userId]?.[deviceId],
    });
  }

  feed(changes: CryptoChanges): Promise<void> {
    return this.serial.run(() => this.feedNow(changes));
  }

  /** For callers that hold `serial` themselves. */
  async feedNow({ toDevice, deviceLists, keyCounts, fallbackKeys }: CryptoChanges): Promise<void> {
    const { changed = [], left = [] } = deviceLists;
    if (changed.length || left.length) this.#onDeviceChange();
    if (!toDevice.length && !changed.length && !left.length && !this.#keysChanged(keyCounts, fallbackKeys)) return;
    const lists = new DeviceLists(
      changed.map((id) => new UserId(id)),
      left.map((id) => new UserId(id)),
    );
    const counts = new Map(Object.entries(keyCounts ? { signed_curve25519: 0, ...keyCounts } : {}));
    const fallback = fallbackKeys ? new Set(fallbackKeys) : undefined;
    const processed = await this.#machine.receiveSyncChangesMsc4186(JSON.stringify(toDevice), lists, counts, fallback);
    for (const event of processed) {
      if (!(event instanceof UTDToDeviceEvent)) continue;
      this.#onUndecryptable((JSON.parse(event.rawEvent) as { sender: string }).sender);
    }
  }

  /** Most transactions repeat the same counts; feeding them would cost a write to disk each. */
  #keysChanged(keyCounts?: Record<string, number>, fallbackKeys?: string[]): boolean {
    if (!keyCounts && !fallbackKeys) return false;
    const keys = JSON.stringify([keyCounts, fallbackKeys]);
    if (keys === this.#lastKeys) return false;
    this.#lastKeys = keys;
    return true;
  }
}
