import type { PersonSummary } from "@tsunagi/contracts/rest/people";
import { UserPlus } from "lucide-react";
import { useState } from "react";
import { useWorkplace } from "../app/services.ts";
import { useText } from "../i18n/text.ts";
import { ButtonLink } from "../kit/Button.tsx";
import { Page, useDocumentTitle } from "../kit/Page.tsx";
import { useSnapshot, useViewModel } from "../kit/useViewModel.ts";
import { MineView } from "./Mine.view.tsx";
import { FoundView, SearchView } from "./Search.view.tsx";
import { searchForm } from "./search.model.ts";

/** People: those in one's care, and looking for others. */
export function PeoplePage() {
  const { t } = useText();
  const { hub, session, directory } = useWorkplace();
  const [found, setFound] = useState<readonly PersonSummary[]>();
  const find = async (body: { kana: string; birthDate?: string }, signal: AbortSignal) =>
    (await hub.call("searchPeople", { body, signal })).people;
  const [form, search] = useViewModel(() => searchForm(find, setFound));
  const { state, rooms } = useSnapshot(directory);
  useDocumentTitle(t("people.title"));
  const mine = [...rooms.values()]
    .filter((room) => room.personId !== null)
    .sort((a, b) => a.titleKana.localeCompare(b.titleKana, "ja"));
  return (
    <Page
      title={t("people.title")}
      actions={
        session.permissions.includes("person.register") && (
          <ButtonLink href="/people/new" variant="primary" size="small" icon={UserPlus}>
            {t("people.register")}
          </ButtonLink>
        )
      }
    >
      {session.permissions.includes("person.search") && (
        <SearchView form={form} onChange={search.set} onSubmit={() => void search.submit()} />
      )}
      {found && <FoundView people={found} />}
      <MineView state={state} rooms={mine} />
    </Page>
  );
}
