import { describe, expect, test } from 'vitest';
import { alignTexts } from '../../lib/align/align';
import { excerptOf } from '../../lib/align/excerpt';
import { encode } from '../../lib/align/vocabulary';

const english = [
  'The miller got up before dawn and looked at the sky.',
  'His wife had already baked the bread for the week.',
  'A stranger stood at the bridge with a lame horse.',
  'Nobody in the village knew where he had come from.',
  'He asked for water, oats and a bed for one night.',
  'The children followed him as far as the smithy.',
  'In the evening it began to rain on the roofs.',
  'The river rose until it touched the second step.',
];
const german = [
  'Der Müller stand vor Tagesanbruch auf und sah zum Himmel.',
  'Seine Frau hatte schon das Brot für die Woche gebacken.',
  'Ein Fremder stand mit einem lahmen Pferd an der Brücke.',
  'Niemand im Dorf wusste, woher er gekommen war.',
  'Er bat um Wasser, Hafer und ein Bett für eine Nacht.',
  'Die Kinder folgten ihm bis zur Schmiede.',
  'Am Abend begann es auf die Dächer zu regnen.',
  'Der Fluss stieg, bis er die zweite Stufe berührte.',
];
const text = (language: string, texts: readonly string[]) => ({
  language,
  segments: texts.map((each) => ({ text: each, kind: 'paragraph' as const })),
});
const pairs = (beads: ReturnType<typeof alignTexts>) =>
  beads.filter(({ a, b }) => a.length > 0 && b.length > 0).map(({ a, b }) => [a, b]);

describe('an excerpt', () => {
  test.each([[[2, 3]], [[3]], [[0, 7]], [[4, 5, 6]]])(
    'of paragraphs %j stands beside them in the whole, from either side',
    (chosen) => {
      const part = text(
        'en',
        chosen.map((k) => english[k]),
      );
      const whole = text('en', english);
      const wanted = chosen.map((k, at) => [[at], [k]]);
      expect(pairs(alignTexts(part, whole))).toEqual(wanted);
      expect(pairs(alignTexts(whole, part))).toEqual(wanted.map(([x, y]) => [y, x]));
    },
  );

  test('is known by its length, for what is usual between the languages', () => {
    const side = (language: string, texts: readonly string[]) => encode(text(language, texts));
    expect(excerptOf(side('en', english), side('de', german))).toBeNull();
    const found = excerptOf(side('en', english.slice(0, 2)), side('de', german));
    expect(found?.ratio).toBe(1);
    expect(found?.alone.b).toBeGreaterThan(0.6);
    expect(found?.alone.a).toBe(0);
    expect(
      excerptOf(side('zh', ['磨坊主黎明前就起来看天。']), side('en', english.slice(0, 1))),
    ).toBeNull();
  });
});
