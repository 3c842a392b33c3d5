import { simplify } from '../language/chinese';
import type { SiteFile } from './site-file';

/** Characters of Chinese that have another form in simplified script, and those forms, in one order. */
function otherForms(): [from: string, to: string] {
  let [from, to] = ['', ''];
  for (let code = 0x3400; code <= 0x9fff; code++) {
    const character = String.fromCharCode(code);
    const simple = simplify(character);
    if (simple === character || simple.length !== 1) continue;
    from += character;
    to += simple;
  }
  return [from, to];
}

let forms: Map<string, string> | null = null;

/** A text with each character in simplified script, as the search knows Chinese. */
export function foldedScript(text: string): string {
  if (!forms) {
    const [from, to] = otherForms();
    forms = new Map([...from].map((character, k) => [character, to[k]]));
  }
  const known = forms;
  return text.replace(/[\u3400-\u9fff]/g, (character) => known.get(character) ?? character);
}

/**
 * The search of a page: Pagefind finds the sections, and the words that were found are looked for in their
 * paragraphs; what the other editions have there is read from the page of the comparison.
 */
const search = `const place = document.getElementById('search');
const input = place.querySelector('input');
const status = place.querySelector('[role=status]');
const list = place.querySelector('ol');
const more = place.querySelector('button');
const bundle = new URL(place.dataset.bundle, location.href);
const { from, to } = place.dataset;
const fold = (text) =>
  from
    ? text.replace(/[\\u3400-\\u9fff]/g, (each) => to[from.indexOf(each)] ?? each)
    : text;
const perSection = 5;
const perTurn = 5;
let pagefind;
let turn = 0;

const pages = new Map();
/** A page or a file of data of the site, fetched once. */
function fetched(address, read) {
  if (!pages.has(address)) {
    if (pages.size > 40) pages.clear();
    pages.set(address, fetch(address).then(async (answer) => (answer.ok ? read(await answer.text()) : null)));
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
    if (word) out.append(element('mark', { class: 'found' }, text.slice(start, start + word.length)));
    at = start + Math.max(1, word.length);
  }
  return out;
}

const edition = (siglum, source, words) =>
  element('div', { class: 'hit-edition' },
    element('p', { class: 'siglum' }, element('bdi', {}, siglum)),
    element('div', { lang: source.lang, dir: source.dir }, element('p', {}, marked(textOf(source), words))));

/** The text of an element, without readings over its characters and signs of what others have. */
function textOf(source) {
  const copy = source.cloneNode(true);
  for (const each of copy.querySelectorAll('rt, rp, .omission')) each.remove();
  return copy.textContent.replace(/\\s+/g, ' ').trim();
}

const alike = (x, y) => x.lang.split('-')[0] === y.lang.split('-')[0];

/** The paragraphs of a section that hold what was found. */
function foundIn({ anchors, locations }) {
  const sorted = [...anchors].sort((x, y) => x.location - y.location);
  const ids = locations.map((at) => sorted.findLast(({ location }) => location <= at)?.id);
  return [...new Set(ids)].filter(Boolean);
}

async function hitsOf(section, met) {
  const data = await section.data();
  const address = new URL((data.raw_url ?? data.url).replace(/^\\/+/, ''), new URL('../', bundle)).href;
  const page = await pageAt(address);
  if (!page) return [];
  const excerpts = [data.excerpt, ...data.sub_results.map((each) => each.excerpt)].join(' ');
  const words = [...new Set([...excerpts.matchAll(/<mark>(.*?)<\\/mark>/g)]
    .map(([, word]) => word.replace(/^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$/gu, '').toLowerCase()))].filter(Boolean);
  const { siglum, places } = page.querySelector('[data-pagefind-body]').dataset;
  const title = page.querySelector('[data-pagefind-meta=title]').textContent;
  const rows = places ? await fetched(new URL(places, address).href, JSON.parse) : null;
  const shown = foundIn(data).slice(0, perSection).map(async (id) => {
    const here = page.getElementById(id);
    if (!here) return null;
    const [section, row] = rows?.[id] ?? [];
    const compared = section ? new URL(\`../compare/\${section}.html\`, address).href : null;
    // A place that several editions were found at is shown once, with all of them.
    const known = \`\${compared ?? address} \${row ?? id}\`;
    if (met.has(known)) return null;
    met.add(known);
    const cells = compared ? [...((await pageAt(compared))?.getElementById(\`row-\${row}\`)?.cells ?? [])] : [];
    const others = cells.filter((cell) => cell.dataset.edition !== siglum && cell.textContent.trim());
    const text = page.querySelector('.text');
    const own = Object.assign(here.cloneNode(true), { lang: text.lang, dir: text.dir });
    return element('li', {}, element('article', { class: 'hit' },
      element('h2', {}, element('a', { href: compared ? \`\${compared}#row-\${row}\` : \`\${address}#\${id}\` },
        title, row ? element('span', { class: 'quiet' }, ' ', place.dataset.place.replace('{row}', row)) : '')),
      element('div', { class: 'hit-editions' },
        edition(siglum, own, words),
        ...others.map((cell) => edition(cell.dataset.edition, cell, alike(cell, own) ? words : [])))));
  });
  return (await Promise.all(shown)).filter(Boolean);
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
if (asked) run((input.value = asked));
`;

export const searchScript: SiteFile = { path: 'search/search.js', content: search };

/** What the page of a language has to say to the script, as attributes. */
export function foldingOf(language: string): { 'data-from'?: string; 'data-to'?: string } {
  if (language !== 'zh') return {};
  const [from, to] = otherForms();
  return { 'data-from': from, 'data-to': to };
}
