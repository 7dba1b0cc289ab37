import type { Content, Version } from "../matrix/models.ts";
import { confirmationContent } from "./confirmations.ts";
import { withoutPin, withPin } from "./pins.ts";
import type { SenderPort, TimelinePort } from "./ports.ts";
import type { Reaction } from "./reactions.ts";
import { reminderContent } from "./reminders.ts";
import { threadContent } from "./threads.ts";

interface Inputs {
  readonly roomId: string;
  readonly timeline: Pick<TimelinePort, "versionsOf">;
  readonly sender: SenderPort;
}

/** What can be done with the messages of one room. */
export class MessageActs {
  readonly #inputs: Inputs;

  constructor(inputs: Inputs) {
    this.#inputs = inputs;
  }

  readonly confirm = (eventId: string): void => this.#send(confirmationContent(eventId));

  /** Asks those again who have not confirmed. */
  readonly remind = (eventId: string, people: Parameters<typeof reminderContent>[1]): void =>
    this.#send(reminderContent(eventId, people));

  /** Answers in a thread. @param last the last answer there is */
  readonly answer = (root: string, last: string, text: string): void => this.#send(threadContent(root, last, text));

  readonly edit = (content: Content): void => this.#send(content);
  readonly versionsOf = (eventId: string): Promise<readonly Version[]> => this.#inputs.timeline.versionsOf(eventId);

  readonly resend = (key: string): void => this.#inputs.sender.resend(this.#inputs.roomId, key);
  readonly cancel = (key: string): void => this.#inputs.sender.cancel(this.#inputs.roomId, key);

  /** 取消 @throws MatrixFailure */
  readonly redact = (eventId: string): Promise<void> => this.#inputs.sender.redact(this.#inputs.roomId, eventId);

  /** Gives a reaction, or takes one's own back. @param given what the message has of this reaction @throws MatrixFailure */
  readonly react = async (eventId: string, key: string, given: Reaction | undefined): Promise<void> => {
    const own = given?.own ?? null;
    if (own === null) this.#inputs.sender.react(this.#inputs.roomId, eventId, key);
    else if (own.send === "sent") await this.redact(own.eventId);
    else this.cancel(own.key);
  };

  /** @throws MatrixFailure */
  readonly pin = (eventId: string): Promise<void> =>
    this.#inputs.sender.pin(this.#inputs.roomId, (pinned) => withPin(pinned, eventId));

  /** @throws MatrixFailure */
  readonly unpin = (eventId: string): Promise<void> =>
    this.#inputs.sender.pin(this.#inputs.roomId, (pinned) => withoutPin(pinned, eventId));

  #send(content: Content): void {
    this.#inputs.sender.send(this.#inputs.roomId, content);
  }
}
