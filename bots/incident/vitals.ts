import { writeIncidentEntry } from "@tsunagi/care/incident/entries";
import { entryInWords } from "@tsunagi/care/incident/inWords";
import { incidentOfRoom } from "@tsunagi/care/incident/store";
import { CareError, found } from "@tsunagi/care/kernel/errors";
import { longText } from "../framework/arguments.ts";
import { command } from "../framework/command.ts";
import { readVitals } from "./vitalsText.ts";

const WORDS = 200;

/** `/vitals` in a transport's room: the same entry as by the page's buttons (R14). */
export const vitals = command({
  name: "vitals",
  aliases: ["バイタル", "ばいたる"],
  summary: { ja: "搬送中のバイタルを記録します", en: "Enter vitals of a transport" },
  example: { ja: "/バイタル 血圧 182/90 脈 88 SpO2 91", en: "/vitals BP 182/90 HR 88 SpO2 91" },
  requires: "incident.open",
  roomKinds: ["incident"],
  arguments: { text: longText(WORDS, { label: { ja: "測った値", en: "Values" } }) },
  execute: async ({ unit, room }, { text }) => {
    const incidentId = found(await incidentOfRoom(unit.tx, room.matrixRoomId));
    const content = readVitals(text);
    if (!content) throw new CareError("vitalsUnread");
    await writeIncidentEntry(unit, { incidentId, content });
    return entryInWords(content);
  },
  render: (words) => ({
    body: `バイタルを受け取りました：${words}`,
    card: { kind: "notice", title: { ja: "バイタルを受け取りました", en: "Vitals taken over" }, text: words },
  }),
});
