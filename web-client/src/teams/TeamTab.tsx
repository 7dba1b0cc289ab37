import type { PersonView } from "@tsunagi/contracts/rest/people";
import type { TeamMemberView } from "@tsunagi/contracts/rest/teams";
import { UsersRound } from "lucide-react";
import { useState } from "react";
import { useWorkplace } from "../app/services.ts";
import { Loader } from "../hub/loadable.ts";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import { List, Row } from "../kit/List.tsx";
import { Loaded } from "../kit/Loaded.tsx";
import { EmptyState } from "../kit/State.tsx";
import { useToasts } from "../kit/ToastHost.tsx";
import { useViewModel } from "../kit/useViewModel.ts";
import { OpenTeamDialog } from "./OpenTeamDialog.tsx";
import { TeamView } from "./Team.view.tsx";
import { type TeamDialog, TeamDialogs } from "./TeamDialogs.tsx";

export interface TeamTabProps {
  readonly person: PersonView;
  /** A team was opened, left or closed: the person's list of teams is not right any more. */
  readonly onTeamsChanged: () => void;
}

/** The person's team: the one there is, or opening one. */
export function TeamTab({ person, onTeamsChanged }: TeamTabProps) {
  const active = person.teams.find(({ state }) => state === "active");
  if (!active) return <NoTeam person={person} onTeamsChanged={onTeamsChanged} />;
  return <ActiveTeam key={active.id} teamId={active.id} onTeamsChanged={onTeamsChanged} />;
}

function NoTeam({ person, onTeamsChanged }: TeamTabProps) {
  const { t } = useText();
  const { session, directory } = useWorkplace();
  const toasts = useToasts();
  const [opening, setOpening] = useState(false);
  const may = session.permissions.includes("team.open");
  const closed = person.teams.filter(({ state }) => state === "closed");
  return (
    <>
      <EmptyState
        icon={UsersRound}
        title={closed.length > 0 ? t("teams.noneNow") : t("teams.none")}
        action={
          may && (
            <Button variant="primary" onClick={() => setOpening(true)}>
              {t("teams.open")}
            </Button>
          )
        }
      >
        {may ? t("teams.noneHint") : t("teams.noneNotAllowed")}
      </EmptyState>
      {closed.length > 0 && (
        <List label={t("teams.closedTeams")}>
          {closed.map(({ id, kind }) => (
            <Row
              key={id}
              href={`/people/${person.id}/members/${id}`}
              title={t(kind === "watch" ? "teams.watchTeam" : "teams.careTeam")}
              subtitle={`${t("teams.closed")}｜${t("teams.closedList")}`}
            />
          ))}
        </List>
      )}
      {opening && (
        <OpenTeamDialog
          personId={person.id}
          onOpened={() => {
            toasts.show({ text: t("teams.opened") });
            void directory.refresh();
            onTeamsChanged();
          }}
          onClose={() => setOpening(false)}
        />
      )}
    </>
  );
}

const ROOM_LOOK = 1_500;

function ActiveTeam({ teamId, onTeamsChanged }: { teamId: string; onTeamsChanged: () => void }) {
  const { hub, session } = useWorkplace();
  const [dialog, setDialog] = useState<TeamDialog>();
  const [team, loader] = useViewModel(
    () =>
      new Loader((signal) => hub.call("readTeam", { params: { teamId }, signal }), {
        again: ({ roomId }) => (roomId === null ? ROOM_LOOK : undefined),
      }),
  );
  const { permissions, staffId } = session;
  const isIn = (members: readonly TeamMemberView[]) =>
    members.some((member) => member.staffId === staffId && member.leftAt === null);
  return (
    <Loaded of={team} onRetry={() => void loader.reload()}>
      {(value) => {
        const member = isIn(value.members);
        return (
          <>
            <TeamView
              team={value}
              ownStaffId={staffId}
              rights={{
                member,
                manage: member && permissions.includes("team.manageMembers"),
                convert: member && permissions.includes("team.convert"),
                close: permissions.includes("team.close"),
              }}
              onAdd={() => setDialog({ name: "add" })}
              onRemove={(who) => setDialog({ name: "remove", member: who })}
              onConvert={() => setDialog({ name: "convert" })}
              onLeave={() => setDialog({ name: "leave" })}
              onClose={() => setDialog({ name: "close" })}
            />
            <TeamDialogs
              dialog={dialog}
              team={value}
              onChanged={loader.put}
              onEnded={onTeamsChanged}
              onClose={() => setDialog(undefined)}
            />
          </>
        );
      }}
    </Loaded>
  );
}
