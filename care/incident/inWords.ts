import { jcsLevels } from "@tsunagi/contracts/codes/emergency";
import { incidentTimes, interventions } from "@tsunagi/contracts/codes/incident";
import type { IncidentEntryContent, IncidentGcs } from "@tsunagi/contracts/rest/incident";

/** `GCS E3V4M6（13点）`: how it is written everywhere. */
export const gcsText = ({ eye, verbal, motor }: IncidentGcs): string =>
  `GCS E${eye}V${verbal}M${motor}（${eye + verbal + motor}点）`;

/** An entry as the room reads it. */
export function entryInWords(content: IncidentEntryContent): string {
  switch (content.kind) {
    case "jcs":
      return `意識 JCS ${jcsLevels.label(content.level, "ja")}`;
    case "gcs":
      return `意識 ${gcsText(content)}`;
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
