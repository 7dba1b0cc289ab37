import { PrismaPg } from "@prisma/adapter-pg";
import { type Prisma, PrismaClient } from "@tsunagi/prisma/generated/client";

/** One database transaction. Only `store.ts` files look inside. */
export type Tx = Prisma.TransactionClient;

export interface Database {
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Each statement for itself, without the two round trips of a transaction. */
  readonly direct: Tx;
  /** Throws when the database does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  readonly url: string;
  readonly poolSize: number;
  /** Longest a transaction may take before it is rolled back, in milliseconds. */
  readonly transactionTimeoutMs: number;
}

export function openDatabase(options: DatabaseOptions): Database {
  const adapter = new PrismaPg({ connectionString: options.url, max: options.poolSize });
  // minimal: an error that reaches a log must not carry the values it was about
  const client = new PrismaClient({ adapter, errorFormat: "minimal" });
  const limits = { timeout: options.transactionTimeoutMs, maxWait: options.transactionTimeoutMs };
  return {
    transaction: (work) => client.$transaction(work, limits),
    direct: client,
    ping: async () => {
      await client.$queryRaw`select 1`;
    },
    close: () => client.$disconnect(),
  };
}
