import type { EncryptedBot } from "../crypto/encryptedBot.ts";
import type { Keeper } from "../keeper/keeper.ts";
import { isRedacted, type MatrixEvent, redactedEvent, replacedEvent } from "../matrix/events.ts";
import type { CommandRunner } from "./commandRunner.ts";
import type { Handler, Outcome } from "./inbox.ts";

interface Dependencies {
  readonly bot: EncryptedBot;
  readonly keeper: Keeper;
  readonly commands: CommandRunner;
  /** Tells people of a message that wants more than to be read. @returns whether it is one */
  readonly attention: (event: MatrixEvent) => Promise<boolean>;
}

/** What to do with one event, knowing what has already come after it in the same room. */
export function createHandler({ bot, keeper, commands, attention }: Dependencies): Handler {
  return async (event, later, kept) => {
    if (isRedacted(event) || later.some((next) => redactedEvent(next) === event.event_id)) return "redacted";
    if (later.some((next) => replacedEvent(next) === event.event_id)) return "superseded";
    switch (event.type) {
      case "m.room.member":
        return onMember(event, kept);
      case "m.room.encrypted":
        return onEncrypted(event, kept);
      default:
        return "ignored"; // redactions act on what waits; plain text is no command in an encrypted room
    }
  };

  async function onMember(event: MatrixEvent, kept: Promise<void>): Promise<Outcome> {
    await kept;
    if (event.content["membership"] !== "join" || event.state_key === bot.identity.userId) return "ignored";
    return (await keeper.onJoin(event)) ? "handled" : "ignored";
  }

  async function onEncrypted(event: MatrixEvent, kept: Promise<void>): Promise<Outcome> {
    let decrypted = await bot.decrypt(event);
    if ("missingKey" in decrypted) {
      await bot.drain(); // the key may have been dropped with a failed transaction
      decrypted = await bot.decrypt(event);
    }
    if ("missingKey" in decrypted) return { parked: decrypted.missingKey };
    if ("reason" in decrypted) return "unreadable";
    const outcome = await commands.onMessage(decrypted.event, decrypted.trusted, kept);
    if (outcome !== "ignored" || !decrypted.trusted) return outcome;
    await kept;
    return (await attention(decrypted.event)) ? "handled" : "ignored";
  }
}
