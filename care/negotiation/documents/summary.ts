import { careLevels, sexes } from "@tsunagi/contracts/codes/levels";
import { ageBands } from "@tsunagi/contracts/codes/negotiation";
import { recordKinds } from "@tsunagi/contracts/codes/recordKinds";
import type { NegotiationCaseId } from "@tsunagi/contracts/ids";
import type { IdentifyingHit, NegotiationCaseView } from "@tsunagi/contracts/rest/negotiation";
import type { CareRecordView } from "@tsunagi/contracts/rest/records";
import { CareError, found } from "../../kernel/errors.ts";
import { newId } from "../../kernel/ids.ts";
import type { StaffUnit } from "../../kernel/unit.ts";
import { type OpenedPerson, openPerson } from "../../people/openPerson.ts";
import { lockPerson } from "../../people/store.ts";
import { listRecords } from "../../records/listRecords.ts";
import { authoriseAsking } from "../authoriseAsking.ts";
import { checkEnquiryText, refuseIdentifying } from "../checkText.ts";
import { ageBandOf } from "../sheet.ts";
import { loadCase } from "../store.ts";
import { viewCase } from "../viewCase.ts";
import { insertCaseDocument } from "./store.ts";
import { caseDocumentPurpose } from "./viewDocuments.ts";

/** The newest records of each kind that go into a draft. */
const RECORDS_A_KIND = 5;

type Of = { readonly caseId: NegotiationCaseId };

/**
 * A summary (入院時情報提供書・看護サマリー) drafted from the person's records, for somebody to look through and mend.
 * Nothing is kept and nothing goes out.
 */
export async function draftSummary(
  unit: StaffUnit,
  { caseId, level }: Of & { level: 1 | 2 },
): Promise<{ text: string; records: number; hits: IdentifyingHit[] }> {
  const { personId } = found(await loadCase(unit.tx, caseId));
  await authoriseAsking(unit, personId, caseId);
  const { records } = await listRecords(unit, { personId, history: "current", limit: 200 });
  const current = records.filter(({ status }) => status === "current");
  const text = summaryText(await openPerson(unit, personId), current, { level, now: unit.now });
  const { hits } = level === 1 ? await checkEnquiryText(unit, { personId, text }) : { hits: [] };
  return { text, records: current.length, hits };
}

/** Pure: a heading for each kind, its newest records below. */
function summaryText(
  person: OpenedPerson,
  records: readonly CareRecordView[],
  { level, now }: { level: 1 | 2; now: Date },
): string {
  const who =
    level === 2
      ? `${person.familyName} ${person.givenName}（${person.birthDate}生）`
      : `${ageBands.label(ageBandOf(person.birthDate, now), "ja")}　${sexes.label(person.sex, "ja")}`;
  const careLevel = person.careLevel ? careLevels.label(person.careLevel, "ja") : "未確認";
  const sections = recordKinds.codes.map((kind) => {
    const lines = records.filter((record) => record.kind === kind).slice(0, RECORDS_A_KIND);
    const said = lines.map(({ text }) => `・${text.replaceAll("\n", "\n　")}`);
    return [`【${recordKinds.label(kind, "ja")}】`, ...(said.length > 0 ? said : ["・記録なし"])].join("\n");
  });
  return [`【対象の方】\n${who}　${careLevel}`, ...sections].join("\n\n");
}

export interface ApprovedSummary extends Of {
  readonly title: string;
  readonly level: 1 | 2;
  readonly text: string;
  readonly textLookedAt: boolean;
}

/**
 * Approves a summary as it stands. One for L1 is given without the name and must hold nothing that tells it.
 * @throws CareError identifyingText, caseClosed
 */
export async function approveSummary(unit: StaffUnit, input: ApprovedSummary): Promise<NegotiationCaseView> {
  const { personId } = found(await loadCase(unit.tx, input.caseId));
  await lockPerson(unit.tx, personId);
  const job = await authoriseAsking(unit, personId, input.caseId);
  const { state } = found(await loadCase(unit.tx, input.caseId));
  if (state === "closed") throw new CareError("caseClosed");
  const checked = input.level === 1 ? { title: input.title, text: input.text } : { title: input.title };
  await refuseIdentifying(unit, personId, checked, input.textLookedAt);
  const id = newId("cdc");
  const bytes = Buffer.from(input.text, "utf8");
  await insertCaseDocument(unit.tx, {
    id,
    caseId: input.caseId,
    kind: "summary",
    level: input.level,
    mediaType: "text/plain; charset=utf-8",
    size: bytes.length,
    title: input.title,
    createdById: unit.actor.staffId,
    createdAt: unit.now,
    approvedById: unit.actor.staffId,
    ...(await unit.vault.sealBytesFor(unit.tx, personId, bytes, caseDocumentPurpose(id))),
  });
  const detail = { document: id, level: input.level, kind: "summary" };
  unit.audit({ action: "negotiation.document", job, personId, subjectId: input.caseId, detail });
  return viewCase(unit, input.caseId);
}
