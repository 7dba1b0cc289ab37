import type { CommandContext } from "@tsunagi/bots/framework/command";
import type { Care } from "@tsunagi/care/kernel/unit";
import { roomByMatrixId } from "@tsunagi/care/rooms/store";
import { findStaffByUser } from "@tsunagi/care/staff/loadActor";
import { type HubRoomId, matrixRoomId, matrixUserId, type StaffId } from "@tsunagi/contracts/ids";

/** A room of the hub as commands see it. */
export type Place = CommandContext["room"] & { readonly id: HubRoomId };

/** Which hub room and which professional stand behind Matrix ids. Ids never change; a room's kind may: see `forget`. */
export class Places {
  readonly #care: Care;
  readonly #rooms = new Map<string, Place>();
  readonly #staff = new Map<string, StaffId>();

  constructor(care: Care) {
    this.#care = care;
  }

  async room(roomId: string): Promise<Place | null> {
    const known = this.#rooms.get(roomId);
    if (known) return known;
    const row = await this.#care.bookkeeping((tx) => roomByMatrixId(tx, roomId));
    if (!row) return null;
    const place: Place = {
      id: row.id,
      kind: row.kind,
      personId: row.personId,
      organisationId: row.organisationId,
      matrixRoomId: matrixRoomId.parse(roomId),
    };
    this.#rooms.set(roomId, place);
    return place;
  }

  async staff(userId: string): Promise<StaffId | null> {
    const known = this.#staff.get(userId);
    if (known) return known;
    const staffId = await this.#care.bookkeeping((tx) => findStaffByUser(tx, matrixUserId.parse(userId)));
    if (staffId) this.#staff.set(userId, staffId);
    return staffId;
  }

  /** The room is another kind of room now. */
  forget(roomId: string): void {
    this.#rooms.delete(roomId);
  }
}
