const MOST = 50;
const MINUTES_KEPT = 10;

/**
 * Idempotency keys of writes. A write whose answer never came keeps its key: when the person sends the same thing
 * again, the hub sees the same key and does it once.
 */
export class IdempotencyKeys {
  readonly #unanswered = new Map<string, { readonly key: string; readonly at: number }>();
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** @param write what makes this write this write: route and content */
  keyFor(write: string): string {
    const kept = this.#unanswered.get(write);
    if (kept && this.#now() - kept.at < MINUTES_KEPT * 60_000) return kept.key;
    return crypto.randomUUID();
  }

  unanswered(write: string, key: string): void {
    this.#unanswered.set(write, { key, at: this.#now() });
    const [oldest] = this.#unanswered.keys();
    if (this.#unanswered.size > MOST && oldest !== undefined) this.#unanswered.delete(oldest);
  }

  answered(write: string): void {
    this.#unanswered.delete(write);
  }
}
