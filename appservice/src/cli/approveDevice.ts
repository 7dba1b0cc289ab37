import { approveDeviceAsOperator } from "@tsunagi/care/devices/vouch";
import { type Offline, print } from "./offline.ts";

/** For an administrator who has lost every device: whoever runs the server approves the new one by its code. */
export async function approveDeviceCommand(
  { care }: Offline,
  [loginName, ...code]: readonly string[],
): Promise<number> {
  if (!loginName || code.length === 0) {
    process.stderr.write("Usage: device:approve LOGIN-NAME CODE\n");
    return 64;
  }
  await care.asSystem("device:approve", (unit) => approveDeviceAsOperator(unit, { loginName, code: code.join("") }));
  print("approved");
  return 0;
}
