import { type ProblemCode, problemSentence } from "@tsunagi/contracts/problems";
import type { OpenDataImportView } from "@tsunagi/contracts/rest/organisations";
import type { ImportRow } from "./store.ts";

/** A running import that has not moved for so long was broken off with the hub or the upload. */
const STOPPED_AFTER_MS = 120_000;

/** An import as people see it. */
export function viewImport(row: ImportRow, now: Date): OpenDataImportView {
  const { system, bytesTotal, bytesRead, problem, startedAt, movedAt, state, ...rest } = row;
  const still = state === "running" && now.getTime() - movedAt.getTime() > STOPPED_AFTER_MS;
  return {
    id: rest.id,
    fileName: rest.fileName,
    rows: rest.rows,
    organisationsCreated: rest.organisationsCreated,
    organisationsUpdated: rest.organisationsUpdated,
    servicesCreated: rest.servicesCreated,
    servicesUpdated: rest.servicesUpdated,
    rejected: rest.rejected,
    state: still ? "stopped" : state,
    format: system,
    bytesTotal: Number(bytesTotal),
    bytesRead: Number(bytesRead),
    problem: problem === null ? null : sentenceOf(problem),
    startedAt: startedAt.toISOString(),
  };
}

function sentenceOf(problem: string): { ja: string; en: string } {
  const { code, values } = JSON.parse(problem) as { code: ProblemCode; values: Record<string, string> };
  return { ja: problemSentence(code, "ja", values), en: problemSentence(code, "en", values) };
}
