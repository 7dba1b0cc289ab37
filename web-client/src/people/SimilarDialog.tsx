import type { PersonSummary } from "@tsunagi/contracts/rest/people";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import { List } from "../kit/List.tsx";
import { PersonRow } from "./PersonRow.tsx";

export interface SimilarDialogProps {
  readonly candidates: readonly PersonSummary[];
  readonly busy: boolean;
  readonly onRegisterAnyway: () => void;
  readonly onClose: () => void;
}

/** Somebody alike is registered already: it may be the same person. A tap opens that one. */
export function SimilarDialog({ candidates, busy, onRegisterAnyway, onClose }: SimilarDialogProps) {
  const { t } = useText();
  return (
    <Dialog
      title={t("people.similarTitle")}
      onClose={onClose}
      locked={busy}
      actions={
        <>
          <Button busy={busy && t("people.registering")} onClick={onRegisterAnyway}>
            {t("people.registerAnyway")}
          </Button>
          <Button variant="primary" onClick={onClose}>
            {t("common.back")}
          </Button>
        </>
      }
    >
      <p>{t("people.similarText")}</p>
      <List label={t("people.similarTitle")}>
        {candidates.map((person) => (
          <PersonRow key={person.id} person={person} />
        ))}
      </List>
    </Dialog>
  );
}
