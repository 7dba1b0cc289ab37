import type { ConsentView } from "@tsunagi/contracts/rest/consent";
import type { PersonView } from "@tsunagi/contracts/rest/people";
import { useState } from "react";
import { useWorkplace } from "../app/services.ts";
import { Loader } from "../hub/loadable.ts";
import { useText } from "../i18n/text.ts";
import { Loaded } from "../kit/Loaded.tsx";
import { useToasts } from "../kit/ToastHost.tsx";
import { useViewModel } from "../kit/useViewModel.ts";
import { ConsentsView } from "./Consents.view.tsx";
import { DocumentDialog } from "./DocumentDialog.tsx";
import { RecordConsentDialog } from "./RecordConsentDialog.tsx";
import { WithdrawDialog } from "./WithdrawDialog.tsx";
import { effectOfWithdrawing } from "./withdrawal.ts";

type Open =
  | { readonly name: "record" }
  | { readonly name: "withdraw"; readonly consent: ConsentView }
  | { readonly name: "document"; readonly id: string };

/** The consents of a person, on their page. */
export function ConsentTab({ person, onTeamsChanged }: { person: PersonView; onTeamsChanged: () => void }) {
  const { t } = useText();
  const { hub, session } = useWorkplace();
  const toasts = useToasts();
  const [open, setOpen] = useState<Open>();
  const [list, loader] = useViewModel(
    () => new Loader((signal) => hub.call("listConsents", { params: { personId: person.id }, signal })),
  );
  const close = () => setOpen(undefined);
  const done = (text: string) => {
    close();
    toasts.show({ text });
    void loader.reload();
  };
  return (
    <Loaded of={list} onRetry={() => void loader.reload()}>
      {({ consents, active }) => (
        <>
          <ConsentsView
            consents={consents}
            active={active}
            mayManage={session.permissions.includes("consent.manage")}
            mayReadDocuments={session.permissions.includes("document.read")}
            onRecord={() => setOpen({ name: "record" })}
            onWithdraw={(consent) => setOpen({ name: "withdraw", consent })}
            onOpenDocument={(id) => setOpen({ name: "document", id })}
          />
          {open?.name === "record" && (
            <RecordConsentDialog
              personId={person.id}
              scopes={[]}
              onRecorded={() => done(t("consent.recorded"))}
              onClose={close}
            />
          )}
          {open?.name === "withdraw" && (
            <WithdrawDialog
              consent={open.consent}
              effect={effectOfWithdrawing(open.consent, consents, person.teams)}
              onDone={({ closedTeams, removedMembers }) => {
                const closed = closedTeams > 0;
                done(closed ? t("consent.withdrawDoneClosed", { count: removedMembers }) : t("consent.withdrawDone"));
                if (closed) onTeamsChanged();
              }}
              onClose={close}
            />
          )}
          {open?.name === "document" && <DocumentDialog documentId={open.id} onClose={close} />}
        </>
      )}
    </Loaded>
  );
}
