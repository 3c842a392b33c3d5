import { isLanguage } from './parallel';

export const languageCodes = 'columns of codes of languages';

/** What a column of a table holds: a text, the numbers of its rows, or what is not text. */
export type ColumnRole =
  | { role: 'text' }
  | { role: 'label' }
  | {
      role: 'other';
      what:
        | 'columns of numbers'
        | 'columns of remarks'
        | 'columns of speakers'
        | 'columns of addresses'
        | typeof languageCodes;
    };

const labelHeads =
  /^(?:(?:seg(?:ment)?|unit|string|text|verse|line|row|record|entry|item|sentence|paragraph|para)[\s_-]?(?:ids?|no|nr|num|number|key|ref|index)|#|№|id|ids|no|nr|n|num|number|key|keys|ref|reference|index|idx|label|line|row|seg(?:ment)?|unit|verse|paragraph|para|section|sentence|stanza|s\.? ?no|lfd\.? ?nr|номер|序号|编号|番号)\.?$/i;
const remarkHeads =
  /^(?:notes?|comments?|remarks?|status|state|tags?|notetype|deck|guid|context|memo|todo|review(?:er)?|translator notes?|anmerkung(?:en)?|bemerkung(?:en)?|kommentare?|remarques?|commentaires?|notas?|observaciones|comentarios?|osservazioni|примечани[ея]|комментари[йи]|备注|備註|注释|附註|備考)$/i;
const speakerHeads =
  /^(?:speakers?|speaker[\s_-]?name|character|actor|sprecher(?:in)?|personnage|personaje|personaggio|персонаж|说话人|說話人|角色|人物|話者)$/i;
/** What is numbered over the rows: with the number of the row, a label. */
const partHeads =
  /^(?:books?|ch(?:apter)?|part|vol(?:ume)?|kap(?:itel)?|buch|livre|chapitre|libro|cap[ií]tulo|глава|книга|章|卷)\.?$/i;
const languageHeads =
  /(?:^|[\s_-])(?:lang(?:uage)?s?|locale|sprache|langue|lengua|idioma|lingua|язык|语言|語言|言語)(?:$|[\s_-])/i;
const languageCell = /^[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?$/;
const endsSentence = /[.!?。！？…][”’"»」』)]*$/u;
const address = /^(?:(?:mailto|urn):|[a-z][a-z0-9+.-]*:\/\/)\S+$/i;
const numberCell = /^[\d\s.,:;%/()+–-]+$/;
const keyCell = /^[\p{L}\p{N}_.:/#-]{1,60}$/u;
/** A place of a work: “Gen 1:1”, “Il. 2.484–490”. */
const placeCell =
  /^(?:\p{N}\s)?\p{L}[\p{L}.]{0,15}(?:\s\p{L}[\p{L}.]{0,15})?\s\d+(?:[:.,]\d+)*[a-z]?(?:[-–]\d[\d:.]*)?$/u;

/**
 * What each column of a table holds, by its head and its cells. A column that is called as if it had
 * numbers but holds sentences is a text: `id` is the tag of Indonesian, too.
 *
 * @param heads of the columns.
 * @param cells of each column, without the head.
 */
export function rolesOfColumns(
  heads: readonly string[],
  cells: readonly (readonly string[])[],
): ColumnRole[] {
  const roles = heads.map((given, column): ColumnRole => {
    const head = given.trim();
    const used = cells[column].map((cell) => cell.trim()).filter((cell) => cell !== '');
    if (remarkHeads.test(head)) return { role: 'other', what: 'columns of remarks' };
    if (used.length === 0) return { role: 'text' };
    if (speakerHeads.test(head) && !used.some((cell) => endsSentence.test(cell))) {
      return { role: 'other', what: 'columns of speakers' };
    }
    if (used.every((cell) => address.test(cell)))
      return { role: 'other', what: 'columns of addresses' };
    if ((head === '' || languageHeads.test(head)) && used.every(isCode)) {
      return { role: 'other', what: languageCodes };
    }
    const numbers = used.every((cell) => numberCell.test(cell));
    if (partHeads.test(head) && used.every((cell) => keyCell.test(cell))) return { role: 'label' };
    if ((labelHeads.test(head) || head === '') && (numbers || areKeys(used))) {
      return { role: 'label' };
    }
    // A siglum, or a head that gives a language, is an edition’s whatever it holds.
    const named = /^\p{Lu}[\p{L}\p{N}]?$/u.test(head) || /[([][A-Za-z-]{2,}[)\]]$/.test(head);
    if (numbers && !named && used.length > 1) return { role: 'other', what: 'columns of numbers' };
    return { role: 'text' };
  });
  // One column gives the labels; a table of nothing else is taken as it is, but for its numbers.
  const texts = roles.filter(({ role }) => role === 'text').length;
  if (texts === 0) {
    return roles.map((role, column) =>
      cells[column].every((cell) => cell.trim() === '' || numberCell.test(cell.trim()))
        ? role
        : { role: 'text' },
    );
  }
  // Books and chapters number rows only together with what numbers them within.
  const isPart = (column: number) => partHeads.test(heads[column].trim());
  const label = roles.findIndex(({ role }, column) => role === 'label' && !isPart(column));
  return roles.map((role, column) =>
    role.role === 'label' && column !== label && !(label >= 0 && isPart(column) && column < label)
      ? { role: 'other', what: 'columns of numbers' }
      : role,
  );
}

const isCode = (cell: string): boolean => languageCell.test(cell) && isLanguage(cell);

/**
 * Whether the first row of a table names its columns. One that is like those below does not: most of its cells
 * are sentences, as in their columns, or one is a number or the code of a language where all in its column are.
 */
export function hasHead(rows: readonly (readonly string[])[]): boolean {
  const [first = [], ...others] = rows.map((row) => row.map((cell) => cell.trim()));
  const heads = first.map((head, column) => ({
    head,
    cells: others.map((row) => row[column] ?? '').filter((cell) => cell !== ''),
  }));
  if (first.length === 0) return true;
  if (first.every((cell) => endsSentence.test(cell) && !labelHeads.test(cell))) return false;
  const likeBelow = heads.some(
    ({ head, cells }) =>
      cells.length > 0 &&
      ((/^\d+$/.test(head) && cells.every((cell) => /^\d+$/.test(cell))) ||
        (isCode(head) && cells.every((cell) => cell === head))),
  );
  if (likeBelow) return false;
  const sentences = heads.filter(
    ({ head, cells }) =>
      endsSentence.test(head) &&
      2 * cells.filter((cell) => endsSentence.test(cell)).length > cells.length,
  );
  return 2 * sentences.length <= heads.filter(({ head }) => head !== '').length;
}

/** Whether cells are names of rows: without spaces or places, most different, with a digit or a sign in most. */
function areKeys(cells: readonly string[]): boolean {
  const signed = cells.filter((cell) =>
    /[\p{N}_.:/#〇零一二三四五六七八九十百千-]/u.test(cell),
  ).length;
  return (
    cells.every((cell) => keyCell.test(cell) || placeCell.test(cell)) &&
    new Set(cells).size > cells.length / 2 &&
    signed > cells.length / 2
  );
}
