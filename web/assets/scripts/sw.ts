// The service worker: when there is no network, it says so in the board's own words instead of the browser's. It keeps
// the style, the script and that one page, and no other page ever: what people read and write stays with the server.
//
// The program puts a line before this script, which says what there is to keep.

interface Kept {
  /** The name of the cache: another one whenever something in it has changed. */
  cache: string;
  /** Addresses of the style, the script and the icons. */
  files: string[];
  /** The page that says there is no network, in each language; the first for every other address. */
  offline: string[];
}

declare const self: ServiceWorkerGlobalScope & { kept: Kept };

const { cache, files, offline } = self.kept;

self.addEventListener("install", (event) => {
  event.waitUntil(keep());
});

self.addEventListener("activate", (event) => {
  event.waitUntil(begin());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== self.location.origin) return;
  if (request.mode === "navigate") event.respondWith(page(event, address));
  else if (files.includes(address.pathname)) event.respondWith(file(request));
});

// Asked for as nobody, so that the page that is kept is nobody's.
async function keep(): Promise<void> {
  const store = await caches.open(cache);
  await store.addAll([...files, ...offline].map((path) => new Request(path, { credentials: "omit" })));
  await self.skipWaiting();
}

async function begin(): Promise<void> {
  for (const name of await caches.keys()) if (name !== cache) await caches.delete(name);
  // The browser asks the server for a page while the worker is still waking up.
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
}

async function page(event: FetchEvent, address: URL): Promise<Response> {
  try {
    return ((await event.preloadResponse) as Response | undefined) ?? (await fetch(event.request));
  } catch {
    return (await caches.match(spokenAt(address.pathname))) ?? Response.error();
  }
}

async function file(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request);
}

// The page of the same language: `/cy/offline` for everything below `/cy`.
function spokenAt(path: string): string {
  const own = offline.find((page) => {
    const root = page.slice(0, -"/offline".length);
    return root !== "" && (path === root || path.startsWith(`${root}/`));
  });
  return own ?? offline[0] ?? "/offline";
}

// A module of its own, so that `self` may be named more exactly.
export {};
