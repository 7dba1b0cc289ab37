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
