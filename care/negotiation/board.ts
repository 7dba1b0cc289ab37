import type { PersonId } from "@tsunagi/contracts/ids";
import type { EnquiryCardView, NegotiationTimes } from "@tsunagi/contracts/rest/negotiation";
import { displayName, type Job } from "../kernel/actor.ts";
import { CareError } from "../kernel/errors.ts";
import type { StaffUnit } from "../kernel/unit.ts";
import { type OpenedPerson, openPeople } from "../people/openPerson.ts";
import { scopeOf } from "../permissions/scope.ts";
import { reachOf } from "../permissions/table.ts";
import { isTerminal } from "./states.ts";
import { askedBoard, type BoardRow, facilitiesByIds, receivedBoard } from "./store.ts";
import { timesOfAll } from "./times.ts";
import { timesOf } from "./viewEnquiry.ts";

export interface BoardQuery {
  readonly ended: "show" | "hide";
}

interface Board {
  readonly enquiries: EnquiryCardView[];
  readonly times: NegotiationTimes;
}

/** The asker's board: enquiries about everybody one may ask for. */
export async function listNegotiations(unit: StaffUnit, query: BoardQuery): Promise<Board> {
  const rows = await asked(unit, "negotiation.list");
  const shown = rows.filter((row) => isShown(row, query));
  const people = await openPeople(unit, [...new Set(shown.map((row) => row.case.personId))]);
  return { enquiries: await toCards(unit, shown, people), times: timesOfRows(rows) };
}

/** The facility's board: what its organisation was asked. No name stands on it, whatever has been disclosed. */
export async function listReceivedEnquiries(unit: StaffUnit, query: BoardQuery): Promise<Board> {
  const rows = await received(unit, "enquiry.list");
  const shown = rows.filter((row) => isShown(row, query));
  return { enquiries: await toCards(unit, shown, null), times: timesOfRows(rows) };
}

/** Everything on the asker's board, recorded under `action`. */
export async function asked(unit: StaffUnit, action: string): Promise<BoardRow[]> {
  const found = scopeOf(unit.actor, "negotiation.ask");
  if (!found) throw new CareError("forbidden", {}, { denied: { action: "negotiation.ask" } });
  const rows = await askedBoard(unit.tx, found.scope);
  const people = [...new Set(rows.map((row) => row.case.personId))];
  unit.audit({ action, job: found.job, detail: { people } });
  return rows;
}

/** Everything on the facility's board. */
export async function received(unit: StaffUnit, action: string): Promise<BoardRow[]> {
  const jobs = unit.actor.jobs.filter(({ role }) => reachOf(role, "negotiation.answer").has("organisation"));
  const [job]: readonly Job[] = jobs;
  if (!job) throw new CareError("forbidden", {}, { denied: { action: "negotiation.answer" } });
  const rows = await receivedBoard(
    unit.tx,
    jobs.map(({ organisationId }) => organisationId),
  );
  unit.audit({ action, job, detail: { enquiries: rows.length } });
  return rows;
}

const isShown = ({ enquiry }: BoardRow, { ended }: BoardQuery): boolean =>
  ended === "show" || !isTerminal(enquiry.state);

const timesOfRows = (rows: readonly BoardRow[]): NegotiationTimes => timesOfAll(rows.map(({ enquiry }) => enquiry));

/** @param people null = the facility's board */
async function toCards(
  unit: StaffUnit,
  rows: readonly BoardRow[],
  people: ReadonlyMap<PersonId, OpenedPerson> | null,
): Promise<EnquiryCardView[]> {
  const facilities = await facilitiesByIds(
    unit.tx,
    rows.map(({ enquiry }) => enquiry.facilityId),
  );
  return rows.map(({ enquiry, case: of, askerName }) => {
    const person = people?.get(of.personId);
    return {
      id: enquiry.id,
      caseId: people ? of.id : null,
      code: of.code,
      personName: person ? displayName(person) : "",
      facilityName: facilities.get(enquiry.facilityId)?.name ?? "",
      askerName,
      state: enquiry.state,
      answer: enquiry.answer,
      ...timesOf(enquiry, unit.now),
    };
  });
}
