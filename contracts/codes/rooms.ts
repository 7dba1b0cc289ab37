import { codeList } from "./codeList.ts";

/** What a room is for. The kind stands in the room's state; nothing about a person does. */
export const roomKinds = codeList({
  team: ["ケアチーム", "Care team"],
  watch: ["見守りチーム", "Watch-over team"],
  facility: ["事業所", "Organisation"],
  mail: ["セキュアメール", "Secure mail"],
  negotiation: ["受入れ折衝", "Negotiation"],
  incident: ["搬送", "Transport"],
});
export type RoomKind = (typeof roomKinds.codes)[number];

export const teamKinds = codeList({ watch: ["見守り", "Watch-over"], care: ["ケア", "Care"] });
export type TeamKind = (typeof teamKinds.codes)[number];
