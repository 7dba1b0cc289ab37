import type { FindFacilities } from "@tsunagi/care/facilities/search/findForPerson";
import type { StaffUnit } from "@tsunagi/care/kernel/unit";
import type { RoomKind } from "@tsunagi/contracts/codes/rooms";
import type { CardInput } from "@tsunagi/contracts/events";
import type { MatrixEventId, MatrixRoomId, MatrixUserId, OrganisationId, PersonId } from "@tsunagi/contracts/ids";
import type { Permission } from "@tsunagi/contracts/permissions";
import type { Label } from "@tsunagi/contracts/text";
import type { Argument } from "./arguments.ts";

/** A message a command refers to, as the bot itself read it. */
export interface QuotedMessage {
  readonly eventId: MatrixEventId;
  readonly sender: MatrixUserId;
  readonly body: string;
  readonly sentAt: Date;
}

/** All an executor gets: the act it is part of, the room, and the message it quotes. */
export interface CommandContext {
  readonly unit: StaffUnit;
  readonly room: {
    readonly matrixRoomId: MatrixRoomId;
    readonly kind: RoomKind;
    /** Whom a team's room is about. */
    readonly personId: PersonId | null;
    /** Whose room an organisation's own room is. */
    readonly organisationId: OrganisationId | null;
  };
  readonly quoted: QuotedMessage | null;
  /** The facility search of this hub. */
  readonly search: FindFacilities;
}

export type Arguments = Readonly<Record<string, Argument<unknown>>>;

export type ValuesOf<A extends Arguments> = {
  readonly [Name in keyof A]: A[Name] extends Argument<infer T> ? T : never;
};

/** What a command answers: a card, and the same as plain text for any Matrix client. */
export interface Answer {
  readonly body: string;
  readonly card: CardInput;
  /** Whom it calls by name; their devices ring. */
  readonly mentions?: readonly MatrixUserId[];
}

/** A command is data; executor and renderer are tested without a server. Forgetting `requires` does not compile. */
export interface Command<A extends Arguments, Result> {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly summary: Label;
  readonly example: Label;
  readonly requires: Permission | "signedIn";
  /** Rooms it makes sense in. */
  readonly roomKinds: readonly RoomKind[];
  readonly arguments: A;
  /** Name of the argument that refers to a message the bot shall read first. */
  readonly quotes?: keyof A & string;
  execute(context: CommandContext, values: ValuesOf<A>): Promise<Result>;
  render(result: Result): Answer;
}

/** A command whose types have been used up: what the dispatcher works with. */
export interface AnyCommand {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly summary: Label;
  readonly example: Label;
  readonly requires: Permission | "signedIn";
  readonly roomKinds: readonly RoomKind[];
  readonly arguments: Arguments;
  readonly quotes?: string;
  run(context: CommandContext, values: Readonly<Record<string, unknown>>): Promise<Answer>;
}

/** Ties executor and renderer together. The dispatcher has parsed `values` by the same `arguments`. */
export function command<const A extends Arguments, Result>(definition: Command<A, Result>): AnyCommand {
  const { execute, render, ...rest } = definition;
  return { ...rest, run: async (context, values) => render(await execute(context, values as ValuesOf<A>)) };
}
