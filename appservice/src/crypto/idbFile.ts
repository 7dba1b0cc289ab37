import { DatabaseSync, type StatementSync } from "node:sqlite";
import v8 from "node:v8";
import { type IdbKey, keyText } from "./idbKey.ts";

/** One change of a transaction: a record that may have changed, or a store that was emptied. */
export type Change =
  | { readonly store: string; readonly key: IdbKey }
  | { readonly store: string; readonly cleared: true };

export interface StoredRecord {
  readonly store: string;
  readonly key: IdbKey;
  readonly value: unknown;
}

/** Shape of a database, enough to make it again. */
export interface DatabaseSchema {
  readonly version: number;
  readonly stores: readonly {
    readonly name: string;
    readonly keyPath: string | string[] | null;
    readonly autoIncrement: boolean;
    readonly generator?: number;
    readonly indexes: readonly { name: string; keyPath: string | string[]; unique: boolean; multiEntry: boolean }[];
  }[];
}

/** Another process has the file open: two engines on one store would use message keys twice. */
export class StoreInUse extends Error {
  constructor(file: string) {
    super(
      `The bots' key store ${file} is in use by another hub process. Stop that one first; never run two on one store.`,
    );
    this.name = "StoreInUse";
  }
}

/**
 * The SQLite file below our IndexedDB. Opened exclusively: a second process is refused. Commits reach the disk before
 * they are reported (synchronous = FULL).
 */
export class IdbFile {
  readonly #sql: DatabaseSync;
  readonly #put: StatementSync;
  readonly #remove: StatementSync;
  readonly #removeStore: StatementSync;

  constructor(file: string) {
    this.#sql = new DatabaseSync(file);
    try {
      this.#sql.exec("PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;");
      this.#sql.exec(`
        CREATE TABLE IF NOT EXISTS idb_schema(db TEXT PRIMARY KEY, schema TEXT NOT NULL) STRICT;
        CREATE TABLE IF NOT EXISTS idb_record(db TEXT NOT NULL, store TEXT NOT NULL, k TEXT NOT NULL, key BLOB NOT NULL,
          value BLOB NOT NULL, PRIMARY KEY(db, store, k)) STRICT, WITHOUT ROWID;
        BEGIN IMMEDIATE; COMMIT;`);
    } catch (error) {
      throw (error as { errcode?: number }).errcode === SQLITE_BUSY ? new StoreInUse(file) : error;
    }
    this.#put = this.#sql.prepare(
      "INSERT INTO idb_record VALUES(?,?,?,?,?) ON CONFLICT(db,store,k) DO UPDATE SET value=excluded.value",
    );
    this.#remove = this.#sql.prepare("DELETE FROM idb_record WHERE db=? AND store=? AND k=?");
    this.#removeStore = this.#sql.prepare("DELETE FROM idb_record WHERE db=? AND store=?");
  }

  databases(): { name: string; schema: DatabaseSchema }[] {
    const rows = this.#sql.prepare("SELECT db, schema FROM idb_schema").all() as { db: string; schema: string }[];
    return rows.map(({ db, schema }) => ({ name: db, schema: JSON.parse(schema) as DatabaseSchema }));
  }

  *records(database: string): Generator<StoredRecord> {
    const select = this.#sql.prepare("SELECT store, key, value FROM idb_record WHERE db=?");
    for (const row of select.iterate(database)) {
      const { store, key, value } = row as unknown as { store: string; key: Uint8Array; value: Uint8Array };
      yield { store, key: v8.deserialize(key) as IdbKey, value: v8.deserialize(value) };
    }
  }

  /** The whole database anew: after its stores were made or changed. */
  replace(database: string, schema: DatabaseSchema, records: Iterable<StoredRecord>): void {
    this.#atomically(() => {
      this.#forget(database);
      this.#sql.prepare("INSERT INTO idb_schema VALUES(?,?)").run(database, JSON.stringify(schema));
      for (const record of records) this.#write(database, record);
    });
  }

  /** One transaction's changes. @param current the record as the transaction left it; undefined when deleted */
  apply(
    database: string,
    changes: readonly Change[],
    current: (store: string, key: IdbKey) => StoredRecord | undefined,
  ): void {
    const last = new Map<string, { store: string; key: IdbKey }>();
    this.#atomically(() => {
      for (const change of changes) {
        if ("cleared" in change) {
          this.#removeStore.run(database, change.store);
          for (const [id, { store }] of last) if (store === change.store) last.delete(id);
        } else last.set(`${change.store}\0${keyText(change.key)}`, change);
      }
      for (const { store, key } of last.values()) {
        const record = current(store, key);
        if (record) this.#write(database, record);
        else this.#remove.run(database, store, keyText(key));
      }
    });
  }

  updateSchema(database: string, schema: DatabaseSchema): void {
    this.#sql.prepare("UPDATE idb_schema SET schema=? WHERE db=?").run(JSON.stringify(schema), database);
  }

  drop(database: string): void {
    this.#atomically(() => this.#forget(database));
  }

  close(): void {
    this.#sql.close();
  }

  #write(database: string, { store, key, value }: StoredRecord): void {
    this.#put.run(database, store, keyText(key), v8.serialize(key), v8.serialize(value));
  }

  #forget(database: string): void {
    this.#sql.prepare("DELETE FROM idb_record WHERE db=?").run(database);
    this.#sql.prepare("DELETE FROM idb_schema WHERE db=?").run(database);
  }

  #atomically(work: () => void): void {
    this.#sql.exec("BEGIN IMMEDIATE");
    try {
      work();
      this.#sql.exec("COMMIT");
    } catch (error) {
      this.#sql.exec("ROLLBACK");
      throw error;
    }
  }
}

const SQLITE_BUSY = 5;
