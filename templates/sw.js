// Pages kept on the reader's machine, for weak networks and for none. Registered by templates/static/offline.js; no page
// needs it. Pages: the network first, the kept copy when there is none or when it lets wait, and then the copy says so.
// Files named by their content: the kept copy first, for another content would be another name.
'use strict';

const AHEAD = {{ view.ahead }}; // kept before anybody asks for them, unless data is to be saved
const NAMED = {{ view.named }}; // folders of files that are named by their content
const NO_NETWORK = {{ view.no_network }};
const SEARCH = {{ view.search }}; // the folder of the pieces of search
const NOTICES = {{ view.notices }}, ONE = /\/\d{4}\/[^/]+\/$/; // the page of a single notice
const WITHDRAWN = {{ view.withdrawn }}; // the list of what is called back
const ASK = 60000; // milliseconds in which it is asked for once
const WAIT = 4000, VISITED = 30, FILES = 300; // milliseconds for the network; how many are kept besides AHEAD
const GONE = [404, 410, 451];

// A machine may keep several sites of one host: each by its scope. Another form of what is kept is another number.
const cacheName = (kind) => `bang-tin 1 ${kind} ${registration.scope}`;
const pages = () => caches.open(cacheName('trang')), files = () => caches.open(cacheName('tep'));
const pathOf = ({ url }) => new URL(url).pathname;
const isNamed = (path) => NAMED.some((folder) => path.startsWith(folder));
const isPage = (path) => /\/[^./]*$/.test(path);
// Of this site, and its own content: pages of other sites below it do not name this worker, nor do those that lead on.
const isOurs = (text) => text.includes(` data-worker="${location.pathname}"`);
const isWhole = (answer) => answer.status === 200 && answer.type === 'basic' && !answer.redirected;

// The files without which the page with this text is not itself.
const namedIn = (text) => [...text.matchAll(/ (?:href|src|data-index|data-later)="([^"]+)"/g)].map((found) => found[1]).filter(isNamed);

// Whoever saves data gets nothing for the sake of keeping it but what the browser has anyway.
function saving() {
  const { saveData, effectiveType } = navigator.connection || {};
  return saveData || /2g/.test(effectiveType);
}
const sparing = () => (saving() ? { cache: 'only-if-cached', mode: 'same-origin' } : {});

async function file(request, how) {
  const kept = await files(), found = await kept.match(request);
  if (found) return found;
  const answer = await fetch(request, how);
  if (isWhole(answer)) await kept.put(request, answer.clone()).catch(() => {});
  return answer;
}

async function keep(path, answer) {
  const kept = await pages();
  if (GONE.includes(answer.status)) await kept.delete(path);
  if (!isWhole(answer) || !/^text\/html\b/.test(answer.headers.get('Content-Type'))) return false;
  const text = await answer.text(), headers = new Headers(answer.headers);
  if (!isOurs(text)) {
    if (/ http-equiv="refresh"/.test(text)) await kept.delete(path); // what stood there has moved
    return false;
  }
  headers.set('X-Kept', Date.now());
  for (const name of ['Content-Encoding', 'Content-Length']) headers.delete(name);
  await kept.put(path, new Response(text, { headers })); // what is put anew stands last, and the first go first
  await Promise.all(namedIn(text).map((path) => file(path, sparing()).catch(() => {})));
  await clear();
  return true;
}

async function clear() {
  const kept = await pages(), ours = await files();
  const visited = (await kept.keys()).filter((one) => !AHEAD.includes(pathOf(one)));
  await Promise.all(visited.slice(0, -VISITED).map((one) => kept.delete(one)));
  const old = (await ours.keys()).slice(0, -FILES);
  if (!old.length) return;
  const texts = await Promise.all((await kept.matchAll()).map((page) => page.text()));
  const wanted = new Set([AHEAD, ...texts.map(namedIn)].flat());
  await Promise.all(old.filter((one) => !wanted.has(pathOf(one))).map((one) => ours.delete(one)));
}

// ---- what is called back

let asked = 0;

// When the list has changed: all that is made of several notices goes (lists, calendar, documents that they cite, pieces
// of search), and of single notices those on the list and those that lead to it.
async function forget() {
  if (Date.now() - asked < ASK) return;
  asked = Date.now();
  const answer = await fetch(WITHDRAWN, { cache: 'no-cache' });
  if (!isWhole(answer)) return;
  const text = await answer.text(), kept = await pages(), ours = await files(), before = await ours.match(WITHDRAWN);
  if (before && (await before.text()) === text) return;
  const gone = JSON.parse(text), leads = (page) => gone.some((path) => page.includes(`"${path}`));
  await Promise.all((await kept.keys()).map(async (one) => {
    const path = pathOf(one), page = await kept.match(one);
    const stays = path.startsWith(NOTICES) && ONE.test(path) && !gone.includes(path) && page && !leads(await page.text());
    if (!stays) await kept.delete(one);
  }));
  await Promise.all((await ours.keys()).filter((one) => pathOf(one).startsWith(SEARCH)).map((one) => ours.delete(one)));
  await ours.put(WITHDRAWN, new Response(text));
}

// The pieces of search that the index in force names; those of documents as far as the lists of their names are kept.
async function inForce() {
  const ours = await files(), contents = AHEAD.find((path) => path.startsWith(`${SEARCH}muc-luc/`));
  const found = contents && await ours.match(contents);
  if (!found) return [];
  const index = await found.json();
  const of = (kind, marks, first) => (marks.match(/.{4}/g) || []).map((mark, i) => `${SEARCH}${kind}/${first + i}-${mark}.json`);
  const lists = of('ten', index.ten, 0);
  const texts = await Promise.all(lists.map(async (list, i) => {
    const kept = await ours.match(list);
    return kept ? of('bai', await kept.json(), i * index.names) : [];
  }));
  return [contents, `${SEARCH}goi-y/${index['goi-y']}.json`, ...of('tu', index.tu, 0), ...lists, ...texts.flat()];
}

async function clearSearch() {
  const ours = await files(), named = await inForce();
  const old = (await ours.keys()).filter((one) => pathOf(one).startsWith(SEARCH) && !named.includes(pathOf(one)));
  await Promise.all(old.map((one) => ours.delete(one)));
}

// ---- installed when a page is idle, at once in the place of an older one: what is kept has no version

const ahead = (paths) => Promise.all(paths.map(async (path) => {
  const { ok } = await (isNamed(path) ? file(path) : fetch(path).then(async (answer) => ({ ok: await keep(path, answer) })));
  if (!ok) throw new Error(path); // tried again on the next page
}));

addEventListener('install', (event) => {
  skipWaiting();
  event.waitUntil(forget().catch(() => {}).then(() => saving() || ahead(AHEAD)));
});

addEventListener('activate', (event) => event.waitUntil((async () => {
  const ours = ['trang', 'tep'].map(cacheName), older = ` ${registration.scope}`;
  for (const name of await caches.keys()) {
    if (name.startsWith('bang-tin ') && name.endsWith(older) && !ours.includes(name)) await caches.delete(name);
  }
  if (registration.navigationPreload) await registration.navigationPreload.enable();
  await clearSearch();
  const kept = (await (await pages()).keys()).map(pathOf); // an older one may have cleared away meanwhile
  if (!saving()) await ahead(AHEAD.filter((path) => isNamed(path) || !kept.includes(path))).catch(() => {});
  await clients.claim();
})()));

// A page that came before there was anybody to keep it.
addEventListener('message', (event) => {
  const path = pathOf(event.source);
  event.waitUntil(forget().catch(() => {}));
  if (isPage(path)) event.waitUntil(fetch(path, sparing()).then((answer) => keep(path, answer)).catch(() => {}));
});

// ---- answers

const two = (number) => String(number).padStart(2, '0');
function when(answer) {
  const at = new Date(Number(answer.headers.get('X-Kept')));
  return `lúc ${two(at.getHours())}:${two(at.getMinutes())} ngày ${two(at.getDate())}/${at.getMonth() + 1}/${at.getFullYear()}`;
}

// Nobody shall take a kept page for a fresh one: it is told in the page itself, before everything else.
async function asKept(kept) {
  const said = `Bản đã lưu trên máy ${when(kept)}; thông báo có thể đã đổi. Khi mạng tốt hơn, hãy tải lại trang.`;
  const text = (await kept.text()).replace(/<body[^>]*>/, (body) => `${body}\n<p class="kept" role="status" lang="vi">${said}</p>`);
  return new Response(text, { headers: kept.headers });
}

async function noNetwork() {
  const kept = await pages(), page = await kept.match(NO_NETWORK);
  if (!page) return Response.error();
  const rows = await Promise.all((await kept.keys()).reverse().map(pathOf).filter((path) => path !== NO_NETWORK).map(async (path) => {
    const one = await kept.match(path), title = /<title>(.*?)( – [^–<]*)?<\/title>/.exec(await one.text());
    return `<li><a href="${path}">${title ? title[1] : path}</a> <small>lưu ${when(one)}</small></li>`;
  }));
  const list = `<h2>Trang đã lưu trên máy này</h2>\n<ul>${rows.join('\n')}</ul>`;
  return new Response((await page.text()).replace('<!-- trang đã lưu -->', () => list), { headers: page.headers });
}

async function visit(event) {
  const path = pathOf(event.request), kept = await (await pages()).match(path);
  const coming = Promise.resolve(event.preloadResponse).then((answer) => answer || fetch(event.request)).then((answer) => {
    event.waitUntil(keep(path, answer.clone()).catch(() => {}));
    return answer;
  });
  event.waitUntil(coming.catch(() => {}));
  event.waitUntil(forget().catch(() => {}));
  try {
    const answer = await (kept ? Promise.race([coming, new Promise((late) => setTimeout(late, WAIT))]) : coming);
    if (answer && (answer.status < 500 || !kept)) return answer;
  } catch (fault) {
    if (!kept) return noNetwork();
  }
  return asKept(kept);
}

addEventListener('fetch', (event) => {
  const { request } = event, path = pathOf(request);
  if (request.method !== 'GET' || !request.url.startsWith(`${location.origin}/`) || request.headers.has('Range')) return;
  if (isNamed(path)) event.respondWith(file(request));
  else if (request.mode === 'navigate' && isPage(path)) event.respondWith(visit(event));
});
