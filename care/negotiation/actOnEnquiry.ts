import type { RoomType } from "@tsunagi/contracts/codes/facilities";
import type { EnquiryId } from "@tsunagi/contracts/ids";
import type { NegotiationCaseView } from "@tsunagi/contracts/rest/negotiation";
import { CareError } from "../kernel/errors.ts";
import type { StaffUnit } from "../kernel/unit.ts";
import { agree } from "./agree.ts";
import { refuseIdentifying } from "./checkText.ts";
import { requireNegotiationConsent } from "./consented.ts";
import { letActorIn } from "./members.ts";
import { move } from "./move.ts";
import { sendEnquiry } from "./openNegotiation.ts";
import { casePurpose, type SealedCase } from "./sheet.ts";
import { type Held, holdAsAsker } from "./sides.ts";
import { isChosen } from "./states.ts";
import { updateCase } from "./store.ts";
import { viewCase } from "./viewCase.ts";

export interface AskerAct {
  readonly enquiryId: EnquiryId;
  readonly action: "send" | "provideInfo" | "arrangeVisit" | "agree" | "withdraw";
  readonly text: string;
  readonly dates: readonly string[];
  /** For `agree`: which kind of room is taken; null = any that fits. */
  readonly roomType: RoomType | null;
  readonly textLookedAt: boolean;
  readonly version?: number | undefined;
}

/** What the asker does. Words that go to a facility that does not know who it is are looked through first. */
export async function actOnEnquiry(unit: StaffUnit, input: AskerAct): Promise<NegotiationCaseView> {
  const held = await holdAsAsker(unit, input.enquiryId);
  const { of, enquiry } = held;
  if (enquiry.level < 2) {
    await refuseIdentifying(
      unit,
      of.personId,
      { text: input.text, dates: input.dates.join(" ") },
      input.textLookedAt || input.action === "arrangeVisit",
    );
  }
  if (input.action === "provideInfo" && input.text.trim() === "")
    throw new CareError("wordsMissing", { what: "回答 / Answer" });
  await act(unit, held, input);
  return viewCase(unit, of.id);
}

async function act(unit: StaffUnit, held: Held, input: AskerAct): Promise<void> {
  const { of, enquiry, job } = held;
  const { version } = input;
  switch (input.action) {
    case "send": {
      if (enquiry.state !== "draft")
        return void (await move(unit, of, enquiry, { action: "send", side: "asker", job }));
      await requireNegotiationConsent(unit.tx, of.personId);
      const { sheet } = await unit.vault.openFor<SealedCase>(unit.tx, of.personId, of, casePurpose(of.id));
      return void (await sendEnquiry(unit, of, enquiry, { job, sheet }));
    }
    case "agree":
      return agree(unit, held, { roomType: input.roomType, version });
    default: {
      await letActorIn(unit, of, enquiry, "asker");
      const { action, text, dates } = input;
      await move(unit, of, enquiry, { action, side: "asker", job, text, dates, version });
      // Somebody chosen who is withdrawn: the wish is open again, others may be asked
      if (action === "withdraw" && isChosen(enquiry.state))
        await updateCase(unit.tx, of.id, { state: "open", decidedAt: null });
    }
  }
}
