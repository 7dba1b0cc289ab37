import type { MatrixUserId, StaffId } from "@tsunagi/contracts/ids";
import type { StaffActor } from "../kernel/actor.ts";
import { CareError } from "../kernel/errors.ts";
import type { Tx } from "../kernel/store.ts";
import { type ActorRow, actorRows, staffIdOfUser } from "./store.ts";

/** Who acts, with the jobs they have now. Suspended and former staff are nobody; that they tried is recorded. */
export async function loadActor(tx: Tx, staffId: StaffId): Promise<StaffActor> {
  const rows = await actorRows(tx, staffId);
  const [first] = rows;
  if (!first) throw new CareError("notSignedIn");
  if (first.status === "suspended" || first.status === "left") {
    throw new CareError("accountSuspended", {}, { denied: { action: "account.use", subjectId: staffId } });
  }
  return {
    kind: "staff",
    staffId,
    userId: first.userId,
    code: first.code,
    familyName: first.familyName,
    givenName: first.givenName,
    jobs: rows.flatMap(({ job }: ActorRow) => (job ? [job] : [])),
  };
}

/** The professional behind a Matrix user, if there is one. */
export const findStaffByUser = (tx: Tx, userId: MatrixUserId): Promise<StaffId | null> => staffIdOfUser(tx, userId);
