import {
  IDBCursor,
  IDBCursorWithValue,
  IDBDatabase,
  IDBFactory,
  IDBIndex,
  IDBKeyRange,
  IDBObjectStore,
  IDBOpenDBRequest,
  IDBRequest,
  IDBTransaction,
  IDBVersionChangeEvent,
} from "fake-indexeddb";
import { type Change, type DatabaseSchema, IdbFile, type StoredRecord } from "./idbFile.ts";
import type { IdbKey } from "./idbKey.ts";

/*
 * The crypto library keeps its keys in IndexedDB and nothing else. Node has none, and the two that write to disk either
 * lose commits or let two processes use one message key (spike `bot-e2ee`). So: fake-indexeddb in memory, and every
 * read-write transaction written through to SQLite before its "complete" event is dispatched. That takes three of its
 * inner methods; its version is pinned, and the kill and fuzz tests stand guard.
 */

interface RawRecord {
  key: IdbKey;
  value: unknown;
}
interface RawStore {
  name: string;
  keyPath: string | string[] | null;
  autoIncrement: boolean;
  keyGenerator: { num: number } | null;
  rawIndexes: Map<string, { name: string; keyPath: string | string[]; unique: boolean; multiEntry: boolean }>;
  records: { get(key: IdbKey): RawRecord | undefined; values(range?: unknown): Iterable<RawRecord> };
  storeRecord(record: RawRecord, noOverwrite: boolean, rollbackLog?: RollbackLog): IdbKey;
  deleteRecord(key: unknown, rollbackLog?: RollbackLog): void;
  clear(rollbackLog?: RollbackLog): void;
}
interface RawDatabase {
  name: string;
  version: number;
  rawObjectStores: Map<string, RawStore>;
}
interface RawTransaction {
  mode: "readonly" | "readwrite" | "versionchange";
  db: { _rawDatabase: RawDatabase };
  _rollbackLog: RollbackLog;
}
type RollbackLog = unknown[];

export interface DurableIndexedDb {
  /** Names of the databases that were on disk. */
  readonly databases: readonly string[];
  close(): void;
}

let opened = false;

/**
 * Puts a durable IndexedDB into this process's globals. Once per process.
 * @throws StoreInUse when another process has the file
 */
export async function openDurableIndexedDb(file: string): Promise<DurableIndexedDb> {
  if (opened) throw new Error("the durable IndexedDB is open in this process already");
  opened = true;
  const disk = new IdbFile(file);
  const factory = new IDBFactory();
  const found = disk.databases();
  for (const { name, schema } of found) await restore(factory, disk, name, schema);
  writeThrough(disk);
  Object.assign(globalThis, {
    indexedDB: factory,
    IDBFactory,
    IDBDatabase,
    IDBTransaction,
    IDBObjectStore,
    IDBRequest,
    IDBOpenDBRequest,
    IDBIndex,
    IDBCursor,
    IDBCursorWithValue,
    IDBKeyRange,
    IDBVersionChangeEvent,
  });
  return { databases: found.map(({ name }) => name), close: () => disk.close() };
}

/** What each transaction has changed, by its rollback log. */
const changesOf = new WeakMap<RollbackLog, Change[]>();

/** No log means that the call itself undoes something. */
function note(log: RollbackLog | undefined, change: Change): void {
  if (!log) return;
  const changes = changesOf.get(log);
  if (changes) changes.push(change);
  else changesOf.set(log, [change]);
}

function writeThrough(disk: IdbFile): void {
  const transaction = IDBTransaction.prototype as unknown as { dispatchEvent(event: { type: string }): unknown };
  const dispatch = transaction.dispatchEvent;
  transaction.dispatchEvent = function dispatchAfterCommit(this: RawTransaction, event) {
    if (event.type === "complete" && this.mode !== "readonly") persistOrDie(disk, this);
    return dispatch.call(this as never, event);
  };

  const database = IDBDatabase.prototype as unknown as {
    createObjectStore(...args: unknown[]): { _rawObjectStore: RawStore };
  };
  const create = database.createObjectStore;
  database.createObjectStore = function createNotedStore(...args) {
    const store = create.apply(this, args);
    noteChanges(Object.getPrototypeOf(store._rawObjectStore) as RawStore);
    return store;
  };
  noteChanges(rawStorePrototype());

  const factory = IDBFactory.prototype as unknown as { deleteDatabase(name: string): EventTarget };
  const remove = factory.deleteDatabase;
  factory.deleteDatabase = function deleteFromDisk(name) {
    const request = remove.call(this, name);
    request.addEventListener("success", () => disk.drop(name));
    return request;
  };
}

let prototypeSeen: RawStore | undefined;
const rawStorePrototype = (): RawStore | undefined => prototypeSeen;
const noted = new WeakSet<object>();

function noteChanges(prototype: RawStore | undefined): void {
  if (!prototype || noted.has(prototype)) return;
  noted.add(prototype);
  const { storeRecord, deleteRecord, clear } = prototype;
  prototype.storeRecord = function storeNoted(this: RawStore, record, noOverwrite, log) {
    const key = storeRecord.call(this, record, noOverwrite, log);
    note(log, { store: this.name, key });
    return key;
  };
  prototype.deleteRecord = function deleteNoted(this: RawStore, key, log) {
    const keys =
      key instanceof IDBKeyRange ? [...this.records.values(key)].map((record) => record.key) : [key as IdbKey];
    for (const one of keys) note(log, { store: this.name, key: one });
    return deleteRecord.call(this, key, log);
  };
  prototype.clear = function clearNoted(this: RawStore, log) {
    note(log, { store: this.name, cleared: true });
    return clear.call(this, log);
  };
}

/** Memory would be ahead of the disk: never report "complete" then, and never go on. */
function persistOrDie(disk: IdbFile, transaction: RawTransaction): void {
  try {
    persist(disk, transaction);
  } catch (error) {
    console.error("The bots' key store cannot be written (disk full?). Stopping at once, nothing is lost.", error);
    process.exit(70);
  }
}

function persist(disk: IdbFile, { mode, db, _rollbackLog }: RawTransaction): void {
  const raw = db._rawDatabase;
  if (mode === "versionchange") {
    disk.replace(raw.name, schemaOf(raw), recordsOf(raw));
    return;
  }
  const changes = changesOf.get(_rollbackLog);
  if (!changes?.length) return;
  disk.apply(raw.name, changes, (store, key) => {
    const record = raw.rawObjectStores.get(store)?.records.get(key);
    return record && { store, key: record.key, value: record.value };
  });
  const generated = changes.some(({ store }) => raw.rawObjectStores.get(store)?.keyGenerator);
  if (generated) disk.updateSchema(raw.name, schemaOf(raw));
}

function* recordsOf(raw: RawDatabase): Generator<StoredRecord> {
  for (const store of raw.rawObjectStores.values()) {
    for (const { key, value } of store.records.values()) yield { store: store.name, key, value };
  }
}

function schemaOf(raw: RawDatabase): DatabaseSchema {
  const stores = [...raw.rawObjectStores.values()].map(
    ({ name, keyPath, autoIncrement, keyGenerator, rawIndexes }) => ({
      name,
      keyPath,
      autoIncrement,
      ...(keyGenerator ? { generator: keyGenerator.num } : {}),
      indexes: [...rawIndexes.values()].map(({ name: index, keyPath: path, unique, multiEntry }) => ({
        name: index,
        keyPath: path,
        unique,
        multiEntry,
      })),
    }),
  );
  return { version: raw.version, stores };
}

/** Makes a database in memory as it stood on disk. */
function restore(
  factory: InstanceType<typeof IDBFactory>,
  disk: IdbFile,
  name: string,
  schema: DatabaseSchema,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = factory.open(name, schema.version);
    request.onupgradeneeded = () => {
      for (const { name: storeName, keyPath, autoIncrement, indexes } of schema.stores) {
        const store = request.result.createObjectStore(storeName, { keyPath, autoIncrement });
        for (const { name: index, keyPath: path, ...options } of indexes) store.createIndex(index, path, options);
      }
    };
    request.onerror = () => reject(request.error ?? new Error(`cannot restore ${name}`));
    request.onsuccess = () => {
      const raw = (request.result as unknown as { _rawDatabase: RawDatabase })._rawDatabase;
      fill(raw, disk.records(name), schema);
      request.result.close();
      resolve();
    };
  });
}

function fill(raw: RawDatabase, records: Iterable<StoredRecord>, schema: DatabaseSchema): void {
  for (const { store, key, value } of records) raw.rawObjectStores.get(store)?.storeRecord({ key, value }, false);
  for (const { name, generator } of schema.stores) {
    const store = raw.rawObjectStores.get(name);
    if (store?.keyGenerator && generator !== undefined) store.keyGenerator.num = generator;
  }
  const [any] = raw.rawObjectStores.values();
  if (any) prototypeSeen = Object.getPrototypeOf(any) as RawStore;
}
