import { use, useEffect } from "react";
import { useWorkplace } from "../app/services.ts";
import { formatDate } from "../i18n/dates.ts";
import { useText } from "../i18n/text.ts";
import { useSnapshot } from "../kit/useViewModel.ts";
import { useTalk } from "../rooms/TalkProvider.tsx";
import { FilesView } from "./Files.view.tsx";
import { FiltersView } from "./Filters.view.tsx";
import { useHits } from "./hits.ts";
import { OlderView } from "./Older.view.tsx";
import { PeopleSection } from "./PeopleSection.tsx";
import { RecordsSection } from "./RecordsSection.tsx";
import { MessagesView, SearchView } from "./Search.view.tsx";
import type { SearchModel, SearchSnapshot, SearchTab } from "./search.model.ts";
import { filterCount } from "./searchFilters.ts";
import { useFilterOptions } from "./useFilterOptions.ts";

export interface SearchPanelProps {
  /** Where the way back from a result leads; not given where the panel stays beside the room. */
  readonly from?: string;
  readonly onClose: () => void;
}

/** Looking for messages, people, records and files. */
export function SearchPanel({ from, onClose }: SearchPanelProps) {
  const { session } = useWorkplace();
  const { search: model } = use(useTalk().finding.open());
  const snapshot = useSnapshot(model);
  useEffect(() => {
    model.start();
    return model.dispose;
  }, [model]);
  const tabs: readonly SearchTab[] = session.permissions.includes("record.read")
    ? ["messages", "people", "records", "files"]
    : ["messages", "people", "files"];
  const { tab, text, filters } = snapshot;
  return (
    <SearchView snapshot={snapshot} tabs={tabs} onType={model.type} onOpen={model.open} onClose={onClose}>
      {tab === "people" && <PeopleSection text={text} />}
      {tab === "records" && <RecordsSection text={text} roomId={filters.roomId} />}
      {(tab === "messages" || tab === "files") && <Local snapshot={snapshot} model={model} from={from} />}
    </SearchView>
  );
}

interface LocalProps {
  readonly snapshot: SearchSnapshot;
  readonly model: SearchModel;
  readonly from: string | undefined;
}

/** What is found on this device itself. */
function Local({ snapshot, model, from }: LocalProps) {
  const { language } = useText();
  const { session } = useWorkplace();
  const { pictures, account } = useTalk();
  const toHit = useHits(session.userId);
  const { rooms, senders } = useFilterOptions();
  const { tab, text, filters, answer, older, hasOlder } = snapshot;
  const hits = answer?.hits.map(toHit) ?? [];
  const asked = text.trim() !== "" || filterCount(filters) > 0;
  const since = filters.roomId === "" ? null : account.history.loadedSince(filters.roomId);
  return (
    <>
      <FiltersView
        filters={filters}
        rooms={rooms}
        senders={senders}
        filesOnly={tab === "files"}
        onFilter={model.filter}
        onClear={model.clearFilters}
      />
      {tab === "files" ? (
        <FilesView hits={hits} typed={text} pictures={pictures} from={from} />
      ) : (
        <MessagesView
          hits={asked ? hits : []}
          total={answer?.total ?? 0}
          typed={text}
          asked={asked}
          from={from}
          onMore={model.more}
        />
      )}
      <OlderView
        searched={answer?.searched ?? 0}
        day={since === null ? "" : formatDate(since, language)}
        older={older}
        hasOlder={hasOlder}
        onOlder={() => void model.loadOlder()}
        onStop={model.cancelOlder}
      />
    </>
  );
}
