// Over the files of bulletin/plan/site_wide/search_index.py, by the rules of bulletin/words/text/search_terms.py; how
// answers are weighed: docs/architecture.md.
'use strict';

const { index: HERE, later: LATER } = document.currentScript.dataset;
const NAME = document.title;
const MARK = 4; // of a file's hash in its name
const PAGE = 6, FILES = 3; // results at once; in a large archive, what costs a file
// As SearchResult of bulletin/model/views/search.py.
const RESULT = ['href', 'title', 'facts', 'mark', 'text'];
const LONGEST = 10, MANY = 500; // words of a question; notices of an archive where some of them are saved
const DIGITS = new Map([...'0123456789abcdefghijklmnopqrstuvABCDEFGHIJKLMNOPQRSTUVWXYZ-_wxyz'].map((c, i) => [c, i]));
const WORD = /[\p{L}\p{N}]+/gu;

// No marks, đ as d, lower case; ß becomes ss, as in Python's casefold.
const fold = (text) => text.replace(/[đĐðÐƉɖ]/g, 'd').normalize('NFD').replace(/[\u0300-\u036f]/g, '')
  .toLowerCase().replace(/[ßſŉµẚ]/g, (letter) => letter.toUpperCase().toLowerCase());
const short = (word) => word.replace(/^0+(?=\d)/, '');
// kỷ as kỉ and quy as qui, but tay is no tai.
const same = (word) => word.replace(/^(qu|[cgkpt]h|ngh?|nh|tr|[bdđghklmnprstvx])y(?=[\u0300-\u0323]?$)/, '$1i');
const kept = (made, all = new Map()) => (word) => {
  if (!all.has(word)) all.set(word, made(word));
  return all.get(word);
};
const bare = kept((word) => same(short(fold(word))));
// One spelling: hòa as hoà.
const sharp = kept((word) => same(short(word.toLowerCase().replace(/[ðɖ]/g, 'đ')).normalize('NFD')
  .replace(/([\u0300\u0301\u0303\u0309\u0323])(.*)/, '$2$1')));
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

// ---- files: asked for once, and again after failing

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
const later = () => import(new URL(LATER, document.baseURI)); // what is needed after the first answers
const named = (marks, i) => marks.slice(MARK * i, MARK * i + MARK);
const contents = () => get(HERE.slice(HERE.lastIndexOf('/') + 1));
// A document is a number: its position in these lists laid end to end.
function numbering({ docs: [notices, pages, cited, days, known] }) {
  const firstCited = notices + pages, firstDay = firstCited + cited;
  return { notices, firstCited, firstDay, firstKnown: firstDay + days, count: firstDay + days + known };
}
async function shard(key) {
  const { tu } = await contents();
  const i = crc(key) & (tu.length / MARK - 1);
  return Object.entries(await get(`../tu/${i}-${named(tu, i)}.json`));
}
const result = (row) => Object.fromEntries(RESULT.map((name, i) => [name, row[i] || '']));
const marksOf = (all, part) => get(`../ten/${part}-${named(all.ten, part)}.json`);
async function shown(id) {
  const all = await contents();
  const { firstCited: own } = numbering(all);
  const leaf = id < own ? id : own + Math.floor((id - own) / all.leaf);
  const marks = await marksOf(all, Math.floor(leaf / all.names));
  const documents = await get(`../bai/${leaf}-${named(marks, leaf % all.names)}.json`);
  return result(documents[id < own ? 0 : (id - own) % all.leaf]);
}

// What the table of contents answers by itself.
let front;
async function titles() {
  if (front) return front;
  const { front: { ids, rows, asked } } = await contents();
  const terms = new Map(), numbers = unpack(ids), said = new Map();
  const at = (key) => terms.get(key) || terms.set(key, new Map()).get(key);
  const put = (key, term, id) => at(key).set(term, [...(at(key).get(term) || []), id]);
  for (const [k, row] of rows.entries()) {
    const lines = [row[1], ...row[4].split('\n')].map((line) => split(line.toLowerCase()));
    said.set(numbers[k], lines.map((line) => ` ${line.map(bare).join(' ')} `).join());
    for (const line of lines) {
      for (const [i, word] of line.entries()) {
        put(bare(word), word, numbers[k]);
        if (i) put(`${bare(line[i - 1])} ${bare(word)}`, `${line[i - 1]} ${word}`, numbers[k]);
      }
    }
  }
  for (const [code, phrases] of Object.entries(asked)) {
    for (const phrase of phrases.split(',')) {
      const meant = /^[?!]?$/.test(code) ? code : unpack(code).map((k) => numbers[k]);
      at(bare(phrase.split(' ')[0])).set(`~${phrase}`, meant);
      if (typeof meant !== 'string') for (const id of meant) said.set(id, `${said.get(id)} ${phrase.split(' ').map(bare).join(' ')} `);
    }
  }
  front = { rows: new Map(numbers.map((id, k) => [id, { ...result(rows[k]), text: '' }])), said, look: (key) => terms.get(key) || [] };
  return front;
}

const TEXT = 1, TITLE = 2, MARKS = 4, SAID = 16, KNOWN = 32; // MARKS again << 1: in the title
const places = (code) => (typeof code === 'string' ? code.split('|').map(unpack) : [code, code]);

function note(flags, code, exact, more) {
  const [everywhere, titles] = places(code);
  for (const id of everywhere) flags[id] |= more | (exact ? TEXT | MARKS : TEXT);
  for (const id of titles || []) flags[id] |= more | (exact ? TITLE | 2 * MARKS : TITLE);
}

async function standings(words, count, look) {
  const key = words.map(bare).join(' '), typed = words.map(sharp).join(' ');
  const flags = new Uint8Array(count);
  let spelt = '', often = 0;
  for (const [term, code] of await look(key)) {
    if (/^[#@~]/.test(term)) continue;
    const said = term.split(' ');
    if (said.length !== words.length || said.map(bare).join(' ') !== key) continue;
    const exact = said.map(sharp).join(' ') === typed;
    note(flags, code, exact, SAID);
    if (exact || code.length > often) [spelt, often] = [term, exact ? Infinity : code.length];
  }
  return { flags, marked: typed !== key, spelt };
}

// The longest phrase from word `i` on (plan/site_wide/search_synonyms.py).
async function meanings(words, i, look) {
  let found = [], until = i + 1;
  for (const [term, code] of await look(bare(words[i]))) {
    const said = term.slice(1).split(' '), typed = words.slice(i, i + said.length);
    if (term[0] !== '~' || i + said.length < until || said.map(bare).join(' ') !== typed.map(bare).join(' ')) continue;
    const other = said.flatMap((word, k) => (sharp(word) === sharp(typed[k]) ? [] : i + k)), plain = typed.every((word) => sharp(word) === bare(word));
    if (code === '!' && other.length && !plain) continue;
    if (i + said.length > until) [found, until] = [[], i + said.length];
    found.push({ from: i, until, code, exact: !other.length, mixed: plain ? [] : other, doubtful: other.length && typed.join(' ').length < 4 });
  }
  return found;
}

// Numbers: «75 tb du», «cong van 595», «595» alone.
async function numbers(words, look) {
  const keys = words.map((word) => short(fold(word))), types = words.map(bare);
  const found = [];
  for (let i = 0; i < keys.length; i++) {
    const serial = /^\d+/.exec(keys[i]);
    if (!serial) continue;
    let best = [];
    for (const where of new Set([keys[i], serial[0]])) {
      for (const [term, code] of await look(where)) {
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

const isLarge = ({ docs: [notices] }) => notices > MANY;
// Each word costs files: of a long question its ends are enough.
const shorten = (words, most) => (words.length <= most ? words : [...words.slice(0, most / 2), ...words.slice(-most / 2)]);
const OF_DAYS = /(^| )(ngay|le|tet|nghi|gio|ram|mung|ki niem|\d+ \d+)( |$)/;
const ENOUGH = 0.55; // of a question, by weight: less is no answer

// Words that say nothing, and little; notes what phrases mean.
function weighed(asked, meant, singles, doubles, pairs, isFront) {
  const idle = [], common = [], covered = [];
  let free = 0;
  const typed = singles.map(({ flags }) => flags.some((flag) => flag & MARKS));
  const all = meant.flat(), things = all.filter(({ code }) => !/^[?!]$/.test(code));
  for (const { from, until, code, exact, mixed } of things) {
    // «trung thu năm 2026» asks for no Thursday.
    if (from < free || mixed.some((i) => typed[i])) continue;
    if (code === '.' && !exact && doubles.some(({ flags }, k) => pairs[k] === from && flags.some(Boolean))) continue;
    if (!code) free = until;
    for (let i = from; i < until; i++) {
      covered[i] = true;
      if (code === '.') singles[i].lost = true;
      else note(singles[i].flags, code, exact, code ? KNOWN : 0);
      const pair = pairs.indexOf(i);
      if (code !== '.' && free < until && pair >= 0 && i + 1 < until) note(doubles[pair].flags, code, exact, KNOWN);
    }
  }
  for (const { from, until, code, doubtful } of all) {
    if (!/^[?!]$/.test(code) || covered.slice(from, until).some(Boolean)) continue;
    // «ve sinh» is no «về sinh».
    if (code === '!' && doubtful && (isFront || doubles.some(({ flags }, k) => (pairs[k] === from || pairs[k] === from - 1) && flags.some(Boolean)))) continue;
    for (let i = from; i < until; i++) (code === '?' ? idle : common)[i] = true;
  }
  if (asked.every((_, i) => idle[i])) idle.length = 0;
  if (asked.every((_, i) => idle[i] || common[i])) common.length = 0;
  return { idle, common };
}

async function find(question, chosen, look = shard) {
  const table = await contents(), { notices, firstCited, firstDay, firstKnown, count } = numbering(table);
  if (look === shard && firstCited) marksOf(table, Math.floor((firstCited - 1) / table.names)).catch(() => {}); // wanted next
  if (look === shard) later().catch(() => {});
  const asked = shorten(split(question), isLarge(table) ? LONGEST - 2 : LONGEST);
  const half = asked.length < 7 ? 0 : asked.length / 2;
  // Neighbours; in a long question every second two.
  const pairs = asked.slice(1).map((_, i) => i).filter((i) => !half || (i % 2 === 0 && i !== half - 1));
  const local = (await titles()).look, silent = [];
  if (half) { // what says little costs no file
    for (const { from, until, code, doubtful } of (await Promise.all(asked.map((_, i) => meanings(asked, i, local)))).flat()) {
      for (let i = from; /^[?!]$/.test(code) && !doubtful && i < until; i++) silent[i] = true;
    }
  }
  const lookAt = (...places) => (places.some((i) => silent[i]) ? local : look);
  const [singles, doubles, meant, cited, allowed] = await Promise.all([
    Promise.all(asked.map((word, i) => standings([word], count, lookAt(i)))),
    Promise.all(pairs.map((i) => standings([asked[i], asked[i + 1]], count, lookAt(i, i + 1)))),
    Promise.all(asked.map((_, i) => meanings(asked, i, lookAt(i)))),
    numbers(asked, look),
    Promise.all(chosen.map(async (key) => new Set(unpack(Object.fromEntries(await shard(key))[key] || '')))),
  ]);
  const { idle, common } = weighed(asked, meant, singles, doubles, pairs, look !== shard);
  const bears = new Uint8Array(count);
  for (const { from, until, bearing, citing } of cited) {
    for (const [ids, worth] of [[citing, 1], [bearing, 2]]) {
      for (const id of ids) {
        bears[id] = Math.max(bears[id], worth);
        for (let i = from; i < until; i++) singles[i].flags[id] |= TEXT | MARKS | SAID | KNOWN;
      }
    }
  }
  for (const one of [...singles, ...doubles]) { // what few documents say tells more
    one.differs = one.marked && !one.flags.some((flag) => flag & MARKS);
    one.weight = Math.log(1 + count / (1 + one.flags.reduce((sum, flag) => sum + (flag & TEXT), 0)));
  }
  const sought = singles.filter((_, i) => !idle[i] && !common[i]), words = asked.filter((_, i) => !idle[i] && !common[i]);
  const joined = doubles.map((one, k) => ({ ...one, ends: [singles[pairs[k]], singles[pairs[k] + 1]] }))
    .filter(({ ends }) => ends.every((end) => sought.includes(end)));
  const beside = new Map(sought.map((one) => [one, joined.filter(({ ends }) => ends.includes(one))]));
  // «đổi pin»: alone where no text has it beside its neighbours
  for (const one of sought) one.half = beside.get(one).some(({ flags }) => flags.some(Boolean)) ? 0.3 : 0.6;
  const aside = doubles.filter((one, k) => !idle[pairs[k]] && !idle[pairs[k] + 1]);
  const whole = sought.reduce((sum, { weight, flags, lost }) => sum + weight * (words.length < 3 || lost || flags.some(Boolean) ? 1 : 0.5), 0);
  const over = new Set(unpack(table.gone)), ofDays = OF_DAYS.test(asked.map(bare).join(' '));
  const marked = sought.some((one) => one.marked), isLost = sought.some((one) => one.lost);
  const rows = [];
  for (let id = 0; id < count; id++) {
    if (!allowed.every((ids) => ids.has(id)) || (words.length && id >= firstDay && id < firstKnown && !ofDays)) continue;
    let all = 31, said = 0, phrase = 31, together = 0, worth = 0, held = 0, isNamed = false;
    const titled = sought.every(({ flags }) => flags[id] & TITLE) ? (sought.length > 2 ? 1 : 0.6) : 0.5;
    for (const one of sought) {
      const flag = one.flags[id];
      all &= flag;
      if (!(flag & TEXT)) continue;
      const near = beside.get(one), other = one.marked && !(flag & MARKS);
      // Half of a word of two syllables is no word.
      const is = (flag & KNOWN || !near.length || near.some(({ flags }) => flags[id] & TEXT) ? 1 : flag & TITLE ? titled + (one.marked && flag & 2 * MARKS ? 0.1 : 0) : one.half)
        * (!other ? 1 : one.differs && !near.length ? 0.3 : 0.6);
      if (is >= 0.5) said++;
      if (!one.lost) held += one.weight * is;
      worth += one.weight * (flag & TITLE ? 3 : 1) / (other ? 2 : 1);
      isNamed = isNamed || (flag & KNOWN && flag & TITLE) || near.some(({ flags }) => flags[id] & TITLE) || (!near.length && !other && flag & TITLE);
    }
    if (words.length && (!said || (!bears[id] && held < ENOUGH * whole && (isLost || !isNamed)))) continue;
    for (const { flags } of joined) phrase &= flags[id];
    for (const { flags: { [id]: flag }, weight } of aside) {
      together += flag & TEXT;
      worth += (flag & TEXT) * weight * (flag & TITLE ? 3 : 1);
    }
    const exact = marked && all & MARKS ? 1 : 0, isDay = id >= firstDay;
    const [here, title] = exact ? [MARKS, 2 * MARKS] : [TEXT, TITLE];
    const level = phrase & all & title ? 3 : all & title ? 2 : phrase & here ? 1 : 0;
    if (isDay && words.length && (level < 2 || !(ofDays || together))) continue;
    // [value, number of its values]; of equals the newer
    const rank = [
      [bears[id], 3],
      [exact, 2],
      [level, 4],
      [together, LONGEST],
      [id < firstCited || isDay ? 1 : 0, 2],
      [over.has(id) ? 0 : 1, 2],
      [all & phrase & SAID ? 1 : 0, 2],
      [id < notices ? id + count : id, 2 * count],
    ].reduce((sum, [value, values]) => sum * values + value, 0);
    rows.push({ id, said, rank, exact, together, titled: level > 1, level: bears[id] + level, worth: over.has(id) ? worth * 0.9 : worth });
  }
  const full = rows.filter((row) => row.said === words.length), best = [...full].sort((a, b) => b.rank - a.rank);
  // Some words in a title before all of them in a text.
  const top = (full.length ? full : rows).reduce((most, { worth }) => Math.max(most, worth), 0);
  if (!best.length || !best[0].level) {
    best.unshift(...rows.filter((row) => row.said < words.length && row.worth >= top * (full.length ? 1.5 : 0.5))
      .sort((a, b) => b.worth - a.worth || b.id - a.id));
  }
  const unknown = words.filter((_, i) => !sought[i].flags.some((flag) => flag));
  const differ = marked && full.length > 0 && !full.some((row) => row.exact);
  const spelt = [...asked];
  doubles.forEach((one, k) => one.spelt && spelt.splice(pairs[k], 2, ...one.spelt.split(' ')));
  return { rows: words.length || chosen.length ? best : [], whole: full.length > 0, differ, words, asked, unknown, spelt: spelt.join(' ') };
}

const $ = (id) => document.getElementById(id);
const form = $('_tim-kiem'), field = $('_tim'), list = $('_ket-qua'), more = $('_them'), spoken = $('_trang-thai');
const entrance = $('_loi-vao'), proposals = $('_de-nghi'), counted = $('_dem');

function element(tag, content, properties) {
  const made = Object.assign(document.createElement(tag), properties);
  return made.append(...[].concat(content)), made;
}

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

const factsOf = ({ facts, mark }, found) => element('p', mark
  ? [element('strong', mark, { className: 'mark' }), ' ', ...marked(facts, found)] : marked(facts, found), { className: 'facts' });

function item(one, row, wanted, cut) {
  const { href, title, facts, text } = one, exact = row.exact;
  const inTitle = hits(title, wanted, exact), inFacts = hits(facts, wanted, exact);
  const parts = [element('h2', element('a', marked(title, inTitle), { href })), factsOf(one, inFacts)];
  const told = new Set([...inTitle, ...inFacts].map((hit) => hit.which)).size === wanted.size;
  if (!row.titled) parts.push(element('p', text ? cut(text, wanted, exact, told, { hits, marked }) : '', { className: 'excerpt' }));
  return element('li', parts);
}

let asking = 0; // the last question

async function show() {
  const mine = ++asking, said = new URLSearchParams(location.search);
  const question = (said.get('q') || '').trim();
  field.value = said.get('q') || '';
  const chosen = [], filters = [];
  for (const select of form.querySelectorAll('select')) {
    select.value = said.get(select.name) || '';
    if (select.selectedIndex < 0) select.value = '';
    if (!select.value) continue;
    chosen.push(`@${select.name}=${select.value}`);
    filters.push(select.selectedOptions[0].text);
  }
  const none = !question && !chosen.length;
  if ($('_chon')) $('_chon').textContent = filters.length ? `: ${filters.join(', ')}` : '';
  list.textContent = $('_goi-y').textContent = '';
  more.hidden = true;
  entrance.hidden = !none;
  propose([]);
  document.title = (question && `${question} – `) + NAME;
  spoken.textContent = none ? '' : 'Đang tìm…';
  if (none) return;
  try {
    const coming = find(question, chosen);
    coming.catch(() => {});
    if (!chosen.length) {
      const first = await find(question, [], (await titles()).look);
      const rows = first.whole ? first.rows.filter((row) => row.titled) : first.rows.slice(0, FILES);
      if (mine !== asking) return;
      await lay({ ...first, rows }, PAGE, mine, true);
      if (rows.length) spoken.textContent = 'Đang tìm tiếp trong nội dung…';
    }
    let found = await coming, instead = '';
    const meant = found.whole || !found.unknown.length ? [] : guessed(found, chosen).catch(() => []);
    if (!found.rows.length) {
      const [best] = await meant;
      if (best && best.near) [instead, found] = [best.words, best.found];
    }
    if (mine !== asking) return;
    await lay(found, PAGE, mine);
    if (mine !== asking) return;
    told(found, question, instead, mine);
    await suggest(found, meant, chosen, instead, mine);
  } catch (fault) {
    if (mine !== asking) return;
    spoken.textContent = '';
    spoken.append(
      'Không tải được dữ liệu tìm kiếm: có thể mạng đang yếu, trang vừa được cập nhật, hoặc trang đang mở từ tệp trên máy. Hãy tải lại trang, hoặc xem ',
      element('a', 'chỉ mục theo chữ cái và theo số', { href: $('_chi-muc').firstElementChild.href }), '.');
  }
  entrance.hidden = false;
}

// What stands there already, from titles alone, stays.
async function lay({ rows, words }, until, mine, isEarly = false) {
  const { rows: known } = await titles(), here = list.children;
  let dear = isLarge(await contents()) ? FILES - (until > PAGE ? 0 : here.length) : PAGE;
  const end = rows.findIndex((row, i) => i >= until || (i >= here.length && !(known.has(row.id) && row.titled) && dear-- < 1));
  const wanted = end < 0 ? rows : rows.slice(0, end);
  if ([...here].some((one, i) => !rows[i] || Number(one.dataset.id) !== rows[i].id)) list.textContent = '';
  const made = (one, row, cut) => {
    const line = item(one, row, new Map(words.map((word, k) => [(row.exact ? sharp : bare)(word), k])), cut);
    line.dataset.id = row.id;
    return line;
  };
  for (let row; (row = wanted[here.length]) && known.has(row.id);) list.append(made(known.get(row.id), row));
  if (isEarly) return;
  const ready = here.length, isWhole = (row, k) => k < ready && (row.titled || here[k].lastChild.textContent);
  const documents = wanted.map((row, k) => (isWhole(row, k) ? null : shown(row.id)));
  if (!documents.some(Boolean)) return;
  const [{ excerpt }, ...ones] = await Promise.all([later(), ...documents]);
  if (mine !== asking) return;
  for (const [k, one] of ones.entries()) {
    if (k >= ready) list.append(made(one, wanted[k], excerpt));
    else if (one) here[k].lastChild.replaceWith(made(one, wanted[k], excerpt).lastChild);
  }
}

function told(found, question, instead, mine) {
  const { rows, whole, differ } = found, until = list.children.length;
  const count = rows.length.toLocaleString('vi');
  const what = question ? `cho «${question}»` : 'theo điều kiện đã chọn';
  spoken.textContent = !rows.length ? `Không tìm thấy gì ${what}.`
    : instead ? `Không tìm thấy gì ${what}. Dưới đây là ${count} kết quả cho «${instead}».`
      : !whole ? `Không có trang nào có đủ các từ của «${question}». Dưới đây là ${count} trang gần đúng nhất.`
        : `${count} kết quả ${what}${differ ? ', nhưng khác dấu' : ''}.`;
  if (until < rows.length) spoken.append(` Đang hiện ${until}.`);
  more.hidden = until >= rows.length;
  more.onclick = async function next() {
    more.onclick = null;
    try {
      await lay(found, until + PAGE, mine);
      if (mine === asking) told(found, question, instead, mine);
    } catch (fault) {
      spoken.textContent = 'Không tải thêm được kết quả. Hãy thử lại.';
      more.onclick = next;
    }
    if (list.children[until]) list.children[until].querySelector('a').focus();
  };
}

async function guessed(found, chosen) {
  const [{ guesses }, all] = await Promise.all([later(), get(`../goi-y/${(await contents())['goi-y']}.json`)]);
  return guesses(found, chosen, { all, bare, sharp, find });
}

async function suggest(found, meant, chosen, instead, mine) {
  const box = $('_goi-y');
  if (!found.rows.length) {
    box.append(element('p', `Chưa có thông báo nào nói việc này, hoặc thông báo gọi bằng từ khác. Hãy thử từ khác${chosen.length
      ? ', bỏ bớt điều kiện lọc' : ''}, hay xem theo các mục dưới đây.`));
  }
  const links = (await meant).filter(({ words }) => words !== instead);
  if (mine !== asking || !links.length) return;
  const items = links.map(({ words }) => {
    const at = new URLSearchParams(location.search);
    at.set('q', words);
    return element('li', element('a', words, { href: `?${at}` }));
  });
  box.append(element('p', 'Có phải bạn tìm:'), element('ul', items));
}

// ---- while typing

const MOST = 5;
function propose(rows) {
  proposals.textContent = '';
  proposals.append(...rows.map((one) => element('li', element('a', [one.title, ' ', element('small', one.facts)], { href: one.href }))));
  proposals.hidden = !rows.length;
  counted.textContent = rows.length ? `${rows.length} gợi ý, bấm mũi tên xuống để chọn.` : '';
}

async function typed() {
  const words = split(field.value).map(bare), last = words.pop() || '';
  if (words.join('').length + last.length < 2) return propose([]);
  const { rows, said } = await titles(), over = new Set(unpack((await contents()).gone));
  const holds = (id, phrase) => said.get(id).includes(` ${phrase}`), whole = [...words, last].join(' ');
  const fitting = [...rows.keys()].filter((id) => holds(id, last) && words.every((word) => holds(id, `${word} `)));
  if (document.activeElement === field) propose(fitting.sort((a, b) => holds(b, whole) - holds(a, whole) || over.has(a) - over.has(b) || b - a).slice(0, MOST).map((id) => rows.get(id)));
}

field.addEventListener('input', () => typed().catch(() => {}));
form.addEventListener('focusout', ({ relatedTarget }) => { if (!form.contains(relatedTarget)) propose([]); });
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
  if (event.key === 'Escape' && !proposals.hidden) {
    field.focus();
    propose([]);
  }
  const links = [field, ...(proposals.hidden ? list.querySelectorAll('h2 a') : proposals.querySelectorAll('a'))];
  const at = links.indexOf(document.activeElement), step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || at < 0 || !links[at + step]) return;
  links[at + step].focus();
  event.preventDefault();
});

$('_can-js').remove(); // last, so that nothing moves
contents().catch(() => {});
show();
