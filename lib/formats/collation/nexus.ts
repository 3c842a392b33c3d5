import { agreed } from '../../collate/apparatus';
import type { Collation } from '../../collate/collation';
import { findLacunae } from '../../collate/lacunae';

/** The states of a character: what NEXUS allows as symbols, but for its own marks. */
const symbols = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/**
 * A collation as a matrix for programs of phylogeny and stemmatology: a character a column that differs,
 * a state a reading; `-` where a witness omits it, `?` in its lacunae and where there are too many readings.
 * Source: Maddison, Swofford and Maddison, "NEXUS: an extensible file format", Syst. Biol. 46 (1997).
 */
export function collationNexus(collation: Collation): string {
  const { witnesses, columns } = collation;
  const lacunae = findLacunae(collation, 0);
  const absent = (w: number, c: number) =>
    lacunae.some(({ witness, columns: [from, to] }) => witness === w && from <= c && c < to);
  const rows = witnesses.map(() => '');
  columns.forEach((column, c) => {
    if (agreed(column)) return;
    const states = new Map<string, string>();
    column.forEach((token, w) => {
      if (absent(w, c)) {
        rows[w] += '?';
        return;
      }
      if (!token || token.n === '') {
        rows[w] += '-';
        return;
      }
      const state = states.get(token.n) ?? symbols[states.size] ?? '?';
      states.set(token.n, state);
      rows[w] += state;
    });
  });
  const names = taxonNames(witnesses);
  const width = Math.max(...names.map((name) => name.length));
  return `${[
    '#NEXUS',
    '',
    'BEGIN DATA;',
    `  DIMENSIONS NTAX=${witnesses.length} NCHAR=${rows[0]?.length ?? 0};`,
    `  FORMAT DATATYPE=STANDARD SYMBOLS="${symbols}" MISSING=? GAP=-;`,
    '  MATRIX',
    ...names.map((name, w) => `    ${name.padEnd(width)}  ${rows[w]}`),
    '  ;',
    'END;',
  ].join('\n')}\n`;
}

/** Sigla as names that NEXUS reads: between single quotes where they hold more than letters and digits. */
const taxonNames = (sigla: readonly string[]): string[] =>
  sigla.map((siglum) =>
    /^[A-Za-z][A-Za-z0-9]*$/.test(siglum) ? siglum : `'${siglum.replaceAll("'", "''")}'`,
  );
