import type { EnquiryAction } from "@tsunagi/contracts/codes/negotiation";
import { enquiryActions } from "@tsunagi/contracts/codes/negotiation";
import type { AskedEnquiryView, NegotiationCaseView } from "@tsunagi/contracts/rest/negotiation";
import { useText } from "../i18n/text.ts";

const ACTIONS = ["send", "agree", "provideInfo", "disclose1", "disclose2", "arrangeVisit", "withdraw"] as const;
export type AskerAction = (typeof ACTIONS)[number];

export const isAskerAction = (action: EnquiryAction): action is AskerAction =>
  ACTIONS.some((known) => known === action);

/** What an act is called on a button. */
export function useActionLabel(): (action: EnquiryAction) => string {
  const { language } = useText();
  return (action) => enquiryActions.label(action, language);
}

export interface AskerDialogProps {
  readonly view: NegotiationCaseView;
  readonly enquiry: AskedEnquiryView;
  readonly action: AskerAction;
  readonly onDone: (view: NegotiationCaseView) => void;
  readonly onClose: () => void;
}
