import type { ElementContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { h } from 'hastscript';
import { languageAttributes } from '../edition/language-attributes';
import type { Work } from '../edition/model';
import type { PlacedNote, PlacedTarget } from '../edition/notes';
import { anyLanguage } from '../formats/html/document';
import { safeHtml } from '../formats/markdown/safe-html';
import type { SiteContext } from './context';
import { framed, relative } from './frame';
import { readingPath, sectionsOf } from './reading-pages';
import type { SiteFile } from './site-file';
import type { SiteWork } from './site-work';

export const notesPath = (home: string) => `${home}/notes/index.html`;

/** What readers have noted, each note with the words it is about. */
export function notesPage(
  shown: SiteWork,
  notes: readonly PlacedNote[],
  site: SiteContext,
): SiteFile {
  const { work, home, nav } = shown;
  const { own, say } = site;
  const path = notesPath(home);
  return {
    path,
    content: framed(site, {
      path,
      title: `${work.title} · ${say('notes.title')} · Variorum`,
      language: own.lang,
      nav: nav(path),
      main: [
        h('h1', { ...anyLanguage }, work.title),
        ...notes.map((note) =>
          h('section', { class: 'place', id: `note-${note.id}` }, [
            ...note.targets.map((target) => about(work, home, path, target)),
            h(
              'div',
              { ...anyLanguage },
              fromHtml(safeHtml(note.text), { fragment: true }).children as ElementContent[],
            ),
            ...(note.author ? [h('p', { class: 'about' }, [h('bdi', note.author.name)])] : []),
          ]),
        ),
      ],
    }),
  };
}

/** The words a note is about, with the way to them where they still stand. */
function about(work: Work, home: string, path: string, target: PlacedTarget): ElementContent {
  const { quote, start, end } = target;
  const edition = work.editions.find(({ siglum }) => siglum === target.edition);
  const at = edition?.segments.findIndex(({ id }) => id === target.segment) ?? -1;
  if (!edition || at < 0) return h('blockquote', { ...anyLanguage }, quote ?? '');
  const { id, kind, label, text } = edition.segments[at];
  const section = sectionsOf(edition).findIndex(({ from, to }) => from <= at && at < to);
  const anchor = kind === 'footnote' && label ? `note-${label}` : id;
  const href = `${relative(path, readingPath(home, edition, section))}#${encodeURIComponent(anchor)}`;
  const words = text.slice(start ?? 0, end ?? shownLetters);
  return h('blockquote', [
    h('a', { class: 'siglum', href }, [h('bdi', edition.siglum)]),
    ' ',
    h(
      'span',
      { ...languageAttributes(edition.language) },
      end === undefined && words.length < text.length ? `${words}…` : words,
    ),
  ]);
}

/** Letters of a paragraph that stand for it. */
const shownLetters = 120;
