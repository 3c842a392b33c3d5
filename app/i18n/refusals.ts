import { once } from '../../lib/core/memo';
import simplified from './refusals.zh.json';
import traditional from './refusals.zh-Hant.json';

interface Template {
  pattern: RegExp;
  /** In the order in which the template has them. */
  places: string[];
  words: string;
  /** Letters that are the template's own. */
  own: number;
}

/** What a place of a template stands for: `{0}`. */
const place = /\{(\d+)\}/g;

const compile = ([template, words]: [string, string]): Template => ({
  pattern: new RegExp(
    `^${template
      .split(place)
      .map((part, k) => (k % 2 === 0 ? escaped(part) : '([^]*?)'))
      .join('')}$`,
  ),
  places: [...template.matchAll(place)].map(([, number]) => number),
  words,
  own: template.replace(place, '').length,
});

/** Names to choose from, such as sigla or formats, as the library lists them. */
const names = /^[^\s,]+(, [^\s,]+)+$/u;

const chineseList = (list: string) => list.replaceAll(', ', '、');

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The most particular first: what says nothing of its own fits everything. */
const templatesOf = (refusals: Readonly<Record<string, string>>): Template[] =>
  Object.entries(refusals)
    .map(compile)
    .sort((x, y) => y.own - x.own);

/** By the language of the interface. They are compiled when they are first needed. */
const catalogues: Readonly<Record<string, () => Template[]>> = {
  zh: once(() => templatesOf(simplified)),
  'zh-Hant': once(() => templatesOf(traditional)),
};

/**
 * A refusal or remedy of the library in Chinese; null for one that the catalogue does not have. As in
 * gettext, the English text is its own key. What it says of its case is put in the same places, and
 * is itself said in Chinese where the catalogue has it.
 */
function chineseRefusal(templates: readonly Template[], text: string): string | null {
  for (const { pattern, places, words } of templates) {
    const found = pattern.exec(text);
    if (!found) continue;
    const values = new Map(places.map((number, k) => [number, found[k + 1]]));
    return words.replace(place, (_, number) => {
      const value = values.get(number) ?? '';
      return chineseRefusal(templates, value) ?? (names.test(value) ? chineseList(value) : value);
    });
  }
  return null;
}

/** A text of the library in the language of the interface; null where it has it in English alone. */
export function refusalIn(locale: string, text: string): string | null {
  const templates = catalogues[locale]?.();
  return templates ? chineseRefusal(templates, text) : text;
}

interface Refusal {
  message: string;
  file?: string;
  line?: number;
  remedy?: string;
}

/** The refusal in one line, as `oneLine` has it, in the language of the interface. */
export function refusalLine(locale: string, { message, file, line, remedy }: Refusal): string {
  const chinese = locale.startsWith('zh');
  const say = (text: string) => refusalIn(locale, text) ?? text;
  const where = file ? `${file}${line ? `:${line}` : ''}${chinese ? '：' : ': '}` : '';
  const advice = remedy ? `${chinese ? '；' : '; '}${say(remedy)}` : '';
  return `${where}${say(message)}${advice}`.replace(/\s+/g, ' ');
}
