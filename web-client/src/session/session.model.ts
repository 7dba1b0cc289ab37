import { deviceCode } from "@tsunagi/contracts/deviceCode";
import type { Session } from "@tsunagi/contracts/rest/session";
import { HubProblem, HubUnreachable, isProblem } from "../hub/errors.ts";
import { isAborted } from "../hub/failure.ts";
import { ViewModel } from "../kit/viewModel.ts";
import type { HubSessionPort } from "./hubSession.ts";
import { type EndReason, endReason, type SessionPhase, sessionFailure } from "./phase.ts";
import { type AccountPort, MatrixFailure, type SignInPort } from "./ports.ts";
import type { TabLock } from "./tabLock.ts";

export interface SessionInputs<Account extends AccountPort> {
  readonly door: SignInPort<Account>;
  readonly hub: HubSessionPort;
  readonly lock: TabLock;
  readonly keep: SessionKeep;
  readonly deviceName: string;
  /** After signing out: a new page, so that nothing stays in memory. */
  readonly restart: () => void;
  /** Milliseconds between two looks whether the device was approved. */
  readonly pollEvery?: number;
}

/** The last session, kept on this device under the vault's key: without a network the page opens with it. */
export interface SessionKeep {
  read(): Promise<Session | undefined>;
  write(session: Session): Promise<void>;
}

/**
 * Signing in and what comes before work: the initial password, the identity, the approval of the device. The password
 * stays in memory until these are done, and nowhere else.
 */
export class SessionModel<Account extends AccountPort> extends ViewModel<SessionPhase<Account>> {
  readonly #inputs: SessionInputs<Account>;
  #account: Account | undefined;
  #password: string | undefined;
  #poll: ReturnType<typeof setTimeout> | undefined;
  #expelled: EndReason | undefined;

  constructor(inputs: SessionInputs<Account>) {
    super({ name: "starting" });
    this.#inputs = inputs;
  }

  protected override onStart(): void {
    this.#inputs.lock.hold({
      onWaiting: () => this.replace({ name: "otherTab" }),
      onHeld: () => void this.#begin(),
      onTaken: () => this.#letGo(),
    });
  }

  readonly takeOver = (): void => this.#inputs.lock.takeOver();

  /** After `stuck`: from the beginning, with what is kept. */
  readonly retry = (): void => void this.#begin();

  /** @throws MatrixFailure wrongPassword, limited, suspended, unreachable */
  readonly signIn = async (loginName: string, password: string): Promise<void> => {
    const { door, deviceName } = this.#inputs;
    const account = await door.signIn({ loginName, password, deviceName });
    this.#password = password;
    this.#adopt(account);
    try {
      await this.#open(account);
    } catch (error) {
      this.#getStuck(error); // signed in already: trying again goes on from here
    }
  };

  /** @param current asked for when this page does not know it any more */
  readonly changePassword = async (next: string, current = this.#password): Promise<void> => {
    await this.#need().changePassword(current ?? "", next);
    this.#password = next;
    await this.#advance(await this.#inputs.hub.read());
  };

  /** Makes the identity of this account and has the hub vouch for it; goes on with one whose making was cut short. */
  readonly enrol = async (password = this.#password): Promise<void> => {
    const { hub } = this.#inputs;
    const account = this.#need();
    const now = await hub.read();
    if (now.step !== "enrol") return this.#advance(now);
    const made = now.identityReplacementAllowed ? undefined : await this.#vouchedFor(account);
    if (made) return this.#advance(made);
    await account.makeIdentity(password ?? "");
    await this.#advance(await hub.enrol((await account.masterKey()) ?? ""));
  };

  /** Looks again what is to be done: was the device approved? */
  readonly refresh = async (): Promise<void> => {
    await this.#advance(await this.#inputs.hub.read());
  };

  /** The session has run out: opens it again without asking. @returns false when only the person can */
  readonly renew = async (): Promise<boolean> => {
    const account = this.#account;
    if (!account) return false;
    try {
      await this.#advance(await this.#inputs.hub.open(account, this.signal));
      return this.getSnapshot().name === "ready";
    } catch (error) {
      await this.#endIfOver(error);
      if (error instanceof HubUnreachable) throw error;
      return false;
    }
  };

  /** Asks the hub whether all is still as it was kept; without an answer it stays so. */
  readonly revalidate = async (): Promise<void> => {
    if (this.getSnapshot().name !== "ready") return;
    try {
      await this.#advance(await this.#inputs.hub.read());
    } catch (error) {
      await this.#endIfOver(error);
    }
  };

  /** The PIN was wrong too often: everything kept here goes, and the device is signed out if it can be. */
  readonly expel = async (): Promise<void> => {
    clearTimeout(this.#poll);
    this.#expelled = "pinSpent";
    const account = this.#account;
    this.#account = undefined;
    await account?.signOut();
    await this.#inputs.door.forget();
    this.replace({ name: "signedOut", reason: "pinSpent" });
  };

  /** Signs this device out and leaves nothing of it in the browser. */
  readonly signOut = async (): Promise<void> => {
    clearTimeout(this.#poll);
    await this.#inputs.hub.close().catch(() => undefined); // it ends by itself after half an hour
    await (this.#account ? this.#account.signOut() : this.#inputs.door.forget());
    this.#inputs.restart();
  };

  async #begin(): Promise<void> {
    const { door } = this.#inputs;
    if (!this.#account && !door.hasAccount()) return this.replace({ name: "signedOut", reason: this.#expelled });
    this.replace({ name: "starting" });
    if (await this.#beginWithKept()) return;
    const keptSession = this.#keptSession();
    keptSession.catch(() => undefined); // awaited below, once there is an account
    try {
      const account = this.#account ?? (await door.restore());
      if (!account) return this.replace({ name: "signedOut", reason: undefined });
      this.#adopt(account);
      const kept = await keptSession;
      await (kept?.deviceId === account.deviceId ? this.#advance(kept) : this.#open(account));
    } catch (error) {
      if (!(await this.#endIfOver(error))) this.#getStuck(error);
    }
  }

  /** Goes to work at once with what was kept, asking the hub afterwards. @returns false when nothing serves */
  async #beginWithKept(): Promise<boolean> {
    const { door, hub, keep } = this.#inputs;
    const kept = await keep.read();
    if (kept?.step !== "ready") return false;
    try {
      const account = this.#account ?? (await door.restore());
      if (account?.deviceId !== kept.deviceId) return false;
      this.#adopt(account);
      hub.resume(kept);
      await this.#advance(kept);
    } catch (error) {
      if (!(await this.#endIfOver(error))) this.#getStuck(error);
      return true;
    }
    void this.revalidate();
    return true;
  }

  /** An identity made before, perhaps: the hub says whether it counts. */
  async #vouchedFor(account: Account): Promise<Session | undefined> {
    const masterKey = await account.masterKey();
    if (!masterKey) return undefined;
    return this.#inputs.hub.enrol(masterKey).catch((error: unknown) => {
      if (isProblem(error, "deviceNotApproved")) return undefined;
      throw error;
    });
  }

  /** The cookie may still be good; then nothing has to be proven again. */
  async #keptSession(): Promise<Session | undefined> {
    try {
      return await this.#inputs.hub.read();
    } catch (error) {
      if (error instanceof HubProblem) return undefined;
      throw error;
    }
  }

  async #open(account: Account): Promise<void> {
    try {
      await this.#advance(await this.#inputs.hub.open(account, this.signal));
    } catch (error) {
      if (!(await this.#endIfOver(error))) throw error;
    }
  }

  #getStuck(error: unknown): void {
    if (!isAborted(error)) this.replace({ name: "stuck", failure: sessionFailure(error) });
  }

  #adopt(account: Account): void {
    if (this.#account === account) return;
    this.#account = account;
    account.onEnded(() => void this.#end("endedElsewhere"));
  }

  async #advance(session: Session): Promise<void> {
    clearTimeout(this.#poll);
    const account = this.#need();
    const passwordKnown = this.#password !== undefined;
    switch (session.step) {
      case "changePassword":
      case "enrol":
        return this.replace({ name: session.step, session, passwordKnown });
      case "approveDevice": {
        const code = await deviceCode(account.userId, account.deviceId, await account.ownDeviceKey());
        this.replace({ name: "approveDevice", session, code, account });
        this.#poll = setTimeout(() => void this.#pollOnce(), this.#inputs.pollEvery ?? 4_000);
        return;
      }
      case "ready":
        this.#password = undefined;
        void this.#inputs.keep.write(session).catch(() => undefined); // a full disk: then it does not open offline
        account.becomeReady(session.keeperUserId);
        return this.replace({ name: "ready", session, account });
    }
  }

  async #pollOnce(): Promise<void> {
    try {
      await this.refresh();
    } catch (error) {
      if (isProblem(error, "notSignedIn") && (await this.renew().catch(() => true))) return;
      if (this.getSnapshot().name !== "approveDevice") return;
      this.#poll = setTimeout(() => void this.#pollOnce(), this.#inputs.pollEvery ?? 4_000);
    }
  }

  /** @returns true when the error means that this device's time is over */
  async #endIfOver(error: unknown): Promise<boolean> {
    const reason = endReason(error);
    if (reason) await this.#end(reason);
    return reason !== undefined;
  }

  async #end(reason: EndReason): Promise<void> {
    clearTimeout(this.#poll);
    const account = this.#account;
    this.#account = undefined;
    this.#password = undefined;
    await account?.stop();
    await this.#inputs.door.forget();
    this.replace({ name: "signedOut", reason });
  }

  async #letGo(): Promise<void> {
    clearTimeout(this.#poll);
    this.replace({ name: "otherTab" });
    await this.#account?.stop();
    this.#account = undefined;
  }

  #need(): Account {
    if (!this.#account) throw new MatrixFailure("signedOut");
    return this.#account;
  }
}
