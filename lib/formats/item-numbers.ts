/**
 * How the numbers of lists are written: by the names of OOXML (`ST_NumberFormat`), to which those of
 * HTML and OpenDocument are mapped.
 */
export type NumberStyle =
  | 'decimal'
  | 'decimalZero'
  | 'lowerLetter'
  | 'upperLetter'
  | 'lowerRoman'
  | 'upperRoman'
  | 'decimalEnclosedCircle'
  | 'chineseCounting';

const styles: Record<string, NumberStyle> = {
  // HTML’s `type`, and the first number of OpenDocument’s `num-format`.
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
  一: 'chineseCounting',
  '①': 'decimalEnclosedCircle',
  // CSS.
  'lower-alpha': 'lowerLetter',
  'lower-latin': 'lowerLetter',
  'upper-alpha': 'upperLetter',
  'upper-latin': 'upperLetter',
  'lower-roman': 'lowerRoman',
  'upper-roman': 'upperRoman',
  'decimal-leading-zero': 'decimalZero',
  'cjk-ideographic': 'chineseCounting',
  // OOXML.
  decimalZero: 'decimalZero',
  lowerLetter: 'lowerLetter',
  upperLetter: 'upperLetter',
  lowerRoman: 'lowerRoman',
  upperRoman: 'upperRoman',
  decimalEnclosedCircle: 'decimalEnclosedCircle',
  decimalEnclosedCircleChinese: 'decimalEnclosedCircle',
  chineseCounting: 'chineseCounting',
  chineseCountingThousand: 'chineseCounting',
  taiwaneseCounting: 'chineseCounting',
  taiwaneseCountingThousand: 'chineseCounting',
  japaneseCounting: 'chineseCounting',
  ideographDigital: 'chineseCounting',
};

/** The style of a name in HTML, CSS, OpenDocument or OOXML; figures for one that is not known. */
export const numberStyle = (name: string): NumberStyle => styles[name] ?? 'decimal';

const romans: [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** A number as a list shows it; in figures where its style has no sign for it. */
export function written(value: number, style: NumberStyle): string {
  const figures = String(value);
  switch (style) {
    case 'decimalZero':
      return figures.padStart(2, '0');
    case 'lowerLetter':
      return letters(value) ?? figures;
    case 'upperLetter':
      return letters(value)?.toUpperCase() ?? figures;
    case 'lowerRoman':
      return roman(value) ?? figures;
    case 'upperRoman':
      return roman(value)?.toUpperCase() ?? figures;
    case 'decimalEnclosedCircle':
      return value >= 1 && value <= 20 ? String.fromCodePoint(0x245f + value) : figures;
    case 'chineseCounting':
      return chinese(value) ?? figures;
    default:
      return figures;
  }
}

function letters(value: number): string | undefined {
  if (value < 1) return undefined;
  let out = '';
  for (let left = value; left > 0; left = Math.floor((left - 1) / 26)) {
    out = String.fromCharCode(97 + ((left - 1) % 26)) + out;
  }
  return out;
}

function roman(value: number): string | undefined {
  if (value < 1 || value > 3999) return undefined;
  let left = value;
  let out = '';
  for (const [size, sign] of romans) {
    for (; left >= size; left -= size) out += sign;
  }
  return out;
}

function chinese(value: number): string | undefined {
  if (value < 1 || value > 99) return undefined;
  const digits = '〇一二三四五六七八九';
  const tens = Math.floor(value / 10);
  const ones = value % 10 === 0 ? '' : digits[value % 10];
  return tens === 0 ? ones : `${tens === 1 ? '' : digits[tens]}十${ones}`;
}
