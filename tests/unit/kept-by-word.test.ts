import { describe, expect, test } from 'vitest';
import type { Edition } from '../../lib/edition/model';
import { readDocument } from '../../lib/formats/registry';
import { type ExportFormat, forms } from '../../lib/studies/export-forms';
import { exportLosses } from '../../lib/studies/export-losses';
import { exportWork } from '../../lib/studies/export-work';
import { madeEdition, madeWork } from '../made-work';

// What comes back of a text that has been written and read: beside the cases of the property.

const back = async (edition: Edition, format: ExportFormat) => {
  const written = await exportWork(madeWork(edition), format, ['A']);
  const bytes = typeof written === 'string' ? new TextEncoder().encode(written) : written;
  const name = `x.${forms[format].ending}`;
  return (await readDocument({ bytes, name, asOne: true })).editions[0];
};
const shape = ({ segments }: Pick<Edition, 'segments'>) =>
  segments.map(({ kind, label, text, spans }) => [
    kind,
    label,
    text,
    spans.map(({ kind, start, end, target }) => [kind, start, end, target]),
  ]);

const sources = {
  'items with letters': '- <label>a)</label> one\n- <label>IV.</label> two\n- (b) three\n7) four\n',
  'labels with spaces':
    '<label>Gen 1:1</label> In the beginning.\n\n| <label>Il. 2.484</label> Tell me\n',
  'pages with words, and two at one place':
    'Two <pb n="2"/><pb n="3"/>wo<pb n="verse 2"/>rds <pb n="S. 4"/>here.\n',
  'notes within notes': 'One[^1] and two[^2].\n\n[^1]: So it is.[^2]\n[^2]: Yes.\n',
  code: 'Some `code` here, `more`.\n',
};

describe.each<ExportFormat>(['tei', 'html', 'epub', 'docx', 'odt', 'json', 'markdown'])(
  '%s',
  (format) => {
    test.each(Object.entries(sources))('%s', async (_, source) => {
      const edition = madeEdition(source);
      expect(shape(await back(edition, format))).toEqual(shape(edition));
    });
  },
);

test.each<ExportFormat>(['tei', 'docx'])(
  'a note to which nothing refers stays one: %s',
  async (format) => {
    const edition = madeEdition('One[^1].\n\n[^1]: So.\n[^2]: Loose.\n');
    const read = await back(edition, format);
    const order = (draft: Pick<Edition, 'segments'>) => shape(draft).map(String).sort();
    expect(order(read)).toEqual(order(edition));
    expect(read.warnings.map(({ message }) => message)).toEqual([]);
  },
);

test('Word numbers its notes itself, which is reported', async () => {
  const edition = madeEdition('One[^1], two[^*].\n\n[^1]: So.\n[^*]: Or so.\n');
  expect(exportLosses('docx', [edition])[0].omitted?.words).toEqual([{ text: '*' }]);
  expect(exportLosses('odt', [edition])).toEqual([]);
});
