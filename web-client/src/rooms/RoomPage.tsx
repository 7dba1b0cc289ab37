import { LogOut } from "lucide-react";
import { useEffect, useMemo, useRef, useState } from "react";
import { useWorkplace } from "../app/services.ts";
import { CommandFormView } from "../composer/CommandForm.view.tsx";
import { ComposerView } from "../composer/Composer.view.tsx";
import { ComposerModel } from "../composer/composer.model.ts";
import type { WritingDialog } from "../composer/composerProps.ts";
import { texts, useText } from "../i18n/text.ts";
import { Busy, EmptyState } from "../kit/State.tsx";
import { useSnapshot, useViewModel } from "../kit/useViewModel.ts";
import type { RoomEntry } from "../matrix/models.ts";
import { TimelinePanel } from "../timeline/TimelinePanel.tsx";
import { tileOf } from "../timeline/tileOf.ts";
import { useTarget } from "./address.ts";
import { nameColleague } from "./directory.ts";
import { mentionables } from "./mentionables.ts";
import { useNames } from "./names.ts";
import { previewText } from "./preview.ts";
import { RoomHeader } from "./RoomHeader.tsx";
import styles from "./Rooms.module.css";
import { useTalk } from "./TalkProvider.tsx";
import { useDropFiles } from "./useDropFiles.ts";
import { useRoomMenu } from "./useRoomMenu.ts";
import { WritingDialogs } from "./WritingDialogs.tsx";

export interface RoomPageProps {
  readonly roomId: string;
  /** Search was set to this room: show it. */
  readonly onSearch: () => void;
}

/** One conversation: its head, its messages, and where one writes. */
export function RoomPage({ roomId, onSearch }: RoomPageProps) {
  const { t } = useText();
  const { account } = useTalk();
  const entry = useSnapshot(account.rooms).find((candidate) => candidate.roomId === roomId);
  const connection = useSnapshot(account.connection);
  if (entry) return <OpenRoom entry={entry} onSearch={onSearch} />;
  if (connection === "starting") return <Busy>{t("timeline.opening")}</Busy>;
  return (
    <EmptyState icon={LogOut} title={t("rooms.gone")}>
      {t("rooms.goneText")}
    </EmptyState>
  );
}

interface OpenProps extends Pick<RoomPageProps, "onSearch"> {
  readonly entry: RoomEntry;
}

function OpenRoom({ entry, onSearch }: OpenProps) {
  const { roomId, kind, code } = entry;
  const text = useText();
  const { session } = useWorkplace();
  const { account, catalog, uploads, drafts, held, scheduled, keeperUserId, directory } = useTalk();
  const nameOf = useNames();
  const target = useTarget();
  const room = useSnapshot(directory).rooms.get(roomId);
  const commands = useSnapshot(catalog);
  const timeline = account.timeline(roomId);
  const [snapshot, composer] = useViewModel(
    () =>
      new ComposerModel({
        roomId,
        roomKind: kind ?? "",
        sender: account.sender,
        catalog,
        uploads,
        drafts,
        held,
        language: () => texts.getSnapshot().language,
        people: () => {
          const { members } = timeline.getSnapshot();
          const { language } = texts.getSnapshot();
          return mentionables(members, directory.getSnapshot(), { me: session.userId, language });
        },
        everybody: () => {
          const { t } = texts.getSnapshot();
          return [t("composer.everybody"), t("composer.everybodyReading")];
        },
        find: (eventId) => timeline.find(eventId),
      }),
  );
  const marked = useRef(entry.markedUnread);
  useEffect(() => {
    // Opened: what was to be looked at is looked at. Without a line the mark stays for the next time.
    if (marked.current) account.marks.markUnread(roomId, false).catch(() => undefined);
  }, [account, roomId]);
  const [opened, setOpened] = useState<WritingDialog>();
  const scheduledHere = useSnapshot(scheduled).filter((message) => message.roomId === roomId);
  const { dropping, handlers } = useDropFiles(composer.attach);
  const { replyTo, form } = snapshot;
  const replyTile = replyTo && tileOf(replyTo, keeperUserId);
  const note = commands.commands.find(({ name, roomKinds }) => name === "note" && roomKinds.includes(kind ?? ""));
  return (
    <section className={styles["room"]} aria-label={room?.title ?? code} {...handlers}>
      <Header entry={entry} onSearch={onSearch} />
      <TimelinePanel
        roomId={roomId}
        me={session.userId}
        target={target}
        onReply={composer.reply}
        onMakeRecord={composer.makeRecord}
        onCardAction={composer.act}
        onTakeBack={composer.restore}
      />
      <ComposerView
        snapshot={snapshot}
        actions={composer}
        replyName={replyTo ? nameOf(replyTo.sender).name : ""}
        replyText={replyTile ? previewText(replyTile, text) : ""}
        onWriteRecord={note && (() => composer.open({ command: note, known: {} }))}
        onOpen={setOpened}
        scheduledCount={scheduledHere.length}
      />
      {opened && (
        <WritingDialogs
          opened={opened}
          composer={composer}
          text={snapshot.text}
          scheduled={scheduledHere}
          onClose={() => setOpened(undefined)}
        />
      )}
      {form && (
        <CommandFormView
          request={form}
          onSend={(values) => composer.sendCommand(form.command, values)}
          onClose={composer.closeForm}
        />
      )}
      {dropping && <div className={styles["dropping"]}>{text.t("composer.dropHere")}</div>}
    </section>
  );
}

function Header({ entry, onSearch }: OpenProps) {
  const { session } = useWorkplace();
  const { account, directory, keeperUserId } = useTalk();
  const { rooms, colleagues } = useSnapshot(directory);
  const room = rooms.get(entry.roomId);
  const timeline = account.timeline(entry.roomId);
  const { members, codes } = useSnapshot(timeline);
  const nameOf = useNames(codes);
  const menu = useRoomMenu(entry, onSearch);
  const people = useMemo(() => members.filter((userId) => userId !== keeperUserId), [members, keeperUserId]);
  const invited = [...colleagues.values()]
    .filter(({ staffId, userId }) => room?.members.includes(staffId) && !people.includes(userId))
    .map((colleague) => nameOf(nameColleague(colleague).userId));
  return (
    <RoomHeader
      room={room}
      code={entry.code}
      members={people.map(nameOf)}
      invited={invited}
      me={session.userId}
      menu={menu}
    />
  );
}
