import { cardSections } from "@tsunagi/contracts/codes/emergency";
import type { EmergencyCardView } from "@tsunagi/contracts/rest/emergency";
import { Ambulance, HeartPulse, Pencil, ShieldAlert } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useWorkplace } from "../app/services.ts";
import { Loader } from "../hub/loadable.ts";
import { useText } from "../i18n/text.ts";
import { Button, ButtonLink } from "../kit/Button.tsx";
import { Loaded } from "../kit/Loaded.tsx";
import { useTopOfPage } from "../kit/Page.tsx";
import { Banner, Busy, EmptyState } from "../kit/State.tsx";
import { useViewModel } from "../kit/useViewModel.ts";
import styles from "./emergency.module.css";
import { FirstMinute } from "./FirstMinute.view.tsx";
import { Details, SectionList } from "./Sections.view.tsx";

const CardForm = lazy(async () => ({ default: (await import("./CardForm.tsx")).CardForm }));

const ImportButton = lazy(async () => ({ default: (await import("../handover/ImportButton.tsx")).ImportButton }));
const CardCodes = lazy(async () => ({ default: (await import("../breakGlass/CardCodes.tsx")).CardCodes }));

const HandoverCard = lazy(async () => ({ default: (await import("../handover/HandoverCard.tsx")).HandoverCard }));

/** The emergency card on the person's page: read first, filled in behind one button. */
export function CardTab({ personId }: { personId: string }) {
  const { t } = useText();
  const { hub } = useWorkplace();
  const [editing, setEditing] = useState(false);
  const [card, loader] = useViewModel(
    () => new Loader((signal) => hub.call("readCard", { params: { personId }, signal })),
  );
  const { failure } = card;
  if (failure?.kind === "problem" && failure.problem.code === "consentMissing")
    return <NoConsent personId={personId} />;
  const saved = (next: EmergencyCardView) => {
    loader.put(next);
    setEditing(false);
  };
  return (
    <Loaded of={card} onRetry={() => void loader.reload()}>
      {(shown) =>
        editing ? (
          <Suspense fallback={<Busy>{t("common.loading")}</Busy>}>
            <CardForm card={shown} onSaved={saved} onCancel={() => setEditing(false)} />
          </Suspense>
        ) : (
          <Shown card={shown} onEdit={() => setEditing(true)} onChanged={loader.put} />
        )
      }
    </Loaded>
  );
}

interface ShownProps {
  readonly card: EmergencyCardView;
  readonly onEdit: () => void;
  readonly onChanged: (card: EmergencyCardView) => void;
}

function Shown({ card, onEdit, onChanged }: ShownProps) {
  const { t } = useText();
  const { session } = useWorkplace();
  useTopOfPage();
  const empty = cardSections.codes.every((section) => card.sections[section] === null);
  if (empty)
    return (
      <EmptyState
        icon={HeartPulse}
        title={t("emergency.empty")}
        action={
          card.may.edit && (
            <div className={styles["first"]}>
              <Button variant="primary" icon={Pencil} onClick={onEdit}>
                {t("emergency.fill")}
              </Button>
              <Suspense>
                <ImportButton personId={card.person.id} onTaken={onChanged} />
              </Suspense>
            </div>
          )
        }
      >
        {t("emergency.emptyHint")}
      </EmptyState>
    );
  return (
    <>
      <FirstMinute card={card} now={Date.now()} />
      {session.permissions.includes("incident.open") && (
        <ButtonLink href={`/incidents/new?person=${card.person.id}`} variant="primary" icon={Ambulance}>
          {t("incident.new")}
        </ButtonLink>
      )}
      {card.may.edit && (
        <div className={styles["actions"]}>
          <Button icon={Pencil} onClick={onEdit}>
            {t("emergency.edit")}
          </Button>
        </div>
      )}
      <Details card={card} />
      <SectionList card={card} onChanged={onChanged} />
      <Suspense fallback={<Busy>{t("common.loading")}</Busy>}>
        <HandoverCard card={card} onChanged={onChanged} />
      </Suspense>
      {card.may.edit && (
        <Suspense fallback={null}>
          <CardCodes personId={card.person.id} />
        </Suspense>
      )}
      <p className={styles["note"]}>{t("emergency.call119")}</p>
    </>
  );
}

function NoConsent({ personId }: { personId: string }) {
  const { t } = useText();
  return (
    <Banner
      tone="warning"
      icon={ShieldAlert}
      title={t("emergency.consentNeeded")}
      live
      actions={<ButtonLink href={`/people/${personId}/consent`}>{t("emergency.consentOpen")}</ButtonLink>}
    >
      {t("emergency.consentHint")}
    </Banner>
  );
}
