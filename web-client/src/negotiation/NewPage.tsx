import { Building2 } from "lucide-react";
import { useState } from "react";
import { useLocation, useSearch } from "wouter";
import { useWorkplace } from "../app/services.ts";
import { Loader } from "../hub/loadable.ts";
import { useText } from "../i18n/text.ts";
import { ButtonLink } from "../kit/Button.tsx";
import { Card } from "../kit/Card.tsx";
import { List, Row } from "../kit/List.tsx";
import { Loaded } from "../kit/Loaded.tsx";
import { Page, Stack, useDocumentTitle } from "../kit/Page.tsx";
import { EmptyState } from "../kit/State.tsx";
import { useToasts } from "../kit/ToastHost.tsx";
import { useSnapshot, useViewModel } from "../kit/useViewModel.ts";
import { PreviewStep } from "./PreviewStep.tsx";
import { WishStep } from "./WishStep.tsx";
import { type Preview, wishForm, wishOf } from "./wish.model.ts";

/** Asking several facilities: for whom and what, then what they will see, then all at once. */
export function NewPage() {
  const { t } = useText();
  const query = new URLSearchParams(useSearch());
  const ids = [...new Set((query.get("facilities") ?? "").split(",").filter((id) => id !== ""))];
  useDocumentTitle(t("negotiation.newTitle"));
  return (
    <Page title={t("negotiation.newTitle")} back="/negotiations" narrow>
      {ids.length === 0 ? (
        <EmptyState
          icon={Building2}
          title={t("negotiation.newNoFacility")}
          action={<ButtonLink href="/facilities">{t("negotiation.toSearch")}</ButtonLink>}
        >
          {t("negotiation.newNoFacilityHint")}
        </EmptyState>
      ) : (
        <Asking key={ids.join()} facilities={ids} person={query.get("person") ?? ""} />
      )}
    </Page>
  );
}

function Asking({ facilities, person }: { facilities: readonly string[]; person: string }) {
  const { t } = useText();
  const { hub, directory } = useWorkplace();
  const toasts = useToasts();
  const [, navigate] = useLocation();
  const [preview, setPreview] = useState<Preview>();
  const { rooms } = useSnapshot(directory);
  const people = [...rooms.values()]
    .filter((room) => room.personId !== null)
    .sort((a, b) => a.titleKana.localeCompare(b.titleKana, "ja"));
  const [names, namesLoader] = useViewModel(
    () =>
      new Loader((signal) =>
        Promise.all(facilities.map((facilityId) => hub.call("readFacility", { params: { facilityId }, signal }))),
      ),
  );
  const [form, actions] = useViewModel(() =>
    wishForm(person, async (values, signal) => {
      const { personId } = values;
      const shown = await hub.call("previewEnquiry", { params: { personId }, body: { wish: wishOf(values) }, signal });
      setPreview({ values, ...shown });
    }),
  );
  const send = async ({ values }: Preview, textLookedAt: boolean) => {
    const body = { personId: values.personId, facilities: [...facilities], wish: wishOf(values), textLookedAt };
    const opened = await hub.call("openNegotiation", { body });
    toasts.show({ text: t("negotiation.sent", { count: facilities.length }) });
    navigate(`/negotiations/${opened.id}`, { replace: true });
  };
  return (
    <Stack>
      <Card title={t("negotiation.newFacilities", { count: facilities.length })}>
        <Loaded of={names} onRetry={() => void namesLoader.reload()}>
          {(found) => (
            <List label={t("negotiation.newFacilities", { count: facilities.length })}>
              {found.map(({ id, name }) => (
                <Row key={id} title={name} />
              ))}
            </List>
          )}
        </Loaded>
      </Card>
      {preview ? (
        <PreviewStep
          preview={preview}
          count={facilities.length}
          onSend={(lookedAt) => send(preview, lookedAt)}
          onMend={() => setPreview(undefined)}
        />
      ) : (
        <WishStep
          form={form}
          people={people.flatMap(({ personId, title }) =>
            personId ? [{ value: personId as string, label: title }] : [],
          )}
          onChange={actions.set}
          onSubmit={() => void actions.submit()}
        />
      )}
    </Stack>
  );
}
