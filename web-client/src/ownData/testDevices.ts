import type { LocalCopy } from "./collection.ts";
import type { OwnDevicesPort } from "./keyKeeper.ts";
import type { AccountDataPort } from "./sharedCopy.ts";

/** A store in memory. */
export function memoryCopy(): LocalCopy & { readonly all: Map<string, unknown> } {
  const all = new Map<string, unknown>();
  return {
    all,
    read: async (name) => all.get(name),
    write: async (name, value) => {
      all.set(name, structuredClone(value));
    },
  };
}

type Listener = (message: unknown, deviceId: string) => void;

/** One person's devices and the homeserver between them. */
export class TestAccount {
  readonly data = new Map<string, unknown>();
  readonly #devices = new Map<string, Set<Listener>>();
  readonly #watchers = new Set<() => void>();
  readonly #dataListeners = new Set<() => void>();

  readonly account: AccountDataPort = {
    read: async (name) => this.data.get(name),
    write: async (name, content) => {
      this.data.set(name, structuredClone(content));
      for (const listener of this.#dataListeners) listener();
    },
    onChange: (_name, listener) => {
      this.#dataListeners.add(listener);
      return () => this.#dataListeners.delete(listener);
    },
  };

  device(deviceId: string): OwnDevicesPort {
    const listeners = new Set<Listener>();
    this.#devices.set(deviceId, listeners);
    for (const watcher of this.#watchers) watcher();
    return {
      others: async () => [...this.#devices.keys()].filter((id) => id !== deviceId),
      tell: async (ids, message) => {
        for (const id of ids) for (const listener of this.#devices.get(id) ?? []) listener(message, deviceId);
      },
      onTold: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      onDevices: (listener) => {
        this.#watchers.add(listener);
        return () => this.#watchers.delete(listener);
      },
    };
  }

  remove(deviceId: string): void {
    this.#devices.delete(deviceId);
    for (const watcher of this.#watchers) watcher();
  }
}
