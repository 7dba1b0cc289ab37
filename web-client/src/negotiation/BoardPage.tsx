import { Download } from "lucide-react";
import { useState } from "react";
import { useWorkplace } from "../app/services.ts";
import { Loader } from "../hub/loadable.ts";
import { useText } from "../i18n/text.ts";
import { Button, ButtonLink } from "../kit/Button.tsx";
import { Switch } from "../kit/Choice.tsx";
import { Loaded } from "../kit/Loaded.tsx";
import { Inline, Page, Stack, useDocumentTitle } from "../kit/Page.tsx";
import { TabLinks } from "../kit/TabLinks.tsx";
import { useViewModel } from "../kit/useViewModel.ts";
import { saveFile } from "../timeline/saveFile.ts";
import { BoardView } from "./Board.view.tsx";

type Side = "asker" | "facility";

/** The board of enquiries, of those one sent or of those one's organisation received. */
export function BoardPage({ side: wanted }: { side: Side }) {
  const { t } = useText();
  const { session, hub } = useWorkplace();
  useDocumentTitle(t("negotiation.title"));
  const may = {
    asker: session.permissions.includes("negotiation.ask"),
    facility: session.permissions.includes("negotiation.answer"),
  };
  const side = may[wanted] ? wanted : may.asker ? "asker" : "facility";
  const [ended, showEnded] = useState(false);
  const save = async () =>
    saveFile(await hub.file(side === "asker" ? "exportNegotiations" : "exportReceivedEnquiries", {}), "tsunagi.csv");
  return (
    <Page
      title={t("negotiation.title")}
      actions={
        <ButtonLink href="/facilities" size="small">
          {t("negotiation.toSearch")}
        </ButtonLink>
      }
      below={
        may.asker &&
        may.facility && (
          <TabLinks
            label={t("negotiation.title")}
            links={[
              { href: "/negotiations", label: t("negotiation.asked"), current: side === "asker" },
              { href: "/enquiries", label: t("negotiation.received"), current: side === "facility" },
            ]}
          />
        )
      }
    >
      <Inline>
        <Switch label={t("negotiation.showEnded")} checked={ended} onChange={showEnded} />
        <Button size="small" icon={Download} onClick={() => void save()}>
          {t("negotiation.export")}
        </Button>
      </Inline>
      <Board key={`${side} ${ended}`} side={side} ended={ended} />
    </Page>
  );
}

function Board({ side, ended }: { side: Side; ended: boolean }) {
  const { hub } = useWorkplace();
  const [board, loader] = useViewModel(
    () =>
      new Loader(async (signal) => {
        const query = { ended: ended ? ("show" as const) : ("hide" as const) };
        return side === "asker"
          ? hub.call("listNegotiations", { query, signal })
          : hub.call("listReceivedEnquiries", { query, signal });
      }),
  );
  return (
    <Loaded of={board} onRetry={() => void loader.reload()}>
      {(loaded) => (
        <Stack>
          <BoardView {...loaded} side={side} ended={ended} />
        </Stack>
      )}
    </Loaded>
  );
}
