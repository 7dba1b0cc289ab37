/*
 * Keeps the application itself, so that it opens without a network: the page, its chunks, the encryption's wasm, the
 * icons. Never an answer of the API, of Matrix or a file somebody sent: such requests are not even looked at.
 */

const worker = self as unknown as ServiceWorkerGlobalScope;

/** Put in by the build: every file of the application, and a digest of them all. */
declare const SHELL_FILES: readonly string[];
declare const SHELL_VERSION: string;

const PREFIX = "tsunagi-shell-";
const CACHE = `${PREFIX}${SHELL_VERSION}`;
const PAGE = "/";
/** The page itself is loading meanwhile: it goes first. */
const AT_ONCE = 4;
/** Before a file is asked for again. */
const PAUSES_MS = [500, 2_000, 5_000];
/** Not the application's: left to the browser as if this worker did not exist. */
const NOT_OURS = /^\/(api|_matrix|_synapse|healthz|readyz|metrics|\.well-known)(\/|$)/;

const files = new Set(SHELL_FILES);

worker.addEventListener("install", (event) => {
  event.waitUntil(keepShell());
  event.waitUntil(passBy(event));
});

worker.addEventListener("activate", (event) => event.waitUntil(deleteOldShells()));

/** The person has said yes to the new version. */
worker.addEventListener("message", (event) => {
  if (event.data === "useNow") void worker.skipWaiting();
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin || NOT_OURS.test(pathname)) return;
  if (request.mode === "navigate") event.respondWith(kept(PAGE, request));
  else if (files.has(pathname)) event.respondWith(kept(pathname, request));
});

/** Not in TypeScript's library yet (Service Worker specification, "addRoutes"). */
interface RoutingInstallEvent extends ExtendableEvent {
  addRoutes?(rules: readonly { condition: object; source: "network" | { cacheName: string } }[]): Promise<void>;
}

/**
 * Where the browser can: what is kept comes straight out of the cache and the API's requests go straight to the network,
 * without this worker being started for them first.
 */
async function passBy(event: RoutingInstallEvent): Promise<void> {
  const at = (pathname: string) => ({ urlPattern: { pathname } });
  await event.addRoutes?.([
    { condition: { or: [at("/api/*"), at("/_matrix/*")] }, source: "network" },
    { condition: at("/assets/*"), source: { cacheName: CACHE } },
    { condition: { ...at(PAGE), requestMode: "navigate" }, source: { cacheName: CACHE } },
  ]);
}

/**
 * All or nothing: a version that came only in part is not installed, and the one before goes on. What has come stays,
 * so that on a bad line the next attempt fetches only the rest.
 */
async function keepShell(): Promise<void> {
  const cache = await caches.open(CACHE);
  const here = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
  const missing = [PAGE, ...SHELL_FILES].filter((file) => !here.has(file));
  const fetchNext = async (): Promise<void> => {
    for (let file = missing.shift(); file !== undefined; file = missing.shift()) await keepFile(cache, file);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, fetchNext));
}

async function keepFile(cache: Cache, file: string): Promise<void> {
  // Names with a digest never change: what the page has just loaded is taken from the browser's own cache.
  const request = file.startsWith("/assets/") ? file : new Request(file, { cache: "no-cache" });
  for (const pause of PAUSES_MS) {
    try {
      return await cache.add(request);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  await cache.add(request);
}

async function deleteOldShells(): Promise<void> {
  const names = await caches.keys();
  await worker.clients.claim(); // the page of the first visit too: its chunks come from the same version
  await Promise.all(
    names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name)),
  );
}

/** A browser may have thrown the cache away to make room: then from the network, as without a worker. */
async function kept(pathname: string, request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  return (await cache.match(pathname)) ?? fetch(request);
}
