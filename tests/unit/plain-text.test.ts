import { describe, expect, test } from 'vitest';
import { read, reported, shape, textsOf } from '../reading';

describe('plain text', () => {
  test('words cut at a line’s end are whole; those with a hyphen of their own keep it', async () => {
    const edition = await read(
      'x.txt',
      'The harbour was a well-known place, and the fisher-\nmen of the far coast came to this well-\nknown place every autumn for the market.\n\nThen they left.\n',
    );
    expect(edition.segments[0].text).toBe(
      'The harbour was a well-known place, and the fishermen of the far coast came to this well-known place every autumn for the market.',
    );
    expect(reported(edition)).toEqual(['words cut at the end of a line, joined']);
  });

  test.each([
    ['dit-\nil', 'dit-il'],
    ['a-t-\nelle', 'a-t-elle'],
    ['peut-\nêtre', 'peut-être'],
    ['qu’est-\nce', 'qu’est-ce'],
    ['celui-\nci', 'celui-ci'],
    ['cette nuit-\nlà', 'cette nuit-là'],
    ['lui-\nmême', 'lui-même'],
    ['au-\ndessus', 'au-dessus'],
    ['mother-\nin-law', 'mother-in-law'],
    ['mother-in-\nlaw', 'mother-in-law'],
    ['vis-à-\nvis', 'vis-à-vis'],
    ['voi-\nlà', 'voilà'],
    ['mer-\nci', 'merci'],
    ['cou-\nleur', 'couleur'],
    ['pis-\nton', 'piston'],
    ['wohl-be-\nkannt', 'wohl-bekannt'],
    ['Dampf\u00ad\nSchiff', 'DampfSchiff'],
    ['der Ein-\nund Ausgang', 'der Ein- und Ausgang'],
    ['pre-\nand postwar', 'pre- and postwar'],
    ['Stun-\nde', 'Stunde'],
  ])('a hyphen at a line’s end: %j', async (written, whole) => {
    const edition = await read('x.txt', `One ${written} two.\n\nThe end.\n`);
    expect(edition.segments[0].text).toBe(`One ${whole} two.`);
  });

  test('a compound that stands elsewhere in a line keeps its hyphens', async () => {
    const edition = await read('x.txt', 'A merry-\ngo-round.\n\nThe merry-go-round stopped.\n');
    expect(edition.segments[0].text).toBe('A merry-go-round.');
  });

  const paragraphs = async (source: string) => textsOf(await read('x.txt', source));

  test('paragraphs whose first lines are set in are whole, though no blank line stands between them', async () => {
    const english =
      'The lamp had gone out before the boat came to the landing, and the\nboy called twice.\n  Nobody answered him, for the old man was asleep in the house above\nthe river.\n  When morning came they found the oars upon the sand, but the boat\nhad gone.\n';
    expect(await paragraphs(english)).toEqual([
      'The lamp had gone out before the boat came to the landing, and the boy called twice.',
      'Nobody answered him, for the old man was asleep in the house above the river.',
      'When morning came they found the oars upon the sand, but the boat had gone.',
    ]);
    // Where a blank line stands between chapters alone, the same.
    expect(await paragraphs(`ONE\n\n${english}`)).toHaveLength(4);
    const chinese =
      '　　那天傍晚，江上起了大霧，老人點起燈來，站在船\n頭等着過江的人，等了許久也不見一個，便把船繫在岸\n邊的柳樹下，回到屋裏去了，睡着了。\n　　孩子卻沒有睡。\n　　他聽見遠處有人喊船，便提着燈走到江邊，只見霧\n中立着一個人，望着對岸的山，很久也沒有說一句話。\n';
    expect(await paragraphs(chinese)).toHaveLength(3);
  });

  test('verse with every second line set in stays verse', async () => {
    const edition = await read(
      'x.txt',
      'The river runs below the town,\n    And nobody has seen it turn,\nThe boats go up, the boats go down,\n    And in the west the lanterns burn,\nThe old men sit upon the wall,\n    And tell of ships that came in fall.\n',
    );
    expect(edition.segments).toHaveLength(6);
  });

  test('the heading of a chapter does not run together with the words after it', async () => {
    expect(await paragraphs('第一章\n他走了。\n\n第二回 風雪\n她來了。\n他們\n走了。\n')).toEqual([
      '第一章',
      '他走了。',
      '第二回 風雪',
      '她來了。他們走了。',
    ]);
    expect(
      await paragraphs(
        'Of the sea.\nChapter 2. Of the\nPart III\nof it.\n\nCHAPTER I.\nHe had gone to\nsee Part II\nof the play.\n\nPart of the\nway he ran.\n',
      ),
    ).toEqual([
      'Of the sea.',
      'Chapter 2. Of the',
      'Part III',
      'of it.',
      'CHAPTER I.',
      'He had gone to see Part II of the play.',
      'Part of the way he ran.',
    ]);
  });

  const wrapped =
    'There was nobody in the great hall of the old castle that night, she\nanswered with a smile, and nobody would come any more, because perhaps\nthe snow had already closed all the roads of this lost country; but is\nthat not, he asked once again, what you wished to hear from me?';
  test('one paragraph whose lines a program has wrapped is one', async () => {
    expect(await paragraphs(`${wrapped}\n`)).toEqual([wrapped.replaceAll('\n', ' ')]);
    expect(await paragraphs(`Chapter 1\n${wrapped}\n`)).toEqual([
      'Chapter 1',
      wrapped.replaceAll('\n', ' '),
    ]);
  });

  test.each([
    // A sentence a line, names and lists, verse.
    'There was nobody in the great hall of the old castle that night at all.\nNobody would come any more, because perhaps the snow had closed the way.\nThe end.',
    'the snow on the roads\nthe castle on the hill above the river and its boats\nnobody at all',
    '窗前明月光疑是地上霜窗前明月光疑是地上霜窗前明月光疑是地上霜窗前明月光疑是地上霜\n舉頭望明月\n低頭思故鄉',
  ])('other lines are a paragraph each: %j', async (source) => {
    expect(await paragraphs(source)).toEqual(source.split('\n'));
  });

  test('a line of the contents is not taken for the head of a page before one whose number has a sign', async () => {
    const edition = await read(
      'x.txt',
      'I. THE RIVER     1\n\nII. THE BOAT     12\n\n\nTHE RIVER\n\n\nThe river was high.\n\n[Pg 13]\n\nThe boat came.\n',
    );
    expect(edition.segments.map(({ text }) => text.replace(/ +/g, ' '))).toEqual([
      'I. THE RIVER 1',
      'II. THE BOAT 12',
      'THE RIVER',
      'The river was high.',
      'The boat came.',
    ]);
  });

  test('page numbers and running heads are page marks; a paragraph goes on over them', async () => {
    const edition = await read(
      'x.txt',
      'A TALE OF ICE    4\n\nThe boat went on and\n\n- 5 -\n\nA TALE OF ICE    6\n\ncame to the bay.\n\nNight fell.\n',
    );
    expect(textsOf(edition)).toEqual(['The boat went on and came to the bay.', 'Night fell.']);
    expect(reported(edition)).toEqual(['page numbers and running heads, as page marks']);
  });

  test.each([
    [
      'heads that come once count on from page to page',
      'THE LAMP                      7\n\nThe keeper went up the\nstair every night without\n                8         PART ONE\n\na lamp. He saw\nnothing, and nobody\ncame. The wind\nblew hard over the\nTHE LAMP                   9\n\nsand.',
      'The keeper went up the stair every night without a lamp. He saw nothing, and nobody came. The wind blew hard over the sand.',
      ['7', '8', '9'],
    ],
    [
      'numbers alone that come within sentences are pages',
      'The keeper went up the\n\n12\n\nstair. He saw the\n\n13\n\nsea.',
      'The keeper went up the stair. He saw the sea.',
      ['12', '13'],
    ],
    [
      'what form feeds end are pages',
      '\fTHE LAMP\nThe keeper went up the\n\n3\n\fTHE LAMP\nstair. He saw the\n\n4\n\fTHE LAMP\nsea.',
      'The keeper went up the stair. He saw the sea.',
      ['3', '4'],
    ],
    [
      'pages are marked within lines',
      'The keeper went [Pg 4] up the st[Pg 5]air.\n\nOn.',
      'The keeper went up the stair. On.',
      ['4', '5'],
    ],
  ])('page furniture: %s', async (_, source, words, pages) => {
    const { segments, warnings } = await read('x.txt', source);
    expect(segments.map(({ text }) => text).join(' ')).toBe(words);
    const marks = segments.flatMap(({ spans }) => spans.filter(({ kind }) => kind === 'page'));
    expect(marks.map(({ target }) => target)).toEqual(pages);
    expect(warnings.map(({ message }) => message).join()).toContain('page marks');
  });

  test.each([
    'One goes.\n\n1\n\nThe boat came.\n\n2\n\nIt left.\n\n3\n\nThe end.',
    'Parts\n\nThe boat       1\nThe river      2\nThe ferry      3\n\nOn.',
    'Wheat   1914\nRye     1915\n\nOn.',
  ])('numbers of sections, contents and tables stay: %j', async (source) => {
    const { segments } = await read('x.txt', source);
    const said = segments.map(({ label = '', text }) => `${label} ${text}`).join(' ');
    expect(said.match(/[\p{L}\d]+/gu)).toEqual(source.match(/[\p{L}\d]+/gu));
  });

  test('short ragged lines are verse, wrapped ones are prose', async () => {
    const edition = await read(
      'x.txt',
      '  The gull went over,\n  The tide went out,\n  And nobody called.\n\nIt was a long winter in that country and the people\nof the coast had little wood to burn and less bread.\n',
    );
    expect(edition.segments.map(({ kind }) => kind)).toEqual([
      'verse',
      'verse',
      'verse',
      'paragraph',
    ]);
  });

  test('Aozora Bunko: ruby, headings, what its signs say', async () => {
    const edition = await read(
      'x.txt',
      '氷の道\n森野花子\n\n［＃大見出し］一［＃大見出し終わり］\n　夜の｜白い湖《みずうみ》は静か。\n\n底本：「氷」\n',
    );
    expect(edition).toMatchObject({ language: 'ja', title: '氷の道', author: '森野花子' });
    expect(shape(edition)).toEqual([
      ['heading', undefined, '一'],
      ['paragraph', undefined, '夜の白い湖は静か。'],
    ]);
    expect(edition.segments[1].spans).toMatchObject([{ kind: 'ruby', target: 'みずうみ' }]);
    expect(reported(edition)).toEqual(['the colophon']);
  });
});
