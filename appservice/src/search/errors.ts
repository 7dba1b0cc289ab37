import { EngineAway } from "@tsunagi/care/facilities/search/engineAway";

/** The search engine said no: HTTP status, its error code, and what it was asked (method and path, no content). */
export class EngineRefusal extends Error {
  readonly status: number;
  readonly code: string;

  constructor(what: string, status: number, code: string) {
    super(`${what}: ${status} ${code}`);
    this.name = "EngineRefusal";
    this.status = status;
    this.code = code;
  }
}

/** The client wraps what its transport throws: this gives it back. */
export async function unwrapped<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined;
    throw cause instanceof EngineAway || cause instanceof EngineRefusal ? cause : error;
  }
}
