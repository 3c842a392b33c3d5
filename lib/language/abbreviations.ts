import { languageFamily } from '../edition/model';

/**
 * What may follow an abbreviation whose full stop ends no sentence. A `title` stands before a name,
 * a `number` before a number, and `always` is never the end. Other abbreviations may end a sentence:
 * they do where a capital follows.
 */
type Follows = 'always' | 'title' | 'number';

const words = (text: string, follows: Follows): [string, Follows][] =>
  text.split(' ').map((word) => [word, follows]);

const common: [string, Follows][] = [
  ...words('cf vgl e.g i.e viz vs ca', 'always'),
  ...words('p pp fig vol no nr art ch cap §', 'number'),
];
/**
 * After CLDR’s suppressions (https://cldr.unicode.org, `segments/*.xml`), less the words that are
 * words as well, which are abbreviations only before a number.
 */
const kept: Record<string, [string, Follows][]> = {
  en: [
    ...words(
      'Mr Mrs Ms Dr St Prof Gen Col Lt Rev Hon Capt Cmdr Maj Sgt Gov Sen Rep Messrs Mme Mlle Fr Sr Adm',
      'title',
    ),
    ...words('ed eds approx ibid', 'always'),
    ...words(
      'nos figs vols arts chap chaps sec secs ver vv ll col cols bk bks pt pts ex exs chs fol fols Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec',
      'number',
    ),
  ],
  de: [
    ...words('Dr Prof Hr Hrn Fr Frl St Ing Dipl Mag Frhr Gf Kgl Sr Se', 'title'),
    ...words(
      'z.B z. d.h d. u.a u. bzw evtl ggf sog resp hrsg Hrsg Abs Anm Aufl Bd Bde Jh Jhdt Kap Str Tel verm geb gest s.o s.u i. o. a. v. n. Chr',
      'always',
    ),
    ...words('S Nr Abb Art Taf Jan Feb Mär Apr Jun Jul Aug Sep Sept Okt Nov Dez', 'number'),
  ],
  fr: [
    ...words('M MM Mme Mmes Mlle Mlles Mgr Dr Drs Me St Ste Pr av apr', 'title'),
    ...words('p.ex c.-à-d env éd', 'always'),
    ...words('chap t janv févr avr juil sept oct nov déc', 'number'),
  ],
  es: [
    ...words('Sr Sra Srta Dr Dra D Dña Ud Uds Vd Vds Prof Gral Sto Sta', 'title'),
    ...words('p.ej aprox núm', 'always'),
    ...words('págs pág cap art vol ene feb mar abr may jun jul ago sept oct nov dic', 'number'),
  ],
  it: [
    ...words('Sig Sig.ra Dott Prof Avv Ing On Mons Rev S', 'title'),
    ...words('es', 'always'),
    ...words('pag pagg cap art n', 'number'),
  ],
  pt: [
    ...words('Sr Sra Dr Dra Exmo Prof D Sto Sta', 'title'),
    ...words('pág págs cap art n.º', 'number'),
  ],
  nl: [...words('dr drs mr ir prof mevr dhr St', 'title'), ...words('bijv blz nr', 'number')],
  pl: [
    ...words('dr prof mgr inż ks św gen', 'title'),
    ...words('np tzn tzw m.in', 'always'),
    ...words('s str nr t r', 'number'),
  ],
  ru: [
    ...words('г-н г-жа гр проф акад им тов св о', 'title'),
    ...words('т.е т.н т.к напр см ср', 'always'),
    ...words('с стр гл т ст рис г', 'number'),
  ],
  hi: [...words('डॉ श्री श्रीमती पं प्रो सुश्री', 'title')],
  la: [...words('M P L C Cn Q T Sex D Ti A S', 'title'), ...words('sc scil ie', 'always')],
};
/** Languages whose dates and ordinals have a full stop: “am 3. Oktober”. */
const ordinals = /^(de|da|nb|nn|no|fi|is|cs|sk|sl|hr|sr|bs|hu|et|lv|pl|tr)$/;

const tables = new Map<string, Map<string, Follows>>();
function tableOf(language: string): Map<string, Follows> {
  const name = languageFamily(language);
  let table = tables.get(name);
  if (!table) {
    // Capitals make no difference but where a word of the language is distinguished by them.
    table = new Map([...common, ...(kept[name] ?? kept.en)]);
    tables.set(name, table);
  }
  return table;
}

const lastWord = /(?:^|[\s([“"'«„‘—–-])([\p{L}\p{M}§][\p{L}\p{M}.º-]*)\.\s*$/u;

/**
 * Whether a full stop before a place is that of an abbreviation, an initial or an ordinal, so that no
 * sentence ends there.
 *
 * @param before the text up to the place, with its full stop.
 * @param after what follows it.
 */
export function endsInAbbreviation(before: string, after: string, language: string): boolean {
  const next = after.trimStart();
  if (/(?:^|[\s([„“"'«–-])\p{N}{1,2}\.\s*$/u.test(before)) {
    // Ordinals: a number of years or of people ends a sentence as a rule, one of a day does not.
    if (!ordinals.test(languageFamily(language))) return false;
    // The month of a date in figures: “3. 10. 1990”.
    if (/^\p{N}{1,2}\.\s?\p{N}{2,4}/u.test(next)) return true;
    return /^\p{L}/u.test(next) && !beginsSentence(next);
  }
  const word = lastWord.exec(before)?.[1];
  if (word === undefined) return false;
  // Of a place that is cited: “Rom. 3:16”, “Il. 2.484”.
  if (/^\p{Lu}\p{L}{0,5}$/u.test(word) && /^\p{N}+[:.]\p{N}/u.test(next)) return true;
  // “EE. UU.”, “FF. AA.”: what is doubled is in the plural, and is said in pairs.
  if (/^(\p{Lu})\1$/u.test(word) && /^(\p{Lu})\1(?!\p{L})/u.test(next)) return true;
  const follows = lookUp(word, language);
  if (follows === 'always') return true;
  if (follows === 'title') return /^["“„«]?(?:\p{Lu}|\p{Lo}|\p{N})/u.test(next);
  if (follows === 'number' && !/^\p{Lu}$/u.test(word)) return isNumber(next);
  if (follows === 'number' && isNumber(next)) return true;
  // “10 p.m. (local time)”; “z. B.”, “i. d. R.”
  if (/^\p{L}(?:\.\p{L})+$/u.test(word) && /^[([]/.test(next)) return true;
  if (/^\p{L}$/u.test(word) && /^\p{L}\./u.test(next)) return true;
  // An initial: a capital that stands before a name, with another initial or a name before it.
  if (/^(?:\p{Lu}\.)*\p{Lu}$/u.test(word)) return isInitial(before, next);
  return false;
}

const isNumber = (next: string): boolean =>
  /^[([]?(?:\p{N}|(?:[ivxlc]+|[IVXLC]+)(?![\p{L}\p{M}]))/u.test(next) && !/^I\s/.test(next);

function lookUp(word: string, language: string): Follows | undefined {
  const table = tableOf(language);
  const lower = word.toLowerCase();
  // A single capital is an initial before it is a small letter’s abbreviation.
  const found = table.get(word) ?? (/^\p{Lu}$/u.test(word) ? undefined : table.get(lower));
  // “MR.” in capitals.
  return (
    found ??
    (word === word.toUpperCase() && word.length > 1
      ? table.get(word[0] + lower.slice(1))
      : undefined)
  );
}

/** Whether a word is one by which sentences begin, as names and the nouns after an ordinal do not. */
function beginsSentence(next: string): boolean {
  return begins.has(/^\p{L}+/u.exec(next)?.[0] ?? '');
}

const begins = new Set(
  (
    'The A An It He She They We You I This That These Those There Then But And In On At For No Nobody So If When What Who My His Her Its Our Their Not Some Many As By From With ' +
    'Der Die Das Ein Eine Er Sie Es Wir Ihr Ich Du Und Aber Doch Dann Da Dort Hier Nun Als Wenn Man Im Am Auf Bei Mit Nach Von Vor Zu ' +
    'Le La Les Un Une Il Elle Ils Elles Nous Vous Je Et Mais El Los Las Y Pero Se Lo Gli Ma Ed Os As E Mas ' +
    'Den Det De En Et Han Hun Jeg Vi Og Men To Ten Ta On Ona Ono My Vy Ale Az Egy Ez És Bir Bu Ve O'
  ).split(' '),
);

/** Whether a single capital before a place is of a name: “J. R. Smith”, “by J. Smith”. */
function isInitial(before: string, next: string): boolean {
  if (!/^(?:\p{Lu}|\p{Lo}|de\b|von\b|van\b)/u.test(next)) return false;
  const rest = before.replace(/(?:\p{Lu}\.)+\s*$/u, '').trimEnd();
  // “group B. The rest”: what follows is how a sentence begins, and what precedes is a common noun.
  return !(beginsSentence(next) && /\p{Ll}$/u.test(rest));
}
