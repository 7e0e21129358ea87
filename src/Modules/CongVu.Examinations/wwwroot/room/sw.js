// Keeps the application on the machine, so that a reload without network opens it. Answers and papers are not its business. Browsers run it on https and on the machine itself only.
// @ts-check
const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const cache = "congvu-room-3";
const folder = "/_content/CongVu.Examinations/room/";
const files = ["/phong-thi", ...["room.css", "main.js", "store.js", "clock.js", "link.js", "sheet.js", "content.js", "parts.js", "hotspot.js", "carry.js", "receipt.js", "look.js"].map(f => folder + f)];

worker.addEventListener("install", event => event.waitUntil(caches.open(cache).then(c => c.addAll(files)).then(() => worker.skipWaiting())));
worker.addEventListener("activate", event => event.waitUntil(caches.keys().then(names => Promise.all(names.filter(n => n !== cache).map(n => caches.delete(n)))).then(() => worker.clients.claim())));
worker.addEventListener("fetch", event => {
  const { pathname } = new URL(event.request.url);
  if (event.request.method !== "GET" || !files.includes(pathname)) return;
  // The server's version first, for as long as there is a server.
  event.respondWith(fetch(event.request).then(answer => {
    if (answer.ok) { const copy = answer.clone(); void caches.open(cache).then(c => c.put(pathname, copy)); }
    return answer;
  }).catch(() => caches.match(pathname).then(kept => kept ?? Response.error())));
});
