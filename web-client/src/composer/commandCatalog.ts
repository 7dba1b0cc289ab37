import type { CommandDescription } from "@tsunagi/contracts/rest/commands";
import { ViewModel } from "../kit/viewModel.ts";

export interface CatalogSnapshot {
  readonly state: "loading" | "ready" | "failed";
  readonly commands: readonly CommandDescription[];
}

export interface CatalogInputs {
  readonly listCommands: (signal: AbortSignal) => Promise<readonly CommandDescription[]>;
}

/** The slash commands there are: asked for once, and again by whoever needs them after a failure. */
export class CommandCatalog extends ViewModel<CatalogSnapshot> {
  readonly #inputs: CatalogInputs;
  #loading: Promise<void> | undefined;

  constructor(inputs: CatalogInputs) {
    super({ state: "loading", commands: [] });
    this.#inputs = inputs;
  }

  protected override onStart(): void {
    void this.load();
  }

  readonly find = (name: string): CommandDescription | undefined =>
    this.getSnapshot().commands.find((command) => command.name === name);

  /** Resolves once it is known which there are, or that they cannot be had now. */
  readonly load = (): Promise<void> => {
    if (this.getSnapshot().state === "ready") return Promise.resolve();
    this.#loading ??= this.#load().finally(() => {
      this.#loading = undefined;
    });
    return this.#loading;
  };

  async #load(): Promise<void> {
    const { signal } = this;
    try {
      const commands = await this.#inputs.listCommands(signal);
      if (!signal.aborted) this.replace({ state: "ready", commands });
    } catch {
      if (!signal.aborted) this.update({ state: "failed" });
    }
  }
}
