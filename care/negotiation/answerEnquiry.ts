import type { DeclineReason } from "@tsunagi/contracts/codes/negotiation";
import type { EnquiryId } from "@tsunagi/contracts/ids";
import type { ReceivedEnquiryView } from "@tsunagi/contracts/rest/negotiation";
import { CareError } from "../kernel/errors.ts";
import type { StaffUnit } from "../kernel/unit.ts";
import { letActorIn } from "./members.ts";
import { move } from "./move.ts";
import { holdAsFacility } from "./sides.ts";
import { updateCase } from "./store.ts";
import { viewReceived } from "./viewReceived.ts";

export type FacilityAction =
  | "review"
  | "accept"
  | "conditional"
  | "discuss"
  | "waitlist"
  | "decline"
  | "requestInfo"
  | "proposeVisit"
  | "toCommittee"
  | "setDate"
  | "complete";

export interface FacilityAct {
  readonly enquiryId: EnquiryId;
  readonly action: FacilityAction;
  readonly text: string;
  readonly reason: DeclineReason | null;
  readonly dates: readonly string[];
  readonly version?: number | undefined;
}

/** What an act cannot be understood without, as its sentence names it. */
const NEEDED: Partial<Readonly<Record<FacilityAction, readonly [part: "text" | "reason" | "dates", what: string]>>> = {
  conditional: ["text", "条件 / Conditions"],
  requestInfo: ["text", "知りたいこと / What you need to know"],
  decline: ["reason", "理由 / Reason"],
  proposeVisit: ["dates", "候補日 / Days"],
  setDate: ["dates", "入所日 / Day"],
};

/**
 * What the facility does: it answers, asks for more, proposes days, takes it to its committee, fixes the day.
 * @throws CareError forbidden, wordsMissing, enquiryMoved, enquiryChanged
 */
export async function answerEnquiry(unit: StaffUnit, input: FacilityAct): Promise<ReceivedEnquiryView> {
  const { of, enquiry, job } = await holdAsFacility(unit, input.enquiryId);
  refuseEmpty(input);
  await letActorIn(unit, of, enquiry, "facility");
  const { action, text, reason, dates, version } = input;
  const moved = await move(unit, of, enquiry, { action, side: "facility", job, text, reason, dates, version });
  if (action === "complete" && moved.state === "completed") await updateCase(unit.tx, of.id, { state: "closed" });
  return viewReceived(unit, of, moved);
}

function refuseEmpty(input: FacilityAct): void {
  const needed = NEEDED[input.action];
  if (!needed) return;
  const [part, what] = needed;
  const given = input[part];
  if (given === null || given.length === 0 || (typeof given === "string" && given.trim() === ""))
    throw new CareError("wordsMissing", { what });
}
