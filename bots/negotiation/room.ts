import { CareError } from "@tsunagi/care/kernel/errors";
import { enquiryOfRoom } from "@tsunagi/care/negotiation/store";
import type { EnquiryId } from "@tsunagi/contracts/ids";
import type { CommandContext } from "../framework/command.ts";

/** The enquiry the room is about. */
export async function enquiryHere({ unit, room }: Pick<CommandContext, "unit" | "room">): Promise<EnquiryId> {
  const id = await enquiryOfRoom(unit.tx, room.matrixRoomId);
  if (!id) throw new CareError("notFound");
  return id;
}
