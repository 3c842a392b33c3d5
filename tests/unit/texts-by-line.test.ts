import { describe, expect, test } from 'vitest';
import { read, reported, shape, textsOf } from '../reading';

describe('Chinese and Japanese without blank lines', () => {
  const wrapped = (paragraphs: string[], width: number, indent = '') =>
    paragraphs
      .map((text) => (indent + text).match(new RegExp(`.{1,${width}}`, 'gu'))?.join('\n'))
      .join('\n');
  const long =
    '那一年的秋天来得特别早院子里的梧桐叶子还没有黄透就被一夜的风雨打落了大半，老人站在门口看着满地的落叶，半天没有说话，只是轻轻叹了一口气。';
  const other =
    '吾輩は猫である。名前はまだ無い。どこで生れたかとんと見当がつかぬ。何でも薄暗いじめじめした所でニャーニャー泣いていた事だけは記憶している。';

  test.each([
    ['by shorter lines', [long, '“好。”他说。', other], ''],
    ['by indents', [long, '“好。”他说。', other, long], '\u3000\u3000'],
  ])('lines of one width are joined, %s', async (_, paragraphs, indent) => {
    const edition = await read('x.txt', wrapped(paragraphs, 26, indent));
    expect(textsOf(edition)).toEqual(paragraphs);
    expect(reported(edition)).toEqual(['lines of one width, joined to paragraphs']);
  });

  test.each([
    ['verse', '床前明月光疑是地上霜举头望明月低头思故乡，\n'.repeat(4)],
    ['a list', '第一个名字很长很长很长很长很长很长很长很长的人\n王五\n李四与张三\n赵六\n'],
    ['paragraphs', `${long}\n${other}\n好。\n他说了一句没有人听见的话，然后走了。\n`],
  ])('the lines of %s stay', async (_, text) => {
    const edition = await read('x.txt', text);
    expect(textsOf(edition)).toEqual(text.trim().split('\n'));
  });

  test('a line that is not full ends a paragraph, though blank lines part chapters', async () => {
    const edition = await read(
      'x.txt',
      `第一章\n\n${wrapped([long, '“好。”他说。', other], 26)}\n`,
    );
    expect(textsOf(edition)).toEqual(['第一章', long, '“好。”他说。', other]);
  });

  test('a line that is set in begins a paragraph, though blank lines part chapters', async () => {
    const edition = await read('x.txt', `第一章\n\n\u3000\u3000${long}\n\u3000\u3000${other}\n`);
    expect(textsOf(edition)).toEqual(['第一章', long, other]);
  });
});

describe('a verse in each line, after its number', () => {
  test.each([
    ['1|1|A boat came\n1|2|and went\n2|1|Far off\n', ['1:1', '1:2', '2:1']],
    ['Own|1|1|A boat came\nOwn|1|2|and went\nOwn|2|1|Far off\n', ['Own 1:1', 'Own 1:2', 'Own 2:1']],
    [
      '1 Own 1:1\tA boat came\n1 Own 1:2\tand went\n1 Own 2:1\tFar off\n',
      ['1 Own 1:1', '1 Own 1:2', '1 Own 2:1'],
    ],
  ])('%j', async (source, labels) => {
    const edition = await read('x.txt', `${source}\n# Made by hand\n`);
    expect(shape(edition)).toEqual(
      ['A boat came', 'and went', 'Far off'].map((text, k) => ['verse', labels[k], text]),
    );
    expect(edition.warnings.map(({ message }) => message)).toEqual([
      'not kept: remarks (1): “# Made by hand”',
    ]);
  });

  test('titles that stand in each line are reported', async () => {
    const edition = await read(
      'x.txt',
      '《舟》\n\n1\t序:\t水深。\n\n2\t序:\t舟行。\n\n3\t序:\t夜渡。\n\n4\t序:\t月落。\n',
    );
    expect(shape(edition)).toEqual([
      ['paragraph', undefined, '《舟》'],
      ['verse', '1', '水深。'],
      ['verse', '2', '舟行。'],
      ['verse', '3', '夜渡。'],
      ['verse', '4', '月落。'],
    ]);
    expect(reported(edition)).toEqual(['titles before each verse']);
  });

  test('two lines of numbers in a text are its words', async () => {
    const edition = await read(
      'x.txt',
      'The table says:\n\n1|1|a\n1|2|b\n\nSo it was, they said.\n',
    );
    expect(edition.segments[0].text).toBe('The table says:');
    expect(textsOf(edition).join(' ')).toContain('1|1|a');
  });
});
