import { Collection, type LocalCopy } from "../ownData/collection.ts";
import { KeyKeeper, type OwnDevicesPort } from "../ownData/keyKeeper.ts";
import { type AccountDataPort, SealedCopy } from "../ownData/sharedCopy.ts";
import { type Draft, draft } from "./draft.ts";
import { type HeldMessage, heldMessage } from "./held.model.ts";
import { type LetterDraft, letterDraft } from "./letterDraft.ts";
import { type ScheduledMessage, scheduledMessage } from "./scheduled.model.ts";
import { type Template, template } from "./templates.ts";

export interface OwnThingsInputs {
  readonly own: AccountDataPort & OwnDevicesPort;
  readonly deviceId: string;
  /** What this device keeps, sealed. */
  readonly sealed: LocalCopy;
}

const KEPT = "own.";

/** What only its owner has, on all of their devices: drafts, templates, messages to be sent later. */
export class OwnThings {
  readonly drafts: Collection<Draft>;
  readonly letters: Collection<LetterDraft>;
  readonly templates: Collection<Template>;
  readonly scheduled: Collection<ScheduledMessage>;
  /** On this device only. */
  readonly held: Collection<HeldMessage>;
  readonly #keys: KeyKeeper;

  constructor({ own, deviceId, sealed }: OwnThingsInputs) {
    const local: LocalCopy = {
      read: (name) => sealed.read(`${KEPT}${name}`),
      write: (name, value) => sealed.write(`${KEPT}${name}`, value),
    };
    this.#keys = new KeyKeeper({ devices: own, local });
    const shared = new SealedCopy(own, this.#keys);
    this.drafts = new Collection({ name: "drafts", schema: draft, deviceId, local, shared });
    this.letters = new Collection({ name: "letters", schema: letterDraft, deviceId, local, shared });
    this.templates = new Collection({ name: "templates", schema: template, deviceId, local, shared, pauseMs: 0 });
    this.scheduled = new Collection({
      name: "scheduled",
      schema: scheduledMessage,
      deviceId,
      local,
      shared,
      pauseMs: 0,
    });
    this.held = new Collection({ name: "held", schema: heldMessage, deviceId, local });
  }

  get #parts() {
    return [this.#keys, this.drafts, this.letters, this.templates, this.scheduled, this.held];
  }

  start(): void {
    for (const part of this.#parts) part.start();
  }

  dispose(): void {
    for (const part of this.#parts) part.dispose();
  }
}
