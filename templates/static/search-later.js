// What a search needs after its first answers: lines out of texts, and guesses at what is misspelt. Asked for by search.js,
// which hands over what it has.

// The two lines that hold most of the words, cut around them. What the heading says already may be left out: then one
// line with all the words, or the beginning.
export function excerpt(text, wanted, exact, told, { hits, marked }) {
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
export async function guesses({ asked, words, unknown }, chosen, { all, bare, sharp, find }) {
  const known = all.split(' ').map((word) => [bare(word), word]), spelt = new Map(known);
  const plain = words.every((word) => sharp(word) === bare(word));
  const near = new Map();
  let close = true; // one slip a word
  for (const word of unknown) {
    const key = bare(word), far = key.length > 5 ? 2 : key.length > 3 || words.length > 1 ? 1 : 0;
    if (/\d/.test(key)) return [];
    const found = [], keyed = key.replace(/w/g, '').replace(/([aeod])\1/g, '$1').replace(/[sfrxj]$/, ''); // Telex, unturned
    if (spelt.has(keyed)) found.push({ off: 0, words: plain ? keyed : spelt.get(keyed) });
    for (let i = 2; i < key.length - 1; i++) {
      const [head, tail] = [key.slice(0, i), key.slice(i)];
      if (spelt.has(head) && spelt.has(tail)) found.push({ off: 0, words: plain ? `${head} ${tail}` : `${spelt.get(head)} ${spelt.get(tail)}` });
    }
    for (const [other, said] of known) {
      if (Math.abs(other.length - key.length) > far) continue;
      const off = distance(key, other);
      if (off <= far) found.push({ off, words: plain ? other : said });
    }
    if (!found.length) return [];
    near.set(word, found.sort((a, b) => a.off - b.off).slice(0, 3).map((row) => row.words));
    close &&= !found[0].off || (found[0].off < 2 && key.length > 4);
  }
  const put = (k) => asked.map((word) => (near.has(word) ? near.get(word)[k] || near.get(word)[0] : word)).join(' ');
  const tried = await Promise.all([...new Set([0, 1, 2].map(put))].map(async (said) => [said, await find(said, chosen)]));
  // Guesses make sense where they stand side by side with a neighbour.
  const best = new Map();
  for (const [said, found] of tried) {
    const { rows, whole, words: all } = found, name = plain ? said : found.spelt;
    if (whole && rows.length && (all.length < 2 || rows.some((row) => row.together))) best.set(name, { words: name, found, near: !best.size && close });
  }
  return [...best.values()];
}
