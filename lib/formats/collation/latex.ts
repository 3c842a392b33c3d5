import type { ApparatusEntry } from '../../collate/apparatus-entry';
import { lemmaOf, readingsNote } from '../../collate/entry-note';
import { emptyLine } from '../../collate/witness';
import type { ApparatusForm } from '../../edition/apparatus-form';
import type { ApparatusText } from './apparatus-text';

const special: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

const escaped = (text: string): string =>
  text.replace(/[\\~^]|[#$%&_{}]/g, (mark) => special[mark] ?? `\\${mark}`);

/** A reading that runs over the end of a paragraph: a note of LaTeX is one, so a pilcrow stands for the end. */
const inOneParagraph = (text: string): string => text.split(emptyLine).map(escaped).join(' \\P{} ');

/** Languages by the names that polyglossia has for them; others are set without hyphenation of their own. */
const polyglossia: Record<string, string> = {
  ar: 'arabic',
  de: 'german',
  el: 'greek',
  en: 'english',
  es: 'spanish',
  fr: 'french',
  grc: 'greek',
  he: 'hebrew',
  it: 'italian',
  la: 'latin',
  ru: 'russian',
};

/**
 * Texts with their apparatus for LaTeX's `reledmac`: numbered lines, entries at the foot of the page.
 * To be set with XeLaTeX or LuaLaTeX, which read UTF-8.
 * Source: https://ctan.org/pkg/reledmac
 */
export function collationLatex(texts: readonly ApparatusText[], form: ApparatusForm): string {
  const [main, ...others] = [...new Set(texts.map(({ language }) => languageName(language)))];
  return `${[
    '\\documentclass{article}',
    '\\usepackage{polyglossia}',
    `\\setmainlanguage{${main}}`,
    ...others.map((name) => `\\setotherlanguage{${name}}`),
    '\\usepackage{reledmac}',
    '\\begin{document}',
    ...texts.flatMap((text) => {
      const name = languageName(text.language);
      const lines = numbered(text, form);
      return name === main ? lines : [`\\begin{${name}}`, ...lines, `\\end{${name}}`];
    }),
    '\\end{document}',
  ].join('\n')}\n`;
}

const languageName = (tag: string): string => polyglossia[tag.split('-')[0]] ?? 'english';

/** A text with numbered lines, under its title where it has one. */
function numbered({ title, parts }: ApparatusText, form: ApparatusForm): string[] {
  const body = parts
    .map((part) => ('shared' in part ? escaped(part.shared) : edited(part.entry, form)))
    .join('')
    .split(emptyLine)
    .filter((paragraph) => paragraph.trim() !== '');
  return [
    ...(title ? [`\\section*{${escaped(title)}}`] : []),
    '\\beginnumbering',
    ...body.flatMap((paragraph) => ['\\pstart', paragraph.trim(), '\\pend']),
    '\\endnumbering',
  ];
}

function edited(entry: ApparatusEntry, form: ApparatusForm): string {
  const { lemma, space, beside } = entry;
  const note = readingsNote(entry, form)
    .map(({ kind, text }) => (kind === 'said' ? `\\textit{${text}}` : inOneParagraph(text)))
    .join('');
  // What has no word of its own is noted under the word beside it, and a long lemma by its ends.
  const noted = lemma || beside ? lemmaOf(entry) : '';
  const shown = noted === lemma && lemma !== '' ? '' : `\\lemma{${escaped(noted)}}`;
  const [before, after] = [escaped(space.before), escaped(space.after)];
  return `${before}\\edtext{${escaped(lemma)}}{${shown}\\Afootnote{${note}}}${after}`;
}
