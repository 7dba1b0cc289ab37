import { attachmentTitles } from "@tsunagi/contracts/codes/negotiation";
import type { NegotiationCaseId } from "@tsunagi/contracts/ids";
import type { NegotiationCaseView } from "@tsunagi/contracts/rest/negotiation";
import { recogniseMediaType } from "../../consent/documents.ts";
import { CareError, found } from "../../kernel/errors.ts";
import { newId } from "../../kernel/ids.ts";
import type { StaffUnit } from "../../kernel/unit.ts";
import { lockPerson } from "../../people/store.ts";
import { authoriseAsking } from "../authoriseAsking.ts";
import { loadCase } from "../store.ts";
import { viewCase } from "../viewCase.ts";
import { insertCaseDocument } from "./store.ts";
import { caseDocumentPurpose } from "./viewDocuments.ts";

const MEGABYTE = 1_000_000;

/**
 * Attaches a file, sealed with the person's key. What a picture tells cannot be checked: it is given with the identity
 * (L2) only. Whoever attaches it has looked at it: that is its approval.
 * @throws CareError tooLarge, unreadableFile, caseClosed
 */
export async function attachCaseDocument(
  unit: StaffUnit,
  input: { caseId: NegotiationCaseId; title: (typeof attachmentTitles.codes)[number]; bytes: Uint8Array },
): Promise<NegotiationCaseView> {
  const { caseId, bytes } = input;
  const { personId } = found(await loadCase(unit.tx, caseId));
  await lockPerson(unit.tx, personId);
  const job = await authoriseAsking(unit, personId, caseId);
  const { state } = found(await loadCase(unit.tx, caseId));
  if (state === "closed") throw new CareError("caseClosed");
  const { documentBytes } = unit.settings;
  if (bytes.length > documentBytes)
    throw new CareError("tooLarge", { limit: `${Math.floor(documentBytes / MEGABYTE)} MB` });
  const mediaType = recogniseMediaType(bytes);
  if (!mediaType) throw new CareError("unreadableFile", { reason: "PDF・JPEG・PNG / PDF, JPEG, PNG" });
  const id = newId("cdc");
  await insertCaseDocument(unit.tx, {
    id,
    caseId,
    kind: "attachment",
    level: 2,
    mediaType,
    size: bytes.length,
    title: attachmentTitles.label(input.title, "ja"),
    createdById: unit.actor.staffId,
    createdAt: unit.now,
    approvedById: unit.actor.staffId,
    ...(await unit.vault.sealBytesFor(unit.tx, personId, bytes, caseDocumentPurpose(id))),
  });
  const detail = { document: id, level: 2, kind: "attachment", mediaType, size: bytes.length };
  unit.audit({ action: "negotiation.document", job, personId, subjectId: caseId, detail });
  return viewCase(unit, caseId);
}
