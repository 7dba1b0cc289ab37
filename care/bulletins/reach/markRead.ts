import type { Tx } from "../../kernel/store.ts";
import { insertReadings, type Reading } from "./store.ts";

/**
 * The one way 既読 comes about, however it was read: opened on the board, answered, or seen in the facility's room.
 * The first time counts. The row is itself the trace of who read what when: a read receipt leaves no other.
 */
export const markRead = (tx: Tx, readings: readonly Reading[]): Promise<void> => insertReadings(tx, readings);
