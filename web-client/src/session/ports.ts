/**
 * What signing in, the session's steps and the device pages need of the Matrix side. `matrix/` implements it; nothing
 * of the SDK shows here. Errors are `MatrixFailure`s.
 */

import type { ComparisonPort } from "./comparison.ts";

/** One of one's own devices as the homeserver and this device's encryption know it. */
export interface OwnMatrixDevice {
  readonly deviceId: string;
  readonly displayName: string;
  /** Its Ed25519 key, unpadded base64. */
  readonly ed25519: string;
  /** Signed by one's own cross-signing identity. */
  readonly signed: boolean;
}

/** Why the Matrix side could not do it. */
export type MatrixFailureCode =
  /** Login name or password is wrong. */
  | "wrongPassword"
  /** The account is locked or deactivated. */
  | "suspended"
  /** The new password is refused (too short, the same as before); `message` says it in the server's words. */
  | "weakPassword"
  /** Asked too often; `retryAfterMs` says how long to wait. */
  | "limited"
  /** No answer: no network, or the server is down. */
  | "unreachable"
  /** The access token is no longer valid: this device was signed out elsewhere. */
  | "signedOut"
  /** The encryption store of this device cannot be opened or is gone. */
  | "storeLost"
  | "unexpected";

export class MatrixFailure extends Error {
  readonly code: MatrixFailureCode;
  readonly retryAfterMs: number | undefined;

  constructor(code: MatrixFailureCode, message = "", options: { retryAfterMs?: number; cause?: unknown } = {}) {
    super(message || code, { cause: options.cause });
    this.name = "MatrixFailure";
    this.code = code;
    this.retryAfterMs = options.retryAfterMs;
  }
}

/** An account on this device: its keys, its proofs, its end. From `signIn` or `restore` until `signOut`. */
export interface AccountPort {
  readonly userId: string;
  readonly deviceId: string;
  /** This device's own Ed25519 key, unpadded base64, for the code people compare. */
  ownDeviceKey(): Promise<string>;
  /** Resolves when the homeserver shows this device's keys (POST /api/session needs them). */
  waitForDeviceKeys(signal: AbortSignal): Promise<void>;
  /** access_token of a new OpenID token. */
  openIdToken(): Promise<string>;
  /** Ed25519 signature of `text` by the device key, unpadded base64. */
  signProof(text: string): Promise<string>;
  changePassword(current: string, next: string): Promise<void>;
  /** Makes (or replaces) the cross-signing identity. */
  makeIdentity(password: string): Promise<void>;
  /** Public master key, unpadded base64; null while there is none. */
  masterKey(): Promise<string | null>;
  ownDevices(): Promise<readonly OwnMatrixDevice[]>;
  /** True when this device holds the keys to sign another own device. */
  canCrossSign(): Promise<boolean>;
  /** Compares pictures with another own device, which gets one's keys by it. */
  compareWith(deviceId: string): ComparisonPort;
  /** Another own device asks to compare pictures. @returns unsubscribe */
  onComparison(listener: (comparison: ComparisonPort) => void): () => void;
  /** Signs another own device with one's identity, after the person has compared its code. */
  crossSign(deviceId: string): Promise<void>;
  /**
   * Called when the session's step is `ready` (again): accept invitations of the keeper from now on, and expect its
   * key bundles in every joined room. Safe to call twice.
   */
  becomeReady(keeperUserId: string): void;
  /** The homeserver has ended this device (signed out elsewhere, suspended). @returns unsubscribe */
  onEnded(listener: () => void): () => void;
  /** Ends the device on the homeserver (best effort) and deletes everything it kept in this browser. */
  signOut(): Promise<void>;
  /** Stops syncing and closes the store, keeping it: another tab takes over. */
  stop(): Promise<void>;
}

export interface SignInInput {
  readonly loginName: string;
  readonly password: string;
  readonly deviceName: string;
}

/** The door: how an account comes to be on this device. */
export interface SignInPort<Account extends AccountPort = AccountPort> {
  /** True when an account is kept in this browser; cheap, so that the sign-in page shows at once. */
  hasAccount(): boolean;
  /** The kept account, encryption started and syncing; null when there is none. */
  restore(): Promise<Account | null>;
  signIn(input: SignInInput): Promise<Account>;
  /** Deletes whatever is kept without an account to sign out. */
  forget(): Promise<void>;
}
