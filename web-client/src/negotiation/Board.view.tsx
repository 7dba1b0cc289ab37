import { enquiryStates } from "@tsunagi/contracts/codes/negotiation";
import type { EnquiryCardView, NegotiationTimes } from "@tsunagi/contracts/rest/negotiation";
import { Inbox } from "lucide-react";
import { Link } from "wouter";
import { useText } from "../i18n/text.ts";
import { EmptyState } from "../kit/State.tsx";
import { fillColumns } from "./board.ts";
import { DueBadge } from "./DueBadge.tsx";
import styles from "./negotiation.module.css";
import { useSpan } from "./useSpan.ts";

export interface BoardViewProps {
  readonly enquiries: readonly EnquiryCardView[];
  readonly times: NegotiationTimes;
  readonly side: "asker" | "facility";
  readonly ended: boolean;
}

/** Enquiries by how far they are; on a phone one column below the other. */
export function BoardView({ enquiries, times, side, ended }: BoardViewProps) {
  const { t } = useText();
  const span = useSpan();
  if (enquiries.length === 0 && times.asked === 0)
    return (
      <EmptyState icon={Inbox} title={t("negotiation.boardNone")}>
        {t(side === "asker" ? "negotiation.boardNoneAsked" : "negotiation.boardNoneReceived")}
      </EmptyState>
    );
  return (
    <>
      <p className={styles["times"]} role="status">
        {t("negotiation.times", {
          first: span(times.medianFirstAnswerMinutes),
          decision: span(times.medianDecisionMinutes),
          answered: times.answered,
          asked: times.asked,
        })}
      </p>
      <div className={styles["board"]}>
        {fillColumns(enquiries, ended).map(({ label, cards }) => (
          <section key={label} className={styles["column"]} aria-label={t(label)}>
            <h2 className={styles["columnTitle"]}>
              {t(label)}
              <span className={styles["count"]}>{cards.length}</span>
            </h2>
            {cards.length === 0 ? (
              <p className={styles["columnNone"]}>{t("negotiation.columnNone")}</p>
            ) : (
              <ul className={styles["cards"]}>
                {cards.map((card) => (
                  <li key={card.id}>
                    <BoardCard card={card} />
                  </li>
                ))}
              </ul>
            )}
          </section>
        ))}
      </div>
    </>
  );
}

function BoardCard({ card }: { card: EnquiryCardView }) {
  const { language } = useText();
  const href = card.caseId ? `/negotiations/${card.caseId}` : `/enquiries/${card.id}`;
  return (
    <Link href={href} className={styles["boardCard"] ?? ""}>
      <span className={styles["cardTop"]}>
        <strong>{card.caseId ? card.personName : card.code}</strong>
        <span className={styles["state"]} data-state={card.state}>
          {enquiryStates.label(card.state, language)}
        </span>
      </span>
      <span>{card.caseId ? card.facilityName : card.askerName}</span>
      <span className={styles["cardFoot"]}>
        <span>{card.caseId ? card.code : card.facilityName}</span>
        <DueBadge enquiry={card} short />
      </span>
    </Link>
  );
}
