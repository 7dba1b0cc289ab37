import { Printer } from "lucide-react";
import { useWorkplace } from "../app/services.ts";
import { Loader } from "../hub/loadable.ts";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import { Loaded } from "../kit/Loaded.tsx";
import { Page, useDocumentTitle } from "../kit/Page.tsx";
import { useViewModel } from "../kit/useViewModel.ts";
import { MemberListView } from "./MemberList.view.tsx";

/** The list of a team's members, to be printed and handed to the person. */
export function MemberListPage({ personId, teamId }: { personId: string; teamId: string }) {
  const { t } = useText();
  const { hub, session } = useWorkplace();
  const [team, loader] = useViewModel(
    () => new Loader((signal) => hub.call("readTeam", { params: { teamId }, signal })),
  );
  useDocumentTitle(t("teams.listTitle"));
  const issuer = {
    name: `${session.familyName} ${session.givenName}`,
    organisation: session.memberships[0]?.organisationName ?? "",
  };
  return (
    <Page
      title={t("teams.listTitle")}
      back={`/people/${personId}/team`}
      actions={
        <Button variant="primary" size="small" icon={Printer} onClick={() => print()}>
          {t("common.print")}
        </Button>
      }
    >
      <Loaded of={team} onRetry={() => void loader.reload()}>
        {(value) => <MemberListView team={value} issuer={issuer} now={Date.now()} />}
      </Loaded>
    </Page>
  );
}
