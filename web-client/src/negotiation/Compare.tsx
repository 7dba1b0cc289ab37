import { declineReasons, enquiryAnswers, enquiryStates } from "@tsunagi/contracts/codes/negotiation";
import type { AskedEnquiryView, NegotiationCaseView } from "@tsunagi/contracts/rest/negotiation";
import { useState } from "react";
import { formatDateTime } from "../i18n/dates.ts";
import { useText } from "../i18n/text.ts";
import { Button, ButtonLink } from "../kit/Button.tsx";
import { type Fact, Facts } from "../kit/Card.tsx";
import { roomAddress } from "../rooms/address.ts";
import { AskerDialog } from "./AskerDialog.tsx";
import { type AskerAction, isAskerAction, useActionLabel } from "./asker.ts";
import { byPromise, minutesBetween } from "./board.ts";
import { DueBadge } from "./DueBadge.tsx";
import styles from "./negotiation.module.css";
import { lastWords, Steps } from "./Steps.tsx";
import { useSpan } from "./useSpan.ts";

export interface CompareProps {
  readonly view: NegotiationCaseView;
  readonly onChanged: (view: NegotiationCaseView) => void;
  /** Somebody else has acted meanwhile. */
  readonly onStale: () => void;
}

/** All facilities of a case side by side; below one another on a phone. */
export function Compare({ view, onChanged, onStale }: CompareProps) {
  const { t } = useText();
  const [doing, setDoing] = useState<{ readonly enquiry: AskedEnquiryView; readonly action: AskerAction }>();
  return (
    <section aria-label={t("negotiation.compare")}>
      <div className={styles["compare"]}>
        {byPromise(view.enquiries).map((enquiry) => (
          <Facility key={enquiry.id} enquiry={enquiry} onAct={(action) => setDoing({ enquiry, action })} />
        ))}
      </div>
      {doing && (
        <AskerDialog
          view={view}
          {...doing}
          onDone={(changed) => {
            setDoing(undefined);
            onChanged(changed);
          }}
          onClose={() => {
            setDoing(undefined);
            onStale();
          }}
        />
      )}
    </section>
  );
}

/** What could be done but that nobody has asked for only stands in the way. */
function makesSense({ state, steps }: AskedEnquiryView, action: AskerAction): boolean {
  if (action === "provideInfo") return state === "infoRequested" || steps.at(-1)?.action === "requestInfo";
  if (action === "arrangeVisit")
    return state === "disclosed" || state === "visiting" || steps.some((step) => step.action === "proposeVisit");
  return true;
}

const CHOSEN = ["agreed", "dateSet", "completed"];
const OVER = ["declined", "withdrawn", "expired", "closedElsewhere"];
const LEVELS = ["negotiation.level0", "negotiation.level1", "negotiation.level2"] as const;

function Facility({ enquiry, onAct }: { enquiry: AskedEnquiryView; onAct: (action: AskerAction) => void }) {
  const { t, language } = useText();
  const labelOf = useActionLabel();
  const span = useSpan();
  const { facility, state, answer, inquiredAt, firstAnsweredAt, steps, roomId, level } = enquiry;
  const words = lastWords(steps);
  const said = words && [
    words.reason && declineReasons.label(words.reason, language),
    words.text,
    words.dates.join("\n"),
  ];
  const facts: Fact[] = [
    { label: t("negotiation.answer"), value: answer ? enquiryAnswers.label(answer, language) : "—" },
    ...(said ? [{ label: t("negotiation.words"), value: said.filter(Boolean).join("\n") }] : []),
    ...(firstAnsweredAt
      ? [
          {
            label: t("negotiation.columnAnswered"),
            value: `${formatDateTime(firstAnsweredAt, language)}（${span(minutesBetween(inquiredAt, firstAnsweredAt))}）`,
          },
        ]
      : []),
  ];
  const actions = enquiry.actions.filter(isAskerAction).filter((action) => makesSense(enquiry, action));
  return (
    <article
      className={styles["facility"]}
      aria-label={facility.name}
      data-chosen={CHOSEN.includes(state)}
      data-over={OVER.includes(state)}
    >
      <div className={styles["cardTop"]}>
        <h2 className={styles["facilityName"]}>{facility.name}</h2>
        <span className={styles["state"]} data-state={state}>
          {enquiryStates.label(state, language)}
        </span>
      </div>
      <DueBadge enquiry={enquiry} />
      <Facts facts={facts} />
      <p className={styles["when"]}>{t("negotiation.level", { level: t(LEVELS[level]) })}</p>
      <div className={styles["acts"]}>
        {actions.map((action) => (
          <Button
            key={action}
            size="small"
            variant={action === "agree" ? "primary" : action === "withdraw" ? "quiet" : "plain"}
            onClick={() => onAct(action)}
          >
            {labelOf(action)}
          </Button>
        ))}
        {roomId && (
          <ButtonLink href={roomAddress(roomId)} size="small">
            {t("negotiation.room")}
          </ButtonLink>
        )}
      </div>
      <Steps steps={steps} />
    </article>
  );
}
