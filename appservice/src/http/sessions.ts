import { loadIdentity, replacingDevices } from "@tsunagi/care/devices/store";
import { CareError, found } from "@tsunagi/care/kernel/errors";
import type { Care } from "@tsunagi/care/kernel/unit";
import { permissionsOf } from "@tsunagi/care/permissions/table";
import { findSession } from "@tsunagi/care/session/session";
import type { SessionRow } from "@tsunagi/care/session/store";
import { loadStaff } from "@tsunagi/care/staff/store";
import { deviceCode } from "@tsunagi/contracts/deviceCode";
import { matrixUserId } from "@tsunagi/contracts/ids";
import type { Session } from "@tsunagi/contracts/rest/session";
import type { StaffMemberView } from "@tsunagi/contracts/rest/staff";
import type { EncryptedBot } from "../crypto/encryptedBot.ts";
import type { DeviceFacts } from "../crypto/trust.ts";

/** A session with what it may do now. */
export interface SignedIn {
  readonly session: SessionRow;
  readonly token: string;
  readonly staff: StaffMemberView;
  readonly step: Session["step"];
  readonly device: DeviceFacts | undefined;
  readonly replacementAllowed: boolean;
}

interface Dependencies {
  readonly care: Care;
  readonly bot: EncryptedBot;
  readonly limits: Session["limits"];
}

/** Looks sessions up and says what still stands between them and everything else. */
export class Sessions {
  readonly #d: Dependencies;

  constructor(dependencies: Dependencies) {
    this.#d = dependencies;
  }

  /** @throws CareError notSignedIn, accountSuspended */
  async find(token: string | undefined, correlationId: string): Promise<SignedIn> {
    if (!token) throw new CareError("notSignedIn");
    const looked = await this.#d.care.asSystem(
      correlationId,
      async (unit) => {
        const session = await findSession(unit, token);
        if (!session) throw new CareError("notSignedIn");
        const staff = found(await loadStaff(unit.tx, session.staffId));
        const identity = await loadIdentity(unit.tx, staff.id);
        const replacing = await replacingDevices(unit.tx, staff.id, unit.now);
        return { session, staff, identity, replacing };
      },
      { audited: false },
    );
    const { session, staff, identity, replacing } = looked;
    if (staff.status === "suspended" || staff.status === "left") throw new CareError("accountSuspended");
    const { devices } = await this.#d.bot.trust.inspect(staff.userId, false);
    const device = devices.find((candidate) => candidate.deviceId === session.deviceId);
    const replacementAllowed = replacing.some(
      ({ deviceId, fingerprint }) => deviceId === session.deviceId && fingerprint === device?.fingerprint,
    );
    const step = nextStep(staff, {
      enrolled: identity !== null,
      trusted: device?.trusted ?? false,
      replacementAllowed,
    });
    return { session, token, staff, step, device, replacementAllowed };
  }

  /** The session as its owner sees it. */
  async describe({ session, staff, step, device, replacementAllowed }: SignedIn): Promise<Session> {
    return {
      staffId: staff.id,
      userId: staff.userId,
      deviceId: session.deviceId,
      familyName: staff.familyName,
      givenName: staff.givenName,
      code: staff.code,
      memberships: staff.memberships,
      permissions: step === "ready" ? permissionsOf(staff.memberships.map(({ role }) => role)) : [],
      step,
      ...(device && step === "approveDevice"
        ? { deviceCode: await deviceCode(staff.userId, device.deviceId, device.fingerprint) }
        : {}),
      identityReplacementAllowed: replacementAllowed,
      csrfToken: session.csrfToken,
      keeperUserId: matrixUserId.parse(this.#d.bot.identity.userId),
      expiresAt: session.expiresAt.toISOString(),
      limits: this.#d.limits,
    };
  }
}

function nextStep(
  staff: StaffMemberView,
  { enrolled, trusted, replacementAllowed }: { enrolled: boolean; trusted: boolean; replacementAllowed: boolean },
): Session["step"] {
  if (staff.mustChangePassword) return "changePassword";
  if (!enrolled) return "enrol";
  // A device an administrator has just approved makes a new identity, so that colleagues' devices trust it as well.
  if (replacementAllowed) return "enrol";
  return trusted ? "ready" : "approveDevice";
}

/** What a step refuses with, on every route that is not `limited`. */
export function requireReady({ step }: SignedIn): void {
  if (step === "changePassword") throw new CareError("passwordChangeNeeded");
  if (step !== "ready") throw new CareError("deviceNotApproved");
}
