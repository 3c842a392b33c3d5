import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { collationViews } from '../../app/components/collation/collation-places';
import { pinyinOf } from '../compare/pinyin-of';
import { type Edition, languageFamily, type Work } from '../edition/model';
import { divide, type Section } from '../edition/sections';
import { editionHead } from '../formats/html/document';
import { editionText } from '../formats/html/edition';
import type { SiteContext } from './context';
import { framed, pager, relative } from './frame';
import type { SiteFile } from './site-file';
import type { SiteWork } from './site-work';
import { editionData } from './structured';

/** Folders of a work that hold other pages than those of an edition. */
const otherFolders = new RegExp(
  `^(?:compare|statistics|renderings|notes|downloads|${collationViews.join('|')})(?:-|$)`,
  'i',
);

/** The folder of an edition: its siglum, after a sign that no siglum begins with where it is another's. */
const editionHome = (home: string, { siglum }: Edition): string =>
  `${home}/${otherFolders.test(siglum) ? '~' : ''}${siglum}`;

export const readingPath = (home: string, edition: Edition, section: number) =>
  `${editionHome(home, edition)}/${section + 1}.html`;

/** The same with Pinyin over its characters. */
const pinyinPath = (home: string, edition: Edition, section: number) =>
  `${editionHome(home, edition)}/pinyin-${section + 1}.html`;

export function sectionsOf({ segments }: Edition): Section[] {
  const headings = segments.flatMap(({ kind }, row) => (kind === 'heading' ? [{ row }] : []));
  return divide(segments.length, headings);
}

/** An edition to be read, in sections; one in Chinese with Pinyin as well. */
export function* readingPages(
  edition: Edition,
  shown: SiteWork,
  site: SiteContext,
): Generator<SiteFile> {
  const isChinese = languageFamily(edition.language) === 'zh';
  yield* textPages(edition, edition, isChinese, shown, site);
  if (isChinese) yield* textPages(withPinyin(edition), edition, true, shown, site);
}

/** The pages of the text as it stands are what the search knows. @param text as it is shown. */
function* textPages(
  text: Edition,
  edition: Edition,
  isChinese: boolean,
  { work, home, nav }: SiteWork,
  site: SiteContext,
): Generator<SiteFile> {
  const { title, language, siglum } = edition;
  const sections = sectionsOf(edition);
  const pathIn = text === edition ? readingPath : pinyinPath;
  const pathOf = (section: number) => pathIn(home, edition, section);
  for (const [k, { from, to }] of sections.entries()) {
    const path = pathOf(k);
    const part = sections.length > 1 ? ` (${k + 1}/${sections.length})` : '';
    const other = (text === edition ? pinyinPath : readingPath)(home, edition, k);
    yield {
      path,
      content: framed(site, {
        path,
        title: `${title}${part} · Variorum`,
        language,
        nav: nav(),
        data: editionData(edition),
        main: [
          ...(isChinese ? [pinyinSwitch(relative(path, other), text !== edition, site)] : []),
          h('div', text === edition ? searched(edition, work) : {}, [
            h('p', { class: 'siglum', 'data-pagefind-ignore': true }, [h('bdi', siglum)]),
            h(
              'span',
              { hidden: true, 'data-pagefind-meta': 'title' },
              `${siglum} · ${title}${part}`,
            ),
            ...(k === 0 ? editionHead(edition, site.labels) : []),
            breakable(editionText(text, from, to)),
          ]),
          ...pager(site, k, sections.length, pathOf),
        ],
      }),
    };
  }
}

/** What the search takes from a page, and where it finds what other editions have for a paragraph. */
const searched = ({ siglum }: Edition, { editions }: Work) => ({
  'data-pagefind-body': true,
  'data-siglum': siglum,
  ...(editions.length > 1 ? { 'data-places': placesName } : {}),
});

/** The file beside the pages of an edition that holds the section and row of the comparison of each segment. */
const placesName = 'places.json';
export const placesPath = (home: string, edition: Edition): string =>
  `${editionHome(home, edition)}/${placesName}`;

function pinyinSwitch(href: string, isOn: boolean, { own, say }: SiteContext): ElementContent {
  return h('p', { class: 'about', ...own }, [
    h('a', { href, role: 'switch', 'aria-checked': String(isOn) }, [
      `${isOn ? '☑' : '☐'} ${say('editions.ruby-pinyin')}`,
    ]),
  ]);
}

/** The readings of Chinese characters as spans over the text; what the text gives itself stays. */
function withPinyin(edition: Edition): Edition {
  const segments = edition.segments.map((segment) => {
    // What people say of it stands in the text already.
    const spans = pinyinOf(segment, []).map(({ start, end, pinyin }) => ({
      kind: 'ruby' as const,
      start,
      end,
      target: pinyin,
      language: 'zh-Latn-pinyin',
    }));
    return { ...segment, spans: [...segment.spans, ...spans] };
  });
  return { ...edition, segments };
}

/** Browsers break no line between characters with readings, unless the text allows it. */
function breakable(element: Element): Element {
  const isRuby = (node?: ElementContent) => node?.type === 'element' && node.tagName === 'ruby';
  element.children = element.children.flatMap((child, k, all) => {
    const whole = child.type === 'element' ? breakable(child) : child;
    return isRuby(child) && isRuby(all[k + 1]) ? [whole, h('wbr')] : [whole];
  });
  return element;
}
