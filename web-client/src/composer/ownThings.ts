import { Collection, type LocalCopy } from "../ownData/collection.ts";
import { KeyKeeper, type OwnDevicesPort } from "../ownData/keyKeeper.ts";
import { type AccountDataPort, SealedCopy } from "../ownData/sharedCopy.ts";
import { type Draft, draft } from "./draft.ts";

export interface OwnThingsInputs {
  readonly own: AccountDataPort & OwnDevicesPort;
  readonly deviceId: string;
  /** What this device keeps, sealed. */
  readonly sealed: LocalCopy;
}

const KEPT = "own.";

/** What only its owner has, on all of their devices: drafts. */
export class OwnThings {
  readonly drafts: Collection<Draft>;
  readonly #keys: KeyKeeper;

  constructor({ own, deviceId, sealed }: OwnThingsInputs) {
    const local: LocalCopy = {
      read: (name) => sealed.read(`${KEPT}${name}`),
      write: (name, value) => sealed.write(`${KEPT}${name}`, value),
    };
    this.#keys = new KeyKeeper({ devices: own, local });
    const shared = new SealedCopy(own, this.#keys);
    this.drafts = new Collection({ name: "drafts", schema: draft, deviceId, local, shared });
  }

  start(): void {
    for (const part of [this.#keys, this.drafts]) part.start();
  }

  dispose(): void {
    for (const part of [this.#keys, this.drafts]) part.dispose();
  }
}
