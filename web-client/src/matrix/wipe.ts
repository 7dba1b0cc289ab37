import { readKeptAccount, storeNames, storePrefix } from "./keptAccount.ts";

/**
 * Leaves nothing of an account in this browser: message keys, the sign-in, drafts, caches. A database that another tab
 * holds open goes when that tab lets go of it.
 */
export async function wipeBrowser(): Promise<void> {
  const account = readKeptAccount();
  const names = new Set(account ? storeNames(storePrefix(account)) : []);
  for (const { name } of (await indexedDB.databases?.()) ?? []) if (name?.startsWith("tsunagi-")) names.add(name);
  localStorage.clear();
  sessionStorage.clear();
  await Promise.all([...names].map(deleteDatabase));
  for (const name of (await globalThis.caches?.keys()) ?? []) await caches.delete(name);
}

function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => resolve(); // private windows refuse, and keep nothing either
    request.onblocked = () => resolve(); // goes when the other tab closes
  });
}
