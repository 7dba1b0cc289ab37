import type { NegotiationCaseView } from "@tsunagi/contracts/rest/negotiation";
import { useWorkplace } from "../app/services.ts";
import { Loader } from "../hub/loadable.ts";
import { useText } from "../i18n/text.ts";
import { ButtonLink } from "../kit/Button.tsx";
import { Loaded } from "../kit/Loaded.tsx";
import { Page, Stack, useDocumentTitle } from "../kit/Page.tsx";
import { Banner } from "../kit/State.tsx";
import { useViewModel } from "../kit/useViewModel.ts";
import { CareLevelBadge, usePersonLine } from "../people/PersonRow.tsx";
import { Compare } from "./Compare.tsx";
import { DisclosureLog } from "./DisclosureLog.tsx";
import { DocumentsCard } from "./DocumentsCard.tsx";
import { SheetCard } from "./SheetCard.tsx";

/** Asked again while the page is open, so that answers appear by themselves. */
const AGAIN_MS = 15_000;

/** One case: what each facility answers, side by side; documents; who was given what. */
export function CasePage({ caseId }: { caseId: string }) {
  const { t } = useText();
  const { hub } = useWorkplace();
  const line = usePersonLine();
  const [view, loader] = useViewModel(
    () =>
      new Loader<NegotiationCaseView>((signal) => hub.call("readNegotiation", { params: { caseId }, signal }), {
        again: ({ state }) => (state === "closed" ? undefined : AGAIN_MS),
      }),
  );
  useDocumentTitle(t("negotiation.title"));
  const { value } = view;
  return (
    <Page
      title={value ? `${value.person.familyName} ${value.person.givenName}` : t("negotiation.title")}
      mark={value && <CareLevelBadge level={value.person.careLevel} />}
      subtitle={value ? `${value.code}　${line(value.person)}` : "　"}
      back="/negotiations"
    >
      <Loaded of={view} onRetry={() => void loader.reload()}>
        {(loaded) => (
          <Stack>
            {!loaded.consented && (
              <Banner
                tone="warning"
                actions={
                  <ButtonLink href={`/people/${loaded.person.id}/consent`} size="small">
                    {t("negotiation.toConsent")}
                  </ButtonLink>
                }
              >
                {t("negotiation.consentNeeded")}
              </Banner>
            )}
            <Compare view={loaded} onChanged={loader.put} onStale={() => void loader.reload()} />
            <SheetCard sheet={loaded.sheet} title={t("negotiation.sheet")} />
            <DocumentsCard view={loaded} onChanged={loader.put} />
            <DisclosureLog disclosures={loaded.disclosures} />
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}
