/** The search engine does not answer now; later it may. */
export class EngineAway extends Error {
  constructor(cause?: unknown) {
    super("the search engine cannot be reached", { cause });
    this.name = "EngineAway";
  }
}
