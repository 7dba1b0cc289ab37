import type { Colleague } from "@tsunagi/contracts/rest/staff";
import type { RoomView } from "@tsunagi/contracts/rest/teams";
import { displayName } from "../kernel/actor.ts";
import type { StaffUnit } from "../kernel/unit.ts";
import { openPeople } from "../people/openPerson.ts";
import { staffByIds, toColleague } from "../staff/store.ts";
import { roomsOfStaff, type StaffRoom } from "./store.ts";

/** One's own rooms with the names behind their codes, and the colleagues in them (R3). */
export async function listRooms(unit: StaffUnit): Promise<{ rooms: RoomView[]; colleagues: Colleague[] }> {
  const rooms = await roomsOfStaff(unit.tx, unit.actor.staffId);
  const personIds = rooms.flatMap((room) => (room.personId ? [room.personId] : []));
  const people = await openPeople(unit, personIds);
  const colleagues = await staffByIds(unit.tx, [...new Set(rooms.flatMap((room) => room.members))]);
  unit.audit({ action: "room.list", detail: { people: personIds } });
  return {
    rooms: rooms.map((room) => {
      const person = room.personId ? people.get(room.personId) : undefined;
      return {
        id: room.id,
        roomId: room.matrixRoomId,
        kind: room.kind,
        code: room.code,
        title: person ? displayName(person) : titleOf(room),
        titleKana: person ? `${person.familyKana} ${person.givenKana}` : (room.organisationKana ?? ""),
        teamId: room.teamId,
        personId: room.personId,
        organisationId: room.organisationId,
        enquiryId: room.enquiryId,
        asking: room.negotiation?.asking ?? null,
        municipality: room.municipality,
        members: room.members,
      };
    }),
    colleagues: colleagues.map(toColleague),
  };
}

/** A negotiation's room is called by its number and the other side: the person's name stands in none of them. */
const titleOf = ({ negotiation, organisationName, code }: StaffRoom): string =>
  negotiation ? `${negotiation.otherSide} ${negotiation.code}` : (organisationName ?? code);
