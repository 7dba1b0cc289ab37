import { until } from "../kit/viewModel.ts";
import type { TimelineEvent } from "../matrix/models.ts";
import type { Voice } from "./attachmentContent.ts";
import { blankAfter, blankBefore, putIn, type Span } from "./blanks.ts";
import { CommandActs, type CommandActsInputs } from "./commandActs.ts";
import type { FormRequest } from "./commandForm.model.ts";
import { type LineHint, readLine } from "./commandLine.ts";
import { commandPrefix, usableIn } from "./completion.ts";
import { type Draft, EMPTY_DRAFT, type Mention, sameDraft } from "./draft.ts";
import type { Drafts } from "./drafts.ts";
import { type Mentionable, type MentionChoice, mentionBeginning } from "./mentions.ts";
import { stillMeant } from "./messageContent.ts";
import { type Suggestion, sameSuggestions, suggest } from "./suggestions.ts";

export interface ComposerInputs extends CommandActsInputs {
  readonly roomKind: string;
  readonly uploads: {
    add(roomId: string, files: readonly File[], replyTo: string | null, voice?: Voice | null): void;
  };
  readonly drafts: Drafts;
  /** Messages wait there for some seconds; files and commands do not, and let them go first. */
  readonly held: { post(roomId: string, draft: Draft): void; flush(roomId: string): void };
  /** Who is in the room besides oneself. */
  readonly people: () => readonly Mentionable[];
  /** The word for everybody, without "@", and how it is read. */
  readonly everybody: () => readonly string[];
  /** A message by its id; null when it cannot be had. */
  readonly find: (eventId: string) => Promise<TimelineEvent | null>;
}

export interface ComposerSnapshot extends Omit<Draft, "replyTo"> {
  readonly replyTo: TimelineEvent | null;
  /** What fits what is being typed; empty = the list is closed. */
  readonly suggestions: readonly Suggestion[];
  readonly selected: number;
  /** A command is being typed, but the commands could not be loaded. */
  readonly commandsFailed: boolean;
  /** What is said about a command typed out by hand. */
  readonly line: LineHint | null;
  readonly form: FormRequest | null;
  /** Where the caret goes because the text was changed for the person; a new object each time. */
  readonly caret: Span | null;
  /** How many are told, when sending waits for a yes. */
  readonly asksEverybody: number | null;
}

/** As long as one types, a draft that comes from another device waits. */
const TYPING_MS = 10_000;

/** Writing into one room: words, answers, names, commands, files. */
export class ComposerModel extends CommandActs<ComposerSnapshot> {
  readonly roomId: string;
  readonly #inputs: ComposerInputs;
  #closedFor: string | null = null;
  #caret = 0;
  #replyId: string | null;
  #typedAt = Number.NEGATIVE_INFINITY;

  constructor(inputs: ComposerInputs) {
    const draft = inputs.drafts.of(inputs.roomId);
    const closed = { ...CLOSED, commandsFailed: false, form: null, caret: null, asksEverybody: null };
    super({ ...draft, replyTo: null, ...closed }, inputs);
    this.roomId = inputs.roomId;
    this.#inputs = inputs;
    this.#replyId = draft.replyTo;
  }

  protected override onStart(signal: AbortSignal): void {
    until(signal, this.#inputs.catalog.subscribe(this.#suggest));
    until(signal, this.#inputs.drafts.subscribe(this.#adopt));
    this.#adopt();
    void this.#findReply();
  }

  /** @param caret where the caret stands in the text */
  readonly type = (text: string, caret = text.length): void => {
    this.#typedAt = Date.now();
    this.#caret = caret;
    this.update({ text });
    if (text !== this.#closedFor) this.#closedFor = null;
    if (/^[/／]/.test(text)) void this.#inputs.catalog.load();
    this.#keepDraft();
    this.#suggest();
  };

  readonly setAskAck = (askAck: boolean): void => this.#change({ askAck });
  readonly setUrgent = (urgent: boolean): void => this.#change({ urgent });

  readonly reply = (replyTo: TimelineEvent | null): void => {
    this.#replyId = replyTo?.eventId ?? null;
    const end = this.getSnapshot().text.length;
    this.#change({ replyTo, ...(replyTo ? { caret: { from: end, to: end } } : {}) });
  };

  /** Sends what is written; asks first when everybody is told. @returns true when it went */
  readonly send = (): boolean => {
    const draft = this.#draft();
    if (draft.text.trim() === "") return false;
    const everybody = stillMeant(draft).some((mention) => mention.everybody);
    if (everybody && this.getSnapshot().asksEverybody === null) {
      this.update({ asksEverybody: this.#inputs.people().length });
      return false;
    }
    this.#inputs.held.post(this.#inputs.roomId, draft);
    this.#clear();
    return true;
  };

  protected override beforeSending(): void {
    this.#inputs.held.flush(this.#inputs.roomId);
  }

  /** What is written now: to be sent later. It stays in the field until `written` is told to be done with. */
  readonly written = (): Draft => this.#draft();
  readonly done = (): void => this.#clear();

  /** A message that was taken back, or whose time is to be changed: its words stand before what is written now. */
  readonly restore = (draft: Draft): void => {
    const { text } = this.getSnapshot();
    const whole = text.trim() === "" ? draft.text : `${draft.text}\n${text}`;
    this.#replyId = draft.replyTo;
    this.update({ ...draft, replyTo: null, caret: { from: whole.length, to: whole.length } });
    this.type(whole);
    void this.#findReply();
  };

  /** Puts a template in; its first blank is selected. */
  readonly insert = (body: string): void => {
    const { text, caret } = putIn(this.getSnapshot().text, this.#caret, body);
    this.update({ caret });
    this.type(text, caret.to);
  };

  /** Goes to the next or the previous blank of the text. @returns false when there is none */
  readonly toBlank = (direction: 1 | -1, selection: Span): boolean => {
    const { text } = this.getSnapshot();
    const caret = direction === 1 ? blankAfter(text, selection.to) : blankBefore(text, selection.from);
    if (caret) this.update({ caret });
    return caret !== null;
  };

  /** Where the caret stands; the field tells when it moves. */
  readonly moveCaret = (caret: number): void => {
    this.#caret = caret;
    this.#suggest();
  };

  readonly stopAsking = (): void => this.update({ asksEverybody: null });

  readonly attach = (files: readonly File[], voice: Voice | null = null): void => {
    if (files.length === 0) return;
    this.beforeSending();
    this.#inputs.uploads.add(this.#inputs.roomId, files, this.#replyId, voice);
    this.reply(null);
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

  /** Takes a line of the list: a command's form opens, or it goes out when there is nothing to ask; a name is put in. */
  readonly choose = (suggestion = this.getSnapshot().suggestions[this.getSnapshot().selected]): void => {
    if (suggestion?.kind === "mention") this.#name(suggestion.mention);
    if (suggestion?.kind !== "command") return;
    this.#clear();
    this.open({ command: suggestion.command, known: {} });
  };

  /** Puts an "@" where the caret is, and with it the list of people. */
  readonly beginMention = (): void => {
    const { text } = this.getSnapshot();
    const before = text.slice(0, this.#caret);
    const at = /[A-Za-z0-9._-]$/.test(before) ? " @" : "@";
    const caret = before.length + at.length;
    this.update({ caret: { from: caret, to: caret } });
    this.type(before + at + text.slice(this.#caret), caret);
  };

  #name(choice: MentionChoice): void {
    const { text, mentions } = this.getSnapshot();
    const beginning = mentionBeginning(text, this.#caret);
    if (!beginning) return;
    const after = text.slice(this.#caret);
    const before = `${text.slice(0, beginning.at)}${choice.word} `;
    const caret = { from: before.length, to: before.length };
    this.update({ mentions: [...mentions.filter(({ word }) => word !== choice.word), mentionOf(choice)], caret });
    this.type(before + after, caret.from);
  }

  #draft(): Draft {
    const { text, askAck, urgent, mentions } = this.getSnapshot();
    return { text, askAck, urgent, mentions: [...mentions], replyTo: this.#replyId };
  }

  #change(change: Partial<ComposerSnapshot>): void {
    this.update(change);
    this.#keepDraft();
  }

  #clear(): void {
    this.#replyId = null;
    this.#change({ ...EMPTY_DRAFT, replyTo: null, ...CLOSED, asksEverybody: null });
  }

  #keepDraft(): void {
    this.#inputs.drafts.keep(this.#inputs.roomId, this.#draft());
  }

  /** What was begun on another device, or came from this one's store a moment after the room was opened. */
  readonly #adopt = (): void => {
    const kept = this.#inputs.drafts.of(this.#inputs.roomId);
    if (sameDraft(kept, this.#draft()) || Date.now() - this.#typedAt < TYPING_MS) return;
    this.#replyId = kept.replyTo;
    this.update({ ...kept, replyTo: null, ...CLOSED });
    void this.#findReply();
  };

  async #findReply(): Promise<void> {
    const wanted = this.#replyId;
    const known = this.getSnapshot().replyTo;
    if (!wanted || known?.eventId === wanted) return;
    const replyTo = await this.#inputs.find(wanted);
    if (this.#replyId === wanted && !this.signal.aborted) this.update({ replyTo });
  }

  readonly #suggest = (): void => {
    const { text, suggestions } = this.getSnapshot();
    const { catalog, roomKind, people, everybody } = this.#inputs;
    const { commands, state } = catalog.getSnapshot();
    const closed = this.#closedFor === text;
    const commandsFailed = !closed && commandPrefix(text) !== null && state === "failed";
    if (commandsFailed !== this.getSnapshot().commandsFailed) this.update({ commandsFailed });
    const line = readLine(text, usableIn(commands, roomKind));
    if (JSON.stringify(line) !== JSON.stringify(this.getSnapshot().line)) this.update({ line });
    const sources = { commands, roomKind, people: people(), everybody: everybody() };
    const found = closed ? [] : suggest(text, this.#caret, sources);
    if (!sameSuggestions(found, suggestions)) this.update({ suggestions: found, selected: 0 });
  };
}

const CLOSED = { suggestions: [], selected: 0, line: null } as const;

const mentionOf = (choice: MentionChoice): Mention => ({
  word: choice.word,
  everybody: choice.kind === "everybody",
  userIds:
    choice.kind === "person"
      ? [choice.person.userId]
      : choice.kind === "role"
        ? choice.people.map((p) => p.userId)
        : [],
});
