import type { CardAction } from "@tsunagi/contracts/events";
import type { CommandDescription } from "@tsunagi/contracts/rest/commands";
import type { Language } from "@tsunagi/contracts/text";
import { ViewModel } from "../kit/viewModel.ts";
import type { Content, TimelineEvent } from "../matrix/models.ts";
import type { CatalogSnapshot } from "./commandCatalog.ts";
import { type FormRequest, fieldsOf } from "./commandForm.model.ts";
import { commandContent, type FormValues } from "./commandForm.ts";

export interface CommandActsInputs {
  readonly roomId: string;
  readonly sender: { send(roomId: string, content: Content): unknown };
  readonly catalog: {
    getSnapshot(): CatalogSnapshot;
    subscribe(listener: () => void): () => void;
    load(): Promise<void>;
  };
  readonly language: () => Language;
}

/** Commands of a room with their forms: from the list, a card's button, a message's menu. */
export abstract class CommandActs<Snapshot extends { readonly form: FormRequest | null }> extends ViewModel<Snapshot> {
  readonly #inputs: CommandActsInputs;

  constructor(initial: Snapshot, inputs: CommandActsInputs) {
    super(initial);
    this.#inputs = inputs;
  }

  /** What was written before goes first. */
  protected abstract beforeSending(): void;

  /** Opens the form of a command, or sends it when there is nothing to ask. */
  readonly open = (request: FormRequest): void => {
    if (fieldsOf(request).length === 0 && !request.warning) this.sendCommand(request.command, request.known);
    else this.#show(request);
  };

  readonly closeForm = (): void => this.#show(null);

  readonly sendCommand = (command: CommandDescription, values: FormValues): void => {
    this.beforeSending();
    this.#inputs.sender.send(this.#inputs.roomId, commandContent(command, values, this.#inputs.language()));
    this.closeForm();
  };

  /**
   * A card's button. Right after the page was opened the commands may still be on their way: they are waited for.
   * @param text what the card shows: a correction begins with it
   * @returns false when the command is not known
   */
  readonly act = async (action: CardAction, text?: string): Promise<boolean> => {
    const command = await this.#find(action.command);
    if (!command) return false;
    const { confirm: warning, style } = action;
    const known = action.arguments;
    const initial = command.name === "correct" && text !== undefined ? { initial: { text } } : {};
    this.open({ command, known, danger: style === "danger", ...initial, ...(warning ? { warning } : {}) });
    return true;
  };

  /** 記録にする: the message becomes a record of the kind that is asked for. */
  readonly makeRecord = async (event: TimelineEvent): Promise<boolean> => {
    const command = await this.#find("note");
    if (!command) return false;
    this.open({ command, known: { message: event.eventId }, only: ["kind"] });
    return true;
  };

  async #find(name: string): Promise<CommandDescription | undefined> {
    await this.#inputs.catalog.load();
    return this.#inputs.catalog.getSnapshot().commands.find((command) => command.name === name);
  }

  #show(form: FormRequest | null): void {
    this.update({ form } as Partial<Snapshot>);
  }
}
