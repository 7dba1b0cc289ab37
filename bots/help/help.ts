import { type AnyCommand, type CommandContext, command } from "../framework/command.ts";

/** `/help`: generated from the commands that work in this room. */
export const help = (all: () => readonly AnyCommand[]): AnyCommand =>
  command({
    name: "help",
    aliases: ["ヘルプ", "使い方"],
    summary: { ja: "使えるコマンドを表示します", en: "Show the commands that work here" },
    example: { ja: "/ヘルプ", en: "/help" },
    requires: "signedIn",
    roomKinds: ["team", "watch", "facility", "mail", "negotiation", "incident"],
    arguments: {},
    execute: async ({ room }: CommandContext) => all().filter((candidate) => candidate.roomKinds.includes(room.kind)),
    render: (usable) => ({
      body: ["使えるコマンド", ...usable.map(({ example, summary }) => `${example.ja}\n　${summary.ja}`)].join("\n"),
      card: {
        kind: "help",
        title: { ja: "使えるコマンド", en: "Commands" },
        items: usable.map(({ name, aliases, example, summary }) => ({
          title: [name, ...aliases].map((known) => `/${known}`).join("　"),
          text: `${summary.ja}\n${example.ja}`,
        })),
      },
    }),
  });
