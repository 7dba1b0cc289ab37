import { approveDeviceCommand } from "./cli/approveDevice.ts";
import { askVacanciesCommand } from "./cli/askVacancies.ts";
import { verifyAuditCommand } from "./cli/auditVerify.ts";
import { createFirstAdministrator } from "./cli/firstAdministrator.ts";
import { importCommand } from "./cli/importFile.ts";
import { openOffline } from "./cli/offline.ts";
import { rotateKeysCommand } from "./cli/rotateKeys.ts";
import { seedDemo } from "./cli/seedDemo.ts";
import { readConfig } from "./config/config.ts";

/** Commands of the hub beside serving, in one table. They work on the database; a running hub carries out the rest. */
const COMMANDS = {
  "audit:verify": verifyAuditCommand,
  "keys:rotate": rotateKeysCommand,
  "device:approve": approveDeviceCommand,
  "admin:create": createFirstAdministrator,
  "vacancies:ask": askVacanciesCommand,
  "organisations:import": importCommand,
  "demo:seed": seedDemo,
} as const;

async function main([name = "", ...args]: readonly string[]): Promise<number> {
  const command = Object.entries(COMMANDS).find(([known]) => known === name)?.[1];
  if (!command) {
    process.stderr.write(`Unknown command "${name}". Known: ${Object.keys(COMMANDS).join(", ")}\n`);
    return 64;
  }
  const offline = openOffline(readConfig(process.env));
  try {
    return await command(offline, args);
  } finally {
    await offline.close();
  }
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: Error) => {
    process.stderr.write(
      `${error.name === "SettingError" || error.name === "CareError" ? error.message : (error.stack ?? error.message)}\n`,
    );
    process.exit(1);
  },
);
