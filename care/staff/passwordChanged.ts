import type { MatrixUserId } from "@tsunagi/contracts/ids";
import { found } from "../kernel/errors.ts";
import type { Unit } from "../kernel/unit.ts";
import { findStaffByUser } from "./loadActor.ts";
import { loadStaff, updateStaff } from "./store.ts";

/** The homeserver has accepted a new password from the account's owner, in whatever client: it is no initial one now. */
export async function passwordChanged(unit: Unit, userId: MatrixUserId): Promise<void> {
  const staffId = await findStaffByUser(unit.tx, userId);
  if (!staffId) return;
  const { status } = found(await loadStaff(unit.tx, staffId));
  await updateStaff(unit.tx, staffId, {
    mustChangePassword: false,
    ...(status === "invited" ? { status: "active" as const } : {}),
  });
  unit.audit({ action: "account.passwordChanged", subjectId: staffId });
}
