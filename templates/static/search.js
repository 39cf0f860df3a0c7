// Search in the reader's browser, over the small files that bulletin/plan/site_wide/search_index.py makes.
// What a word is, how it is folded, spread and packed: the same rules as bulletin/words/text/search_terms.py.
'use strict';

const HERE = document.currentScript.dataset.index;
const TITLE = document.title;
const MARK = 5; // characters of a file's hash in its name
const PAGE = 6; // results shown at once; each costs the phone a file
// The columns of a document in its file, as SearchResult of bulletin/model/views/search.py has them.
const RESULT = ['href', 'title', 'facts', 'mark', 'text'];
const LONGEST = 10, MANY = 4000; // words of a question; documents of an archive where four of them are saved
const DIGITS = new Map([...'0123456789abcdefghijklmnopqrstuvABCDEFGHIJKLMNOPQRSTUVWXYZ-_wxyz'].map((c, i) => [c, i]));
const WORD = /[\p{L}\p{N}]+/gu;

// No marks, đ as d, lower case; ß becomes ss, as in Python's casefold.
const fold = (text) => text.replace(/[đĐðÐƉɖ]/g, 'd').normalize('NFD').replace(/[\u0300-\u036f]/g, '')
  .toLowerCase().replace(/[ßſŉµẚ]/g, (letter) => letter.toUpperCase().toLowerCase());
const short = (word) => word.replace(/^0+(?=\d)/, '');
// A last y alone after consonants is spelt i as well, kỷ as kỉ and quy as qui; tay and thúy are no tai and no thúi.
const same = (word) => word.replace(/^(qu|[cgkpt]h|ngh?|nh|tr|[bdđghklmnprstvx])y(?=[\u0300-\u0323]?$)/, '$1i');
const bare = (word) => same(short(fold(word)));
// The word as typed, but hòa as hoà, kỹ as kĩ, Ð as Đ, 05 as 5: two words that differ here differ in their marks.
const sharp = (word) => same(short(word.toLowerCase().replace(/[ðɖ]/g, 'đ')).normalize('NFD')
  .replace(/([\u0300\u0301\u0303\u0309\u0323])(.*)/, '$2$1'));
// Signs that only look like letters, as in bulletin/words/encoding/styled_letters.py.
const STYLED = /[\u{1D400}-\u{1D7FF}\uFF10-\uFF5A\u24B6-\u24E9\u{1F130}-\u{1F149}]/gu;
const unstyled = (sign) => (sign.normalize('NFKC') <= 'z' ? sign.normalize('NFKC') : sign);
const split = (text) => text.replace(STYLED, unstyled).normalize('NFC').match(WORD) || [];

function crc(text) { // CRC-32, as in zlib
  let sum = -1;
  for (const byte of new TextEncoder().encode(text)) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (0xedb88320 & -(sum & 1));
  }
  return ~sum >>> 0;
}

function unpack(code) {
  const ids = [];
  let last = -1, gap = 0, shift = 0;
  for (const sign of code) {
    const digit = DIGITS.get(sign);
    gap |= (digit & 31) << shift;
    shift += 5;
    if (digit < 32) {
      ids.push(last += gap + 1);
      gap = shift = 0;
    }
  }
  return ids;
}

// ---- files: each is asked for once, and again after it failed

const files = new Map();
function get(path) {
  if (!files.has(path)) {
    const coming = fetch(new URL(path, new URL(HERE, document.baseURI))).then((answer) => {
      if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
      return answer.json();
    });
    coming.catch(() => files.delete(path));
    files.set(path, coming);
  }
  return files.get(path);
}
const named = (marks, i) => marks.slice(MARK * i, MARK * i + MARK);
const contents = () => get(HERE.slice(HERE.lastIndexOf('/') + 1));
// A document is a number: its position in three lists laid end to end, notices from the oldest, pages, cited documents.
function numbering({ docs: [notices, pages, cited] }) {
  return { notices, firstCited: notices + pages, count: notices + pages + cited };
}
async function shard(key) {
  const { tu } = await contents();
  const i = crc(key) & (tu.length / MARK - 1);
  return get(`../tu/${i}-${named(tu, i)}.json`);
}
async function shown(id) {
  const all = await contents();
  const { firstCited: own } = numbering(all);
  const leaf = id < own ? id : own + Math.floor((id - own) / all.leaf);
  const part = Math.floor(leaf / all.names);
  const marks = await get(`../ten/${part}-${named(all.ten, part)}.json`);
  const documents = await get(`../bai/${leaf}-${named(marks, leaf % all.names)}.json`);
  const row = documents[id < own ? 0 : (id - own) % all.leaf];
  return Object.fromEntries(RESULT.map((name, i) => [name, row[i]]));
}

// ---- finding

// What a term is to each document: 1 it stands there, 2 in the title, 4 and 8 so with the very marks typed, 16 it stands
// there in these words.
async function standings(words, count) {
  const key = words.map(bare).join(' '), typed = words.map(sharp).join(' ');
  const flags = new Uint8Array(count);
  let spelt = '', often = 0;
  for (const [term, code] of Object.entries(await shard(key))) {
    if (/^[#@~]/.test(term)) continue;
    const said = term.split(' ');
    if (said.length !== words.length || said.map(bare).join(' ') !== key) continue;
    const exact = said.map(sharp).join(' ') === typed;
    note(flags, code, exact, 16);
    if (exact || code.length > often) [spelt, often] = [term, exact ? Infinity : code.length];
  }
  return { flags, marked: typed !== key, spelt };
}

function note(flags, code, exact, more = 0) {
  const [everywhere, titles] = code.split('|');
  for (const id of unpack(everywhere)) flags[id] |= more | (exact ? 5 : 1);
  for (const id of unpack(titles || '')) flags[id] |= more | (exact ? 10 : 2);
}

// The longest phrase from word `i` on that documents have other words for, as bulletin/plan/site_wide/search_synonyms.py writes it.
async function meanings(words, i) {
  let found = [], until = i + 1;
  for (const [term, code] of Object.entries(await shard(bare(words[i])))) {
    const said = term.slice(1).split(' '), typed = words.slice(i, i + said.length);
    if (term[0] !== '~' || i + said.length < until || said.map(bare).join(' ') !== typed.map(bare).join(' ')) continue;
    if (i + said.length > until) [found, until] = [[], i + said.length];
    found.push({ from: i, until, code, exact: said.map(sharp).join(' ') === typed.map(sharp).join(' ') });
  }
  return found;
}

// Where numbers are meant («75 tb du», «cong van 595», «595» alone): the words from … until, and the documents.
async function numbers(words) {
  const keys = words.map((word) => short(fold(word))), types = words.map(bare);
  const found = [];
  for (let i = 0; i < keys.length; i++) {
    const serial = /^\d+/.exec(keys[i]);
    if (!serial) continue;
    let best = [];
    for (const where of new Set([keys[i], serial[0]])) {
      for (const [term, code] of Object.entries(await shard(where))) {
        if (term[0] !== '#') continue;
        const [slug, type] = term.slice(1).split('=');
        const parts = slug.split('-'), spelt = parts.map((_, k) => parts.slice(0, k + 1).join(''));
        let until = 0, deep = 0;
        for (let j = i, said = ''; j < keys.length && said.length < spelt[spelt.length - 1].length; j++) {
          const at = spelt.indexOf(said += keys[j]);
          if (at >= 0) [until, deep] = [j + 1, at];
        }
        if (!until) continue;
        let from = i && keys[i - 1] === 'so' ? i - 1 : i;
        const kind = type ? type.split(' ') : [];
        const told = kind.length && kind.join(' ') === types.slice(Math.max(0, from - kind.length), from).join(' ');
        if (told) from -= kind.length;
        // A figure alone is a number when its type is said, or when nothing else is.
        if (!deep && !told && !(from === 0 && until === keys.length)) continue;
        const weight = 100 * until + 10 * (told ? 1 : 0) + (deep === parts.length - 1 ? 1 : 0);
        if (!best.length || weight >= best[0].weight) {
          if (best.length && weight > best[0].weight) best = [];
          const [bearing, citing] = code.split('|').map(unpack);
          best.push({ weight, from, until, bearing, citing });
        }
      }
    }
    found.push(...best);
  }
  return found;
}

// Each word costs the phone some files: of a long question its first and its last words are enough to know it by.
const shorten = (words, most) => (words.length <= most ? words : [...words.slice(0, most / 2), ...words.slice(-most / 2)]);

async function find(question, chosen) {
  const table = await contents(), { notices, firstCited, count } = numbering(table);
  const asked = shorten(split(question), count > MANY ? LONGEST - 2 : LONGEST);
  const half = asked.length < 7 ? 0 : asked.length / 2;
  // Neighbours; in a long question every second two of them, which tell it as well at half the price.
  const pairs = asked.slice(1).map((_, i) => i).filter((i) => !half || (i % 2 === 0 && i !== half - 1));
  const [singles, doubles, meant, cited, allowed] = await Promise.all([
    Promise.all(asked.map((word) => standings([word], count))),
    Promise.all(pairs.map((i) => standings([asked[i], asked[i + 1]], count))),
    Promise.all(asked.map((_, i) => meanings(asked, i))),
    numbers(asked),
    Promise.all(chosen.map(async (key) => new Set(unpack((await shard(key))[key] || '')))),
  ]);
  let free = 0;
  for (const { from, until, code, exact } of meant.flat()) {
    if (from < free) continue;
    if (!code || code === '?') free = until;
    for (let i = from; i < until; i++) {
      const pair = pairs.indexOf(i);
      if (code === '?') singles[i].idle = true;
      else note(singles[i].flags, code, exact);
      if (free < until && pair >= 0 && i + 1 < until) note(doubles[pair].flags, code, exact);
    }
  }
  const bears = new Uint8Array(count);
  for (const { from, until, bearing, citing } of cited) {
    for (const [ids, worth] of [[citing, 1], [bearing, 2]]) {
      for (const id of ids) {
        bears[id] = Math.max(bears[id], worth);
        for (let i = from; i < until; i++) singles[i].flags[id] |= 21;
      }
    }
  }
  const idle = singles.every((one) => one.idle) ? [] : singles.map((one) => one.idle);
  const words = asked.filter((_, i) => !idle[i]), sought = singles.filter((_, i) => !idle[i]);
  const joined = doubles.filter((_, k) => !idle[pairs[k]] && !idle[pairs[k] + 1]);
  const terms = [...sought, ...joined];
  for (const one of terms) { // what few documents say tells more
    one.weight = Math.log(1 + count / (1 + one.flags.reduce((sum, flag) => sum + (flag & 1), 0)));
  }
  const over = new Set(unpack(table.gone));
  const marked = sought.some((one) => one.marked);
  const rows = [];
  let most = Math.min(1, words.length); // without a word: all that was chosen
  for (let id = 0; id < count; id++) {
    if (!allowed.every((ids) => ids.has(id))) continue;
    let all = 31, said = 0, phrase = 31, together = 0, worth = 0;
    for (const { flags } of sought) { all &= flags[id]; said += flags[id] & 1; }
    if (said < Math.min(1, words.length)) continue;
    most = Math.max(most, said);
    for (const { flags } of joined) { phrase &= flags[id]; together += flags[id] & 1; }
    for (const { flags: { [id]: flag }, weight, marked: typed } of terms) {
      worth += (flag & 1) * weight * (flag & 2 ? 3 : 1) / (typed && !(flag & 4) ? 2 : 1);
    }
    const exact = marked && all & 4 ? 1 : 0;
    const [here, title] = exact ? [4, 8] : [1, 2];
    const level = phrase & all & title ? 3 : all & title ? 2 : phrase & here ? 1 : 0;
    // What counts more stands first, each with the number of its values; of equals the newer notice goes first.
    const rank = [
      [bears[id], 3],
      [exact, 2],
      [level, 4],
      [together, LONGEST],
      [id < firstCited ? 1 : 0, 2],
      [over.has(id) ? 0 : 1, 2],
      [all & 16 ? 1 : 0, 2],
      [id < notices ? id + count : id, 2 * count],
    ].reduce((sum, [value, values]) => sum * values + value, 0);
    rows.push({ id, said, rank, exact, together, level: bears[id] + level, worth: over.has(id) ? worth * 0.9 : worth });
  }
  const whole = most === words.length;
  const best = rows.filter((row) => whole && row.said === most).sort((a, b) => b.rank - a.rank);
  // What holds some of the words in its title goes before what holds all of them here and there in a long text.
  const top = (whole ? best : rows).reduce((most, { worth }) => Math.max(most, worth), 0);
  if (!best.length || !best[0].level) {
    best.unshift(...rows.filter((row) => row.said < words.length && row.worth >= top * (whole ? 1.5 : 0.5))
      .sort((a, b) => b.worth - a.worth || b.id - a.id));
  }
  const unknown = words.filter((_, i) => !sought[i].flags.some((flag) => flag));
  const differ = marked && !rows.some((row) => row.exact);
  // As the documents spell it: «đăng kỷ» stands nowhere, «đăng ký» does.
  const spelt = [...asked];
  doubles.forEach((one, k) => one.spelt && spelt.splice(pairs[k], 2, ...one.spelt.split(' ')));
  return { rows: words.length || chosen.length ? best : [], whole, differ, words, unknown, spelt: spelt.join(' ') };
}

// ---- when nothing is found

function distance(one, other) {
  let before = [], above = [...Array(other.length + 1).keys()];
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      row[j] = Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    [before, above] = [above, row];
  }
  return above[other.length];
}

// Questions that have answers: each unknown word by its nearest neighbours, or cut in two.
async function guesses({ words, unknown }, chosen) {
  if (!unknown.length) return [];
  const all = (await get(`../goi-y/${(await contents())['goi-y']}.json`)).split(' ').map((word) => [bare(word), word]);
  const spelt = new Map(all);
  const plain = words.every((word) => sharp(word) === bare(word));
  const near = new Map();
  for (const word of unknown) {
    const key = bare(word), far = key.length > 5 ? 2 : key.length > 3 || words.length > 1 ? 1 : 0;
    if (/\d/.test(key)) return [];
    const found = [];
    for (let i = 2; i < key.length - 1; i++) {
      const [head, tail] = [key.slice(0, i), key.slice(i)];
      if (spelt.has(head) && spelt.has(tail)) found.push({ off: 0, words: plain ? `${head} ${tail}` : `${spelt.get(head)} ${spelt.get(tail)}` });
    }
    for (const [other, said] of all) {
      if (Math.abs(other.length - key.length) > far) continue;
      const off = distance(key, other);
      if (off <= far) found.push({ off, words: plain ? other : said });
    }
    if (!found.length) return [];
    near.set(word, found.sort((a, b) => a.off - b.off).slice(0, 3).map((row) => row.words));
  }
  const put = (k) => words.map((word) => (near.has(word) ? near.get(word)[k] || near.get(word)[0] : word)).join(' ');
  const tried = await Promise.all([...new Set([0, 1, 2].map(put))].map(async (said) => [said, await find(said, chosen)]));
  // Guesses make sense where they stand side by side with a neighbour.
  return [...new Set(tried.filter(([, { rows, whole, words: all }]) => whole && rows.length && (all.length < 2 || rows.some((row) => row.together)))
    .map(([said, { spelt }]) => (plain ? said : spelt)))];
}

// ---- showing

const $ = (id) => document.getElementById(id);
const form = $('_tim-kiem'), field = $('_tim'), list = $('_ket-qua'), more = $('_them'), spoken = $('_trang-thai');

function element(tag, content, properties) {
  const made = Object.assign(document.createElement(tag), properties);
  return made.append(...[].concat(content)), made;
}

// The words of `text` that were asked for: where each begins and ends, and which of the `wanted` it is.
function hits(text, wanted, exact) {
  const found = [];
  for (const match of text.matchAll(WORD)) {
    const which = wanted.get((exact ? sharp : bare)(match[0]));
    if (which !== undefined) found.push({ from: match.index, to: match.index + match[0].length, which });
  }
  return found;
}

function marked(text, found, start = 0, end = text.length) {
  const nodes = [];
  let at = start;
  for (let i = 0; i < found.length; i++) {
    let { from, to } = found[i];
    if (from < start || to > end) continue;
    while (i + 1 < found.length && found[i + 1].to <= end && /^[^\p{L}\p{N}\n]{1,3}$/u.test(text.slice(to, found[i + 1].from))) to = found[++i].to;
    nodes.push(text.slice(at, from), element('mark', text.slice(from, to)));
    at = to;
  }
  return [...nodes, text.slice(at, end)];
}

// The two lines that hold most of the words, cut around them. What the heading says already may be left out: then one
// line with all the words, or the beginning.
function excerpt(text, wanted, exact, told) {
  const best = [];
  const missing = new Set(wanted.values());
  const lines = text.split('\n').map((line) => [line, hits(line, wanted, exact)]);
  while (best.length < 2 && missing.size) {
    let top = null;
    for (const [line, found] of lines) {
      for (let i = 0; i < found.length; i++) {
        const said = new Set();
        let j = i, worth = 0;
        for (; j < found.length && found[j].to - found[i].from < 160; j++) {
          if (missing.has(found[j].which) && !said.has(found[j].which)) worth += 10;
          if (j > i && found[j].which === found[j - 1].which + 1 && found[j].from - found[j - 1].to < 4) worth += 3;
          said.add(found[j].which);
        }
        if (worth > (top ? top.worth : 9)) top = { line, found, worth, said, from: found[i].from, to: found[j - 1].to };
      }
    }
    if (!top || (told && top.said.size < wanted.size)) break;
    best.push(top);
    for (const word of top.said) missing.delete(word);
  }
  if (!best.length) return [text.length > 180 ? text.slice(0, 180).replace(/\s\S*$/, '…') : text];
  return best.flatMap(({ line, found, from, to }) => {
    const start = from > 70 ? Math.min(from, line.indexOf(' ', from - 60) + 1) : 0;
    const room = Math.max(to, start + 200);
    const end = room < line.length ? Math.max(to, line.lastIndexOf(' ', room)) : line.length;
    return [start ? '…' : '', ...marked(line, found, start, end), end < line.length ? '… ' : ' '];
  });
}

function item({ href, title, facts, mark, text }, wanted, exact) {
  const inTitle = hits(title, wanted, exact), inFacts = hits(facts, wanted, exact);
  const parts = [element('h2', element('a', marked(title, inTitle), { href }))];
  const told = new Set([...inTitle, ...inFacts].map((hit) => hit.which)).size === wanted.size;
  if (facts || mark) {
    const words = marked(facts, inFacts);
    parts.push(element('p', mark ? [element('strong', mark, { className: 'mark' }), ' ', ...words] : words, { className: 'facts' }));
  }
  if (text) parts.push(element('p', excerpt(text, wanted, exact, told), { className: 'excerpt' }));
  return element('li', parts);
}

let asked = 0; // only the last question is answered

async function show() {
  const mine = ++asked, said = new URLSearchParams(location.search);
  const question = (said.get('q') || '').trim();
  field.value = said.get('q') || '';
  const chosen = [];
  for (const select of form.querySelectorAll('select')) {
    select.value = said.get(select.name) || '';
    if (select.selectedIndex < 0) select.value = '';
    if (select.value) chosen.push(`@${select.name}=${select.value}`);
  }
  list.textContent = $('_goi-y').textContent = '';
  more.hidden = true;
  document.title = (question && `${question} – `) + TITLE;
  spoken.textContent = '';
  if (!question && !chosen.length) return;
  spoken.textContent = 'Đang tìm…';
  try {
    const found = await find(question, chosen);
    if (mine !== asked) return;
    if (!found.whole || !found.rows.length) await Promise.all([page(found, question, mine), suggest(found, chosen)]);
    else await page(found, question, mine);
  } catch (fault) {
    if (mine !== asked) return;
    spoken.textContent = '';
    spoken.append(
      'Không tải được dữ liệu tìm kiếm: có thể mạng đang yếu, trang vừa được cập nhật, hoặc trang đang mở từ tệp trên máy. Hãy tải lại trang, hoặc xem ',
      element('a', 'chỉ mục theo chữ cái và theo số', { href: $('_chi-muc').firstElementChild.href }), '.');
  }
}

async function page(found, question, mine) {
  const { rows, whole, differ, words } = found;
  const from = list.children.length, until = Math.min(from + PAGE, rows.length);
  const documents = await Promise.all(rows.slice(from, until).map((row) => shown(row.id)));
  if (mine !== asked) return;
  documents.forEach((one, i) => {
    const { exact } = rows[from + i];
    list.append(item(one, new Map(words.map((word, k) => [(exact ? sharp : bare)(word), k])), exact));
  });
  const count = rows.length.toLocaleString('vi');
  const what = question ? `cho «${question}»` : 'theo điều kiện đã chọn';
  spoken.textContent = !rows.length ? `Không tìm thấy gì ${what}.`
    : !whole ? `Không có trang nào có đủ các từ của «${question}». Dưới đây là ${count} trang gần đúng nhất.`
      : `${count} kết quả ${what}${differ ? ', nhưng khác dấu' : ''}.`;
  if (until < rows.length) spoken.append(` Đang hiện ${until}.`);
  more.hidden = until === rows.length;
  more.onclick = async function next() {
    more.onclick = null;
    await page(found, question, mine).catch(() => {
      spoken.textContent = 'Không tải thêm được kết quả. Hãy thử lại.';
      more.onclick = next;
    });
    if (list.children[until]) list.children[until].querySelector('a').focus();
  };
}

async function suggest(found, chosen) {
  const box = $('_goi-y'), mine = asked, links = await guesses(found, chosen).catch(() => []);
  if (mine !== asked) return;
  if (links.length) {
    const items = links.map((words) => {
      const at = new URLSearchParams(location.search);
      at.set('q', words);
      return element('li', element('a', words, { href: `?${at}` }));
    });
    box.append(element('p', 'Có phải bạn tìm:'), element('ul', items));
  }
  if (!found.rows.length) {
    const at = element('a', 'chỉ mục theo chữ cái và theo số', { href: $('_chi-muc').firstElementChild.href });
    box.append(element('p', ['Thử ít từ hơn, bỏ bớt điều kiện lọc, hoặc xem ', at, '.']));
  }
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const said = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (value) said.set(name, value);
  history.pushState(null, '', `${location.pathname}?${said}`);
  show();
});
addEventListener('popstate', show);
document.addEventListener('keydown', (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const links = [field, ...list.querySelectorAll('h2 a')], at = links.indexOf(document.activeElement);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || at < 0 || !links[at + step]) return;
  links[at + step].focus();
  event.preventDefault();
});

$('_loc').hidden = !form.querySelector('select');
contents().catch(() => {}); // while the question is being typed
show();
