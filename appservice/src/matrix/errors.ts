/** The homeserver said no: HTTP status and Matrix error code (spec, "Standard error response"). */
export class MatrixError extends Error {
  readonly status: number;
  readonly errcode: string;
  readonly retryAfterMs: number | undefined;

  constructor(message: string, status: number, errcode: string, retryAfterMs?: number) {
    super(message);
    this.name = "MatrixError";
    this.status = status;
    this.errcode = errcode;
    this.retryAfterMs = retryAfterMs;
  }

  /** Trying again later may help. */
  get transient(): boolean {
    return this.status >= 500 || this.status === 429;
  }
}

/** The homeserver did not answer at all. */
export class HomeserverUnreachable extends Error {
  constructor(cause: unknown) {
    super("the homeserver cannot be reached", { cause });
    this.name = "HomeserverUnreachable";
  }
}

export const isTransient = (error: unknown): boolean =>
  error instanceof HomeserverUnreachable || (error instanceof MatrixError && error.transient);
