import { CareError } from "@tsunagi/care/kernel/errors";
import { readTeam } from "@tsunagi/care/teams/readTeam";
import { activeTeamOf } from "@tsunagi/care/teams/store";
import { roles } from "@tsunagi/contracts/codes/roles";
import { command } from "../framework/command.ts";

/** `/members`: who is in the team, by name: Matrix itself shows codes only. */
export const members = command({
  name: "members",
  aliases: ["メンバー", "参加者", "誰"],
  summary: { ja: "チームの参加者を表示します", en: "Show who is in the team" },
  example: { ja: "/メンバー", en: "/members" },
  requires: "team.read",
  roomKinds: ["team", "watch"],
  arguments: {},
  execute: async ({ unit, room }) => {
    const team = room.personId ? await activeTeamOf(unit.tx, room.personId) : null;
    if (!team) throw new CareError("teamClosed");
    return readTeam(unit, { teamId: team.id });
  },
  render: (team) => {
    const current = team.members.filter((member) => member.leftAt === null);
    const lines = current.map((member) => ({
      title: `${member.familyName} ${member.givenName}（${roles.label(member.role, "ja")}）`,
      note: `${member.organisationName}　${member.code}`,
    }));
    return {
      body: [`参加者 ${current.length}名`, ...lines.map(({ title, note }) => `・${title}　${note}`)].join("\n"),
      card: {
        kind: "members",
        title: { ja: `参加者 ${current.length}名`, en: `${current.length} members` },
        items: lines,
      },
    };
  },
});
