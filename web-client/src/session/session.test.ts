import type { problems } from "@tsunagi/contracts/problems";
import type { Session } from "@tsunagi/contracts/rest/session";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { HubProblem, HubUnreachable } from "../hub/errors.ts";
import type { HubSessionPort } from "./hubSession.ts";
import { type AccountPort, MatrixFailure, type SignInPort } from "./ports.ts";
import { SessionModel } from "./session.model.ts";
import type { TabLock, TabLockHandlers } from "./tabLock.ts";

const session = (step: Session["step"]): Session =>
  ({ step, deviceId: "DEVICE", keeperUserId: "@keeper:x", csrfToken: "t", permissions: [] }) as unknown as Session;

const problem = (code: keyof typeof problems) =>
  new HubProblem({ type: "", title: "", status: 400, detail: "", en: "", code });

function fakeAccount() {
  const ended: (() => void)[] = [];
  return {
    userId: "@kan:x",
    deviceId: "DEVICE",
    ownDeviceKey: async () => "KEY",
    waitForDeviceKeys: async () => undefined,
    openIdToken: async () => "openid",
    signProof: async () => "signature",
    changePassword: vi.fn(async () => undefined),
    makeIdentity: vi.fn(async () => undefined),
    masterKey: vi.fn(async (): Promise<string | null> => "MASTER"),
    ownDevices: async () => [],
    canCrossSign: async () => true,
    crossSign: async () => undefined,
    compareWith: () => {
      throw new Error("not here");
    },
    onComparison: () => () => undefined,
    becomeReady: vi.fn(),
    onEnded: (listener: () => void) => {
      ended.push(listener);
      return () => undefined;
    },
    signOut: vi.fn(async () => undefined),
    stop: vi.fn(async () => undefined),
    end: () => {
      for (const listener of ended) listener();
    },
  } satisfies AccountPort & { end: () => void };
}

class FakeLock implements TabLock {
  handlers: TabLockHandlers | undefined;
  readonly takeOver = vi.fn();
  readonly #free: boolean;

  constructor(free = true) {
    this.#free = free;
  }

  hold(handlers: TabLockHandlers): void {
    this.handlers = handlers;
    if (this.#free) handlers.onHeld();
    else handlers.onWaiting();
  }
}

interface World {
  readonly kept?: boolean;
  readonly steps: Session["step"][];
  readonly hub?: Partial<HubSessionPort>;
  readonly door?: Partial<SignInPort<ReturnType<typeof fakeAccount>>>;
  readonly lock?: FakeLock;
  /** The session kept on the device. */
  readonly last?: Session;
}

/** `steps`: what each answer of the hub says, one after the other; the last one stays. */
function begin({ kept = false, steps, hub = {}, door = {}, lock = new FakeLock(), last }: World) {
  const account = fakeAccount();
  const answer = () => session((steps.length > 1 ? steps.shift() : steps[0]) ?? "ready");
  const restart = vi.fn();
  const keep = { read: async () => last, write: vi.fn(async () => undefined) };
  const model = new SessionModel({
    door: {
      hasAccount: () => kept,
      restore: async () => account,
      signIn: async () => account,
      forget: vi.fn(async () => undefined),
      ...door,
    },
    hub: {
      open: vi.fn(async () => answer()),
      read: vi.fn(async () => answer()),
      enrol: vi.fn(async () => answer()),
      close: async () => undefined,
      resume: vi.fn(),
      ...hub,
    },
    lock,
    keep,
    deviceName: "つなぎ",
    restart,
    pollEvery: 1_000,
  });
  model.start();
  const phase = () => model.getSnapshot().name;
  return { model, account, phase, lock, restart };
}

const comes = (phase: () => string, name: string) => vi.waitFor(() => expect(phase()).toBe(name));

describe("signing in", () => {
  it("shows the sign-in page when nothing is kept", () => expect(begin({ steps: [] }).phase()).toBe("signedOut"));

  it("goes through password, identity and on to work, knowing the password", async () => {
    const { model, account, phase } = begin({ steps: ["changePassword", "enrol", "enrol", "ready"] });
    account.masterKey.mockResolvedValueOnce(null);
    await model.signIn("kan", "initial");
    expect(model.getSnapshot()).toMatchObject({ name: "changePassword", passwordKnown: true });
    await model.changePassword("new-password-1");
    expect(account.changePassword).toHaveBeenCalledWith("initial", "new-password-1");
    expect(phase()).toBe("enrol");
    await model.enrol();
    expect(account.makeIdentity).toHaveBeenCalledWith("new-password-1");
    expect(phase()).toBe("ready");
    expect(account.becomeReady).toHaveBeenCalledWith("@keeper:x");
  });

  it("asks for the password again in a page that does not know it", async () => {
    const { model, phase } = begin({ kept: true, steps: ["enrol"] });
    await comes(phase, "enrol");
    expect(model.getSnapshot()).toMatchObject({ passwordKnown: false });
  });

  it("does not make a second identity when the first one only lacked the hub's word", async () => {
    const { model, account, phase } = begin({ kept: true, steps: ["enrol", "enrol", "ready"] });
    await comes(phase, "enrol");
    await model.enrol("pw");
    expect(phase()).toBe("ready");
    expect(account.makeIdentity).not.toHaveBeenCalled();
  });

  it("makes one anew when the hub does not know the one that is there", async () => {
    const enrol = vi
      .fn<HubSessionPort["enrol"]>()
      .mockRejectedValueOnce(problem("deviceNotApproved"))
      .mockResolvedValue(session("ready"));
    const { model, account, phase } = begin({ kept: true, steps: ["enrol"], hub: { enrol } });
    await comes(phase, "enrol");
    await model.enrol("pw");
    expect(phase()).toBe("ready");
    expect(account.makeIdentity).toHaveBeenCalledWith("pw");
  });

  it("leaves a wrong password to the form", async () => {
    const refuse = async () => {
      throw new MatrixFailure("wrongPassword");
    };
    const { model, phase } = begin({ steps: [], door: { signIn: refuse } });
    await expect(model.signIn("kan", "x")).rejects.toMatchObject({ code: "wrongPassword" });
    expect(phase()).toBe("signedOut");
  });

  it("goes on from where it was when the hub could not be reached after signing in", async () => {
    const open = vi.fn<HubSessionPort["open"]>().mockRejectedValueOnce(new HubUnreachable());
    const signIn = vi.fn(async () => fakeAccount());
    const { model, phase } = begin({ steps: ["ready"], hub: { open }, door: { signIn } });
    await model.signIn("kan", "pw");
    expect(model.getSnapshot()).toMatchObject({ name: "stuck", failure: { kind: "offline" } });
    model.retry();
    await comes(phase, "ready");
    expect(signIn).toHaveBeenCalledTimes(1);
  });
});

describe("coming back", () => {
  it("uses the session of the cookie when it is this device's", async () => {
    const open = vi.fn<HubSessionPort["open"]>();
    const { phase } = begin({ kept: true, steps: ["ready"], hub: { open } });
    await comes(phase, "ready");
    expect(open).not.toHaveBeenCalled();
  });

  it("proves itself anew when there is none", async () => {
    const read = async () => {
      throw problem("notSignedIn");
    };
    const { phase } = begin({ kept: true, steps: ["ready"], hub: { read } });
    await comes(phase, "ready");
  });

  it("restores the account once, however often the hub has to be asked", async () => {
    const account = fakeAccount();
    const restore = vi.fn(async () => account);
    const read = vi.fn<HubSessionPort["read"]>().mockRejectedValueOnce(new HubUnreachable());
    const { model, phase } = begin({
      kept: true,
      steps: ["ready"],
      hub: { read: read.mockResolvedValue(session("ready")) },
      door: { restore },
    });
    await comes(phase, "stuck");
    model.retry();
    await comes(phase, "ready");
    expect(restore).toHaveBeenCalledTimes(1);
  });

  it.each([
    ["signedOut", "endedElsewhere"],
    ["storeLost", "storeLost"],
    ["suspended", "suspended"],
  ] as const)("says why it cannot when the account is %s, and keeps nothing", async (code, reason) => {
    const forget = vi.fn(async () => undefined);
    const restore = async () => {
      throw new MatrixFailure(code);
    };
    const { model, phase } = begin({ kept: true, steps: ["ready"], door: { restore, forget } });
    await comes(phase, "signedOut");
    expect(model.getSnapshot()).toMatchObject({ reason });
    expect(forget).toHaveBeenCalledTimes(1);
  });
});

describe("waiting for approval", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("shows the code of its own key and goes on by itself once approved", async () => {
    const { model, phase } = begin({ steps: ["approveDevice", "approveDevice", "ready"] });
    await model.signIn("kan", "pw");
    const waiting = model.getSnapshot();
    expect(waiting.name === "approveDevice" && waiting.code).toMatch(/^\d{16}$/);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(phase()).toBe("approveDevice");
    // Its key is hashed in another thread, which a clock that is moved on does not wait for.
    await vi.waitFor(() => expect(phase()).toBe("ready"), 5_000);
  });

  it("keeps looking while there is no line", async () => {
    const read = vi
      .fn<HubSessionPort["read"]>()
      .mockResolvedValueOnce(session("approveDevice"))
      .mockRejectedValueOnce(new HubUnreachable())
      .mockResolvedValue(session("ready"));
    const { phase } = begin({ kept: true, steps: ["ready"], hub: { read } });
    await comes(phase, "approveDevice");
    await vi.advanceTimersByTimeAsync(2_000);
    expect(phase()).toBe("ready");
  });
});

describe("while working", () => {
  it("opens an ended session again without asking", async () => {
    const { model, phase } = begin({ kept: true, steps: ["ready"] });
    await comes(phase, "ready");
    expect(await model.renew()).toBe(true);
    expect(phase()).toBe("ready");
  });

  it("goes back to waiting when the device is not approved any more", async () => {
    const { model, phase } = begin({ kept: true, steps: ["ready", "approveDevice"] });
    await comes(phase, "ready");
    await model.refresh();
    expect(phase()).toBe("approveDevice");
  });

  it("stops at once when the device was signed out elsewhere", async () => {
    const { model, account, phase } = begin({ kept: true, steps: ["ready"] });
    await comes(phase, "ready");
    account.end();
    await comes(phase, "signedOut");
    expect(model.getSnapshot()).toMatchObject({ reason: "endedElsewhere" });
    expect(account.stop).toHaveBeenCalledTimes(1);
  });

  it("signs out at the homeserver even when the hub does not answer, and begins a new page", async () => {
    const close = async () => {
      throw new HubUnreachable();
    };
    const { model, account, phase, restart } = begin({ kept: true, steps: ["ready"], hub: { close } });
    await comes(phase, "ready");
    await model.signOut();
    expect(account.signOut).toHaveBeenCalledTimes(1);
    expect(restart).toHaveBeenCalledTimes(1);
  });
});

describe("two tabs", () => {
  it("waits while another tab has it, and can take over", async () => {
    const lock = new FakeLock(false);
    const { model, phase } = begin({ kept: true, steps: ["ready"], lock });
    expect(phase()).toBe("otherTab");
    model.takeOver();
    expect(lock.takeOver).toHaveBeenCalledTimes(1);
    lock.handlers?.onHeld();
    await comes(phase, "ready");
  });

  it("lets go of the encryption store when another tab takes over", async () => {
    const { account, phase, lock } = begin({ kept: true, steps: ["ready"] });
    await comes(phase, "ready");
    await lock.handlers?.onTaken();
    expect(account.stop).toHaveBeenCalledTimes(1);
    expect(phase()).toBe("otherTab");
  });
});
