/// <reference lib="dom" />

import type { Page } from "@playwright/test";

/** Which of these texts stand in what the browser keeps. Says only which: all of it would be pages. */
export async function tracesOf(page: Page, traces: readonly string[]): Promise<string[]> {
  const kept = await everythingKept(page);
  return traces.filter((trace) => kept.includes(trace));
}

/** Everything a browser keeps of our origin, as one text: what stands in it can be looked for. */
export async function everythingKept(page: Page): Promise<string> {
  const cookies = await page.context().cookies();
  const kept = await page.evaluate(async () => {
    const text = (value: unknown): unknown => {
      if (value instanceof ArrayBuffer) return new TextDecoder().decode(value);
      if (ArrayBuffer.isView(value)) return new TextDecoder().decode(value.buffer as ArrayBuffer);
      if (Array.isArray(value)) return value.map(text);
      if (value && typeof value === "object" && !(value instanceof CryptoKey))
        return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, text(part)]));
      return value;
    };
    const asked = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const databases: Record<string, unknown> = {};
    for (const { name = "" } of await indexedDB.databases()) {
      const database = await asked(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const rows = database.transaction(store).objectStore(store);
        databases[`${name} ${store}`] = [await asked(rows.getAllKeys()), text(await asked(rows.getAll()))];
      }
      database.close();
    }
    const files: string[] = [];
    for (const name of await caches.keys()) {
      for (const { url } of await (await caches.open(name)).keys()) files.push(`${name} ${url}`);
    }
    const storage = (area: Storage) => Object.entries(area);
    return { databases, files, local: storage(localStorage), session: storage(sessionStorage) };
  });
  return JSON.stringify({ ...kept, cookies });
}

/** Names of what the device keeps sealed (web-client/src/vault). */
export const sealedNames = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const opening = indexedDB.open("tsunagi-vault");
    await new Promise((resolve) => opening.addEventListener("success", resolve));
    const asked = opening.result.transaction("sealed").objectStore("sealed").getAllKeys();
    await new Promise((resolve) => asked.addEventListener("success", resolve));
    opening.result.close();
    return asked.result as string[];
  });
