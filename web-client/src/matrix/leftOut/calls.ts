/*
 * Stands in for the SDK's audio and video calls, 120 kB that this network never offers: its client is made with
 * `disableVoip`, and asks nothing of these parts but that they exist, start and stop. leftOut.test.ts says when that is
 * no longer so.
 */

export const supportsMatrixCall = (): boolean => false;

const noCalls = (): never => {
  throw new Error("calls are not offered");
};
export const createNewMatrixCall = noCalls;

class NoCalls {
  constructor() {
    noCalls();
  }
}

export { NoCalls as CallEventHandler, NoCalls as GroupCall, NoCalls as GroupCallEventHandler };

/** The client makes one in any case and keeps it. */
export class MediaHandler {}

/** The client makes one in any case, starts it after the first sync and stops it. */
export class MatrixRTCSessionManager {
  start(): void {}
  stop(): void {}
}
