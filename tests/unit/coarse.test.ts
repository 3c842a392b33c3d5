import { describe, expect, test } from 'vitest';
import { bandSize } from '../../lib/align/band';
import { boundSearch, openBand } from '../../lib/align/coarse';
import { usualRates } from '../../lib/align/lexical';
import { encode, knownEntries } from '../../lib/align/vocabulary';

/** Words of no language, the same for the same number. */
function wordOf(number: number): string {
  const syllables = ['ba', 'ke', 'mi', 'lo', 'nu', 'ra', 'se', 'ti', 'vo', 'zu'];
  return [...String(1000 + number)].map((digit) => syllables[Number(digit)]).join('');
}

/** Lines of seven words each of a small vocabulary, drawn by a fixed rule. */
function lines(count: number): string[] {
  let state = 7;
  return Array.from({ length: count }, () =>
    Array.from({ length: 7 }, () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return wordOf((state >>> 8) % 800);
    }).join(' '),
  );
}

const side = (texts: string[]) =>
  encode({ language: 'fi', segments: texts.map((text) => ({ text })) });

function bound(textsA: string[], textsB: string[]) {
  const [a, b] = [side(textsA), side(textsB)];
  return boundSearch(a, b, knownEntries(a, b), usualRates.other).band;
}

describe('the search in long texts is bounded', () => {
  const whole = lines(1500);

  test('the band is narrow, and follows equal texts', () => {
    const band = bound(whole, whole);
    expect(bandSize(band)).toBeLessThan(1500 * 1500 * 0.1);
    whole.forEach((_, i) => {
      expect(band.from[i]).toBeLessThanOrEqual(i);
      expect(band.to[i]).toBeGreaterThanOrEqual(i);
    });
  });

  test('where a long part is missing, the band goes around it', () => {
    const [low, high] = [500, 800];
    const band = bound(whole, [...whole.slice(0, low), ...whole.slice(high)]);
    // Where each line that is left begins in b.
    for (let i = 0; i < whole.length; i++) {
      if (i >= low && i < high) continue;
      const j = i < low ? i : i - (high - low);
      expect(band.from[i], `line ${i}`).toBeLessThanOrEqual(j);
      expect(band.to[i], `line ${i}`).toBeGreaterThanOrEqual(j);
    }
  });

  test('bounds rise, and reach both ends', () => {
    const other = whole.filter((_, i) => i % 5 !== 0);
    const { from, to } = bound(whole, other);
    expect([from[0], to[whole.length]]).toEqual([0, other.length]);
    for (let i = 1; i <= whole.length; i++) {
      expect(from[i]).toBeGreaterThanOrEqual(from[i - 1]);
      expect(to[i]).toBeGreaterThanOrEqual(to[i - 1]);
      expect(to[i]).toBeGreaterThanOrEqual(from[i]);
    }
  });

  test('texts that share no word are bounded, too', () => {
    const foreign = lines(1400).map((line) =>
      line.replace(/[a-z]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0x3a0)),
    );
    const band = bound(whole, foreign);
    expect(bandSize(band)).toBeLessThanOrEqual(openBand(1500, 1400));
  });
});
