import { DATABASES } from "./keptAccount.ts";

/** How this person likes the page to look and to write; says nothing of who they are. */
const STAYS: readonly string[] = ["tsunagi.language", "tsunagi.ruby", "tsunagi.appearance", "tsunagi.preferences"];
/** The application itself, as anybody gets it. */
const SHELL = "tsunagi-shell";

/**
 * Leaves nothing of an account in this browser: message keys, the sign-in, names, drafts, caches. A database that
 * another tab holds open goes when that tab lets go of it.
 * @param destroyVault deletes the vault with what is sealed in it
 */
export async function wipeBrowser(destroyVault: () => Promise<void>): Promise<void> {
  for (const key of Object.keys(localStorage)) if (!STAYS.includes(key)) localStorage.removeItem(key);
  sessionStorage.clear();
  await destroyVault();
  const databases = (await indexedDB.databases?.()) ?? [];
  await Promise.all(databases.map(({ name }) => (name?.startsWith(DATABASES) ? deleteDatabase(name) : undefined)));
  for (const name of (await globalThis.caches?.keys()) ?? []) if (!name.startsWith(SHELL)) await caches.delete(name);
}

function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => resolve(); // private windows refuse, and keep nothing either
    request.onblocked = () => resolve(); // goes when the other tab closes
  });
}
