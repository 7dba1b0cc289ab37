import { newInitialPassword } from "@tsunagi/care/kernel/ids";
import { insertOrganisation } from "@tsunagi/care/organisations/store";
import { addAccount } from "@tsunagi/care/staff/createStaff";
import { anyStaff } from "@tsunagi/care/staff/store";
import { loginName } from "@tsunagi/contracts/rest/staff";
import { type Offline, print } from "./offline.ts";

/** The first account of an empty installation: a network administrator, whose initial password is shown once. */
export async function createFirstAdministrator(
  { care }: Offline,
  [name = "admin"]: readonly string[],
): Promise<number> {
  const login = loginName.parse(name);
  const password = newInitialPassword();
  const made = await care.asSystem("admin:create", async (unit) => {
    if (await anyStaff(unit.tx)) {
      unit.audit({ action: "staff.create", outcome: "denied", detail: { reason: "notEmpty" } });
      return false;
    }
    const organisationId = await insertOrganisation(unit.tx, {
      name: "運営主体",
      nameKana: "ウンエイシュタイ",
      kind: "networkOperator",
      municipality: "222259",
      address: "",
      phone: "",
    });
    const names = { familyName: "運営", givenName: "管理者", familyKana: "ウンエイ", givenKana: "カンリシャ" };
    const input = { organisationId, loginName: login, ...names, role: "networkAdmin" as const };
    const staff = await addAccount(unit, input, { password, mustChangePassword: true });
    unit.audit({ action: "staff.create", subjectId: staff.id, detail: { role: "networkAdmin", first: true } });
    return true;
  });
  if (!made) {
    process.stderr.write("There are accounts already: an administrator creates further ones in the web client.\n");
    return 2;
  }
  print({ loginName: login, initialPassword: password });
  return 0;
}
