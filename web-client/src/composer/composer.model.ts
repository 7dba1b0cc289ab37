import type { CardAction } from "@tsunagi/contracts/events";
import { ACK_REQUEST_KEY } from "@tsunagi/contracts/events";
import type { CommandDescription } from "@tsunagi/contracts/rest/commands";
import type { Language } from "@tsunagi/contracts/text";
import { until, ViewModel } from "../kit/viewModel.ts";
import type { Content, TimelineEvent } from "../matrix/models.ts";
import type { CatalogSnapshot } from "./commandCatalog.ts";
import { type FormRequest, fieldsOf } from "./commandForm.model.ts";
import { commandContent, type FormValues } from "./commandForm.ts";
import { commandPrefix, complete, offered, usableIn } from "./completion.ts";
import type { Drafts } from "./drafts.ts";

export interface ComposerInputs {
  readonly roomId: string;
  readonly roomKind: string;
  readonly sender: { send(roomId: string, content: Content): void };
  readonly catalog: {
    getSnapshot(): CatalogSnapshot;
    subscribe(listener: () => void): () => void;
    load(): Promise<void>;
  };
  readonly uploads: { add(roomId: string, files: readonly File[], replyTo: string | null): void };
  readonly drafts: Drafts;
  readonly language: () => Language;
}

export interface ComposerSnapshot {
  readonly text: string;
  readonly replyTo: TimelineEvent | null;
  /** Everybody is asked to confirm this message. */
  readonly askAck: boolean;
  /** Commands that fit what is being typed; empty = the list is closed. */
  readonly suggestions: readonly CommandDescription[];
  readonly selected: number;
  /** A command is being typed, but the commands could not be loaded. */
  readonly commandsFailed: boolean;
  readonly form: FormRequest | null;
}

/** Writing into one room: words, answers, commands, files. */
export class ComposerModel extends ViewModel<ComposerSnapshot> {
  readonly #inputs: ComposerInputs;
  #closedFor: string | null = null;

  constructor(inputs: ComposerInputs) {
    const draft = inputs.drafts.of(inputs.roomId);
    super({ ...draft, replyTo: null, suggestions: [], selected: 0, commandsFailed: false, form: null });
    this.#inputs = inputs;
  }

  protected override onStart(signal: AbortSignal): void {
    until(signal, this.#inputs.catalog.subscribe(this.#suggest));
  }

  readonly type = (text: string): void => {
    this.update({ text });
    if (text !== this.#closedFor) this.#closedFor = null;
    if (commandPrefix(text) !== null) void this.#inputs.catalog.load();
    this.#keepDraft();
    this.#suggest();
  };

  readonly setAskAck = (askAck: boolean): void => {
    this.update({ askAck });
    this.#keepDraft();
  };

  readonly reply = (replyTo: TimelineEvent | null): void => this.update({ replyTo });

  /** Sends what is written. @returns true when there was something to send */
  readonly send = (): boolean => {
    const { text, replyTo, askAck } = this.getSnapshot();
    const body = text.trim();
    if (body === "") return false;
    this.#inputs.sender.send(this.#inputs.roomId, {
      msgtype: "m.text",
      body,
      ...(askAck ? { [ACK_REQUEST_KEY]: true } : {}),
      ...(replyTo ? { "m.relates_to": { "m.in_reply_to": { event_id: replyTo.eventId } } } : {}),
    });
    this.#clear();
    return true;
  };

  readonly attach = (files: readonly File[]): void => {
    if (files.length === 0) return;
    const { replyTo } = this.getSnapshot();
    this.#inputs.uploads.add(this.#inputs.roomId, files, replyTo?.eventId ?? null);
    this.update({ replyTo: null });
  };

  readonly move = (step: 1 | -1): void => {
    const { suggestions, selected } = this.getSnapshot();
    const count = suggestions.length;
    if (count > 0) this.update({ selected: (selected + step + count) % count });
  };

  readonly closeSuggestions = (): void => {
    this.#closedFor = this.getSnapshot().text;
    this.#suggest();
  };

  /** Takes a command from the list: with arguments its form opens, without it goes out. */
  readonly choose = (command = this.getSnapshot().suggestions[this.getSnapshot().selected]): void => {
    if (!command) return;
    this.#clear();
    this.open({ command, known: {} });
  };

  /** Opens the form of a command, or sends it when there is nothing to ask. */
  readonly open = (request: FormRequest): void => {
    if (fieldsOf(request).length === 0 && !request.warning) this.sendCommand(request.command, request.known);
    else this.update({ form: request });
  };

  readonly closeForm = (): void => this.update({ form: null });

  readonly sendCommand = (command: CommandDescription, values: FormValues): void => {
    this.#inputs.sender.send(this.#inputs.roomId, commandContent(command, values, this.#inputs.language()));
    this.closeForm();
  };

  /**
   * A card's button.
   * @param text what the card shows: a correction begins with it
   * @returns false when the command is not known (yet)
   */
  readonly act = (action: CardAction, text?: string): boolean => {
    const command = this.#find(action.command);
    if (!command) return false;
    const { confirm: warning, style } = action;
    const known = action.arguments;
    const initial = command.name === "correct" && text !== undefined ? { initial: { text } } : {};
    this.open({ command, known, danger: style === "danger", ...initial, ...(warning ? { warning } : {}) });
    return true;
  };

  /** 記録にする: the message becomes a record of the kind that is asked for. */
  readonly makeRecord = (event: TimelineEvent): boolean => {
    const command = this.#find("note");
    if (!command) return false;
    this.open({ command, known: { message: event.eventId }, only: ["kind"] });
    return true;
  };

  #find(name: string): CommandDescription | undefined {
    void this.#inputs.catalog.load();
    return this.#inputs.catalog.getSnapshot().commands.find((command) => command.name === name);
  }

  #clear(): void {
    this.update({ text: "", replyTo: null, askAck: false, suggestions: [], selected: 0 });
    this.#keepDraft();
  }

  #keepDraft(): void {
    const { text, askAck } = this.getSnapshot();
    this.#inputs.drafts.keep(this.#inputs.roomId, { text, askAck });
  }

  readonly #suggest = (): void => {
    const { text, suggestions } = this.getSnapshot();
    const prefix = this.#closedFor === text ? null : commandPrefix(text);
    const { commands, state } = this.#inputs.catalog.getSnapshot();
    const commandsFailed = prefix !== null && state === "failed";
    if (commandsFailed !== this.getSnapshot().commandsFailed) this.update({ commandsFailed });
    const found = prefix === null ? [] : complete(offered(usableIn(commands, this.#inputs.roomKind)), prefix);
    const same = found.length === suggestions.length && found.every((command, i) => command === suggestions[i]);
    if (!same) this.update({ suggestions: found, selected: 0 });
  };
}
