import { describe, expect, test } from 'vitest';
import { createClassifier } from '../../lib/collate/kinds';
import { findTranspositions } from '../../lib/collate/transpositions';
import { collateXJson, writeCollation } from '../../lib/formats/collation/write';
import { random } from '../bench/synthetic';
import { changes, collated } from '../collated';

describe('transpositions', () => {
  test('are one, with both places', () => {
    const found = collated({
      A: 'with great care the potter turned the bowl',
      B: 'the potter turned the bowl with great care',
    });
    expect(collateXJson(found)).toMatchObject({
      transpositions: [{ witness: 'B', words: 'with great care' }],
    });
    const tei = writeCollation(found, 'tei', createClassifier({ language: 'en' }), 'en');
    expect(tei).toMatch(/xml:id="move-1-1" corresp="#move-1-2"/);
    expect(tei).toMatch(/xml:id="move-1-2" corresp="#move-1-1"/);
  });

  test('sections in another order are found whole', () => {
    const next = random(5);
    const word = () =>
      `w${Math.floor(Math.exp(next() * 8))
        .toString(2)
        .replaceAll('0', 'o')
        .replaceAll('1', 'i')}`;
    const sections = Array.from({ length: 6 }, () => Array.from({ length: 300 }, word).join(' '));
    const found = collated({
      A: sections.join('\n\n'),
      B: [2, 0, 4, 1, 5, 3].map((k) => sections[k]).join('\n\n'),
    });
    const own = new Set<number>();
    found.columns.forEach(([x, y], c) => {
      if (x && y && x.n === y.n) own.add(c);
    });
    for (const { base } of findTranspositions(found, 0)) {
      for (let c = base[0]; c < base[1]; c++) if (found.columns[c][0]) own.add(c);
    }
    expect(own.size).toBeGreaterThanOrEqual(0.99 * 1800);
  });

  test('in a comparison: sentences whole, phrases with another capital, two words changed about', () => {
    expect(
      changes(
        'It rained. The mill stood still all day long. Nobody spoke.',
        'The mill stood still all day long. It rained. Nobody spoke.',
      ),
    ).toMatch(/<It rained\. ?\|>/);
    expect(
      changes(
        'After the harvest, she painted the gate.',
        'She painted the gate after the harvest.',
      ),
    ).toMatch(/<After the harvest\|>/);
    expect(changes('Lord Peter spoke', 'Peter Lord spoke')).toMatch(/<|>/);
  });
});
