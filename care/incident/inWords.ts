import { jcsLevels } from "@tsunagi/contracts/codes/emergency";
import { incidentTimes, interventions } from "@tsunagi/contracts/codes/incident";
import type { IncidentEntryContent } from "@tsunagi/contracts/rest/incident";

/** An entry as the room reads it. */
export function entryInWords(content: IncidentEntryContent): string {
  switch (content.kind) {
    case "jcs":
      return `意識 JCS ${jcsLevels.label(content.level, "ja")}`;
    case "intervention":
      return `処置 ${interventions.label(content.what, "ja")}`;
    case "time":
      return incidentTimes.label(content.what, "ja");
    case "note":
      return content.text;
    case "vitals":
      return vitalsInWords(content);
  }
}

function vitalsInWords(v: Extract<IncidentEntryContent, { kind: "vitals" }>): string {
  const said = (label: string, value: number | null, unit = "") => (value === null ? [] : [`${label} ${value}${unit}`]);
  const pressure =
    v.systolic === null && v.diastolic === null ? [] : [`血圧 ${v.systolic ?? "—"}/${v.diastolic ?? "—"}`];
  return [
    ...pressure,
    ...said("脈拍", v.pulse),
    ...said("呼吸", v.respiration),
    ...said("SpO2", v.spo2, "%"),
    ...said("体温", v.temperature, "℃"),
    ...said("酸素", v.oxygen, "L/分"),
  ].join("　");
}
