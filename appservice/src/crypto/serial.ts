/** Runs pieces of work one after another, in the order they were asked for. A failure does not stop the next. */
export class Serial {
  #last: Promise<unknown> = Promise.resolve();

  run<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(work, work);
    this.#last = result.catch(() => undefined);
    return result;
  }
}

/** One `Serial` a key, forgotten when idle. */
export class SerialByKey {
  readonly #serials = new Map<string, { serial: Serial; waiting: number }>();

  async run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const entry = this.#serials.get(key) ?? { serial: new Serial(), waiting: 0 };
    this.#serials.set(key, entry);
    entry.waiting += 1;
    try {
      return await entry.serial.run(work);
    } finally {
      entry.waiting -= 1;
      if (entry.waiting === 0) this.#serials.delete(key);
    }
  }
}
