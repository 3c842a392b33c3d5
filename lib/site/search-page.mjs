// The search of a page of a static site, as browsers run it. Pagefind finds the sections, and the words that
// were found are looked for in their paragraphs; what the other editions have there is read from the page of
// the comparison.

const place = document.getElementById('search');
const input = place.querySelector('input');
const status = place.querySelector('[role=status]');
const list = place.querySelector('ol');
const more = place.querySelector('button');
const bundle = new URL(place.dataset.bundle, location.href);
const { from, to } = place.dataset;
const fold = (text) =>
  from ? text.replace(/[\u3400-\u9fff]/g, (each) => to[from.indexOf(each)] ?? each) : text;
const perSection = 5;
const perTurn = 5;
let pagefind;
let turn = 0;

const pages = new Map();
/** A page or a file of data of the site, fetched once. */
function fetched(address, read) {
  if (!pages.has(address)) {
    if (pages.size > 40) pages.clear();
    pages.set(
      address,
      fetch(address).then(async (answer) => (answer.ok ? read(await answer.text()) : null)),
    );
  }
  return pages.get(address);
}
const pageAt = (address) =>
  fetched(address, (text) => new DOMParser().parseFromString(text, 'text/html'));

const element = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value) made.setAttribute(key, value);
  made.append(...children);
  return made;
};

/** A text with the words that were found marked. */
function marked(text, words) {
  const folded = fold(text).toLowerCase();
  const out = document.createDocumentFragment();
  for (let at = 0; at < text.length; ) {
    const [start, word] = words
      .map((each) => [folded.indexOf(each, at), each])
      .filter(([found]) => found >= 0)
      .sort((x, y) => x[0] - y[0] || y[1].length - x[1].length)[0] ?? [text.length, ''];
    out.append(text.slice(at, start));
    if (word)
      out.append(element('mark', { class: 'found' }, text.slice(start, start + word.length)));
    at = start + Math.max(1, word.length);
  }
  return out;
}

const edition = (siglum, source, words) =>
  element(
    'div',
    { class: 'hit-edition' },
    element('p', { class: 'siglum' }, element('bdi', {}, siglum)),
    element(
      'div',
      { lang: source.lang, dir: source.dir },
      element('p', {}, marked(textOf(source), words)),
    ),
  );

/** The text of an element, without readings over its characters and signs of what others have. */
function textOf(source) {
  const copy = source.cloneNode(true);
  for (const each of copy.querySelectorAll('rt, rp, .omission')) each.remove();
  return copy.textContent.replace(/\s+/g, ' ').trim();
}

const alike = (x, y) => x.lang.split('-')[0] === y.lang.split('-')[0];

/** Ids of the paragraphs of a section that hold what was found. */
function foundIn({ anchors, locations }) {
  const sorted = [...anchors].sort((x, y) => x.location - y.location);
  const ids = locations.map((at) => sorted.findLast(({ location }) => location <= at)?.id);
  return [...new Set(ids)].filter(Boolean);
}

/** The words of a section that Pagefind marks as found, in small letters. */
function wordsFound({ excerpt, sub_results: parts }) {
  const excerpts = [excerpt, ...parts.map((each) => each.excerpt)].join(' ');
  const words = [...excerpts.matchAll(/<mark>(.*?)<\/mark>/g)].map(([, word]) =>
    word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '').toLowerCase(),
  );
  return [...new Set(words)].filter(Boolean);
}

/** The hits in a section, each a paragraph beside its counterparts; none for places in `met`, to which they are added. */
async function hitsOf(section, met) {
  const data = await section.data();
  const site = new URL('../', bundle);
  const address = new URL((data.raw_url ?? data.url).replace(/^\/+/, ''), site).href;
  const page = await pageAt(address);
  if (!page) return [];
  const words = wordsFound(data);
  const { places } = page.querySelector('[data-pagefind-body]').dataset;
  const rows = places ? await fetched(new URL(places, address).href, JSON.parse) : null;
  const shown = foundIn(data)
    .slice(0, perSection)
    .map(async (id) => {
      const paragraph = page.getElementById(id);
      if (!paragraph) return null;
      const [part, row] = rows?.[id] ?? [];
      const compared = part ? new URL(`../compare/${part}.html`, address).href : null;
      // A place that several editions were found at is shown once, with all of them.
      const known = `${compared ?? address} ${row ?? id}`;
      if (met.has(known)) return null;
      met.add(known);
      const at = compared ? `${compared}#row-${row}` : `${address}#${id}`;
      const beside = compared && (await pageAt(compared))?.getElementById(`row-${row}`);
      return hit({ page, paragraph, words, at, row, cells: [...(beside?.cells ?? [])] });
    });
  return (await Promise.all(shown)).filter(Boolean);
}

/** A paragraph that was found, in a link to its place, with the cells of the editions beside it. */
function hit({ page, paragraph, words, at, row, cells }) {
  const { siglum } = page.querySelector('[data-pagefind-body]').dataset;
  const title = page.querySelector('[data-pagefind-meta=title]').textContent;
  const { lang, dir } = page.querySelector('.text');
  const own = Object.assign(paragraph.cloneNode(true), { lang, dir });
  const others = cells.filter((cell) => cell.dataset.edition !== siglum && cell.textContent.trim());
  const number = row ? place.dataset.place.replace('{row}', row) : '';
  const heading = element('a', { href: at }, title);
  if (number) heading.append(element('span', { class: 'quiet' }, ' ', number));
  const editions = [
    edition(siglum, own, words),
    ...others.map((cell) => edition(cell.dataset.edition, cell, alike(cell, own) ? words : [])),
  ];
  return element(
    'li',
    {},
    element(
      'article',
      { class: 'hit' },
      element('h2', {}, heading),
      element('div', { class: 'hit-editions' }, ...editions),
    ),
  );
}

async function run(query) {
  const mine = ++turn;
  pagefind ??= await import(new URL('pagefind.js', bundle).href);
  const found = query.trim() ? (await pagefind.search(fold(query))).results : [];
  if (mine !== turn) return;
  list.replaceChildren();
  let shown = 0;
  const met = new Set();
  const next = async () => {
    const sections = found.slice(shown, shown + perTurn);
    shown += sections.length;
    const hits = (await Promise.all(sections.map((each) => hitsOf(each, met)))).flat();
    if (mine !== turn) return;
    list.append(...hits);
    more.hidden = shown >= found.length;
    status.textContent = query.trim() && list.children.length === 0 ? status.dataset.none : '';
  };
  more.onclick = next;
  await next();
}

place.hidden = false;
input.addEventListener('input', () => run(input.value));
place.addEventListener('submit', (event) => {
  event.preventDefault();
  run(input.value);
});
const asked = new URLSearchParams(location.search).get('q');
if (asked) {
  input.value = asked;
  run(asked);
}
