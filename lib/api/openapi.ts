import { differenceKinds } from '../collate/kinds';
import { editionKinds } from '../edition/model';
import { exportFormats } from '../studies/export-work';

type Schema = Record<string, unknown>;

const text: Schema = { type: 'string' };
const number: Schema = { type: 'number' };
const whole: Schema = { type: 'integer' };
const listOf = (items: Schema): Schema => ({ type: 'array', items });
const object = (
  properties: Record<string, Schema>,
  required = Object.keys(properties),
): Schema => ({
  type: 'object',
  properties,
  required,
});
const named = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

const schemas: Record<string, Schema> = {
  Problem: object({
    type: text,
    title: text,
    status: whole,
    code: { ...text, description: 'For programs: bad-input, not-found, not-ready, conflict, …' },
    detail: { ...text, description: 'What is wrong, where, and how to fix it.' },
  }),
  Edition: object(
    {
      siglum: text,
      language: { ...text, description: 'BCP 47' },
      title: text,
      kind: { enum: editionKinds },
      basedOn: { type: ['string', 'null'] },
      author: text,
      translator: text,
      date: text,
      source: text,
      url: text,
      licence: text,
      segments: { ...whole, description: 'How many it has.' },
    },
    ['siglum', 'language', 'title', 'kind', 'basedOn', 'segments'],
  ),
  Work: object(
    {
      slug: text,
      title: text,
      author: text,
      date: text,
      description: text,
      base: text,
      editions: listOf(named('Edition')),
      problems: listOf(text),
    },
    ['slug', 'title', 'base', 'editions'],
  ),
  Segment: object(
    {
      id: text,
      kind: { enum: ['paragraph', 'heading', 'item', 'verse', 'footnote', 'row'] },
      level: whole,
      label: text,
      text,
      spans: listOf(object({ kind: text, start: whole, end: whole })),
    },
    ['id', 'kind', 'text', 'spans'],
  ),
  EditionText: object({
    siglum: text,
    language: text,
    title: text,
    count: whole,
    from: whole,
    segments: listOf(named('Segment')),
  }),
  AlignmentTable: object({
    base: text,
    editions: listOf(text),
    rows: listOf(
      object(
        {
          number: whole,
          score: number,
          cells: listOf(listOf(text)),
          moved: listOf({ type: 'boolean' }),
        },
        ['number', 'score', 'cells'],
      ),
    ),
  }),
  Beads: object({
    unit: text,
    a: object({ siglum: text, language: text, segments: whole }),
    b: object({ siglum: text, language: text, segments: whole }),
    beads: listOf(
      object({ a: listOf(whole), b: listOf(whole), score: number, origin: text }, [
        'a',
        'b',
        'score',
      ]),
    ),
  }),
  Collation: object({
    base: text,
    count: whole,
    rows: listOf(
      object({
        number: whole,
        variance: number,
        witnesses: listOf(text),
        table: listOf(listOf({ oneOf: [{ type: 'null' }, listOf(object({ t: text, n: text }))] })),
      }),
    ),
  }),
  SearchResult: object({
    hits: listOf(
      object({
        work: text,
        title: text,
        row: whole,
        siglum: text,
        segment: text,
        editions: listOf(
          object({
            siglum: text,
            language: text,
            segments: listOf(
              object({ id: text, label: text, text, matches: listOf(listOf(whole)) }, [
                'id',
                'text',
                'matches',
              ]),
            ),
          }),
        ),
      }),
    ),
    total: whole,
    complete: { type: 'boolean' },
    renewing: { type: ['number', 'null'] },
    took: { ...number, description: 'milliseconds' },
  }),
};

const parameter = (name: string, description: string, schema: Schema = text, required = false) => ({
  name,
  in: 'query',
  description,
  required,
  schema,
});
const inPath = (name: string, description: string) => ({
  name,
  in: 'path',
  description,
  required: true,
  schema: text,
});
const work = inPath('work', 'Slug of a work.');
const editions = parameter('editions', 'Sigla, parted by commas; the work’s own by default.');
const base = parameter('base', 'The siglum the others are aligned with.');
const failure = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: named('Problem') } },
});

function get(
  summary: string,
  parameters: unknown[],
  content: Record<string, { schema: Schema }>,
  more: Record<string, unknown> = {},
) {
  return {
    get: {
      summary,
      parameters,
      responses: {
        200: { description: summary, content },
        304: { description: 'Nothing has changed since the tag in If-None-Match.' },
        400: failure('The request cannot be used.'),
        404: failure('Nothing has that name.'),
        503: failure('Not ready yet; ask again after Retry-After seconds.'),
        ...more,
      },
    },
  };
}
const json = (name: string) => ({ 'application/json': { schema: named(name) } });
const ld = { 'application/ld+json': { schema: { type: 'object' } } };
const files = Object.fromEntries(
  ['application/tei+xml', 'text/csv', 'application/json', 'application/octet-stream'].map(
    (type) => [type, { schema: text }],
  ),
);

/** The routes that other tools read the library by, as OpenAPI 3.1 describes them. */
export function openApi(address: string) {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Variorum',
      version: '0.1.0',
      description:
        'Works, editions, alignments, collations and search of a library. Responses carry an ETag; ask again with If-None-Match.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: address }],
    paths: {
      '/api/works': get('The works of the library', [], {
        'application/json': { schema: object({ works: listOf(named('Work')) }) },
      }),
      '/api/works/{work}': get('A work and its editions', [work], json('Work')),
      '/api/works/{work}/editions/{siglum}': get(
        'An edition with its segments',
        [
          work,
          inPath('siglum', 'Siglum of an edition.'),
          parameter('from', 'First segment, from 0.', whole),
          parameter('to', 'Past the last; 2000 at once, at most.', whole),
        ],
        json('EditionText'),
      ),
      '/api/works/{work}/alignment': get(
        'Which segments correspond',
        [
          work,
          editions,
          base,
          parameter('form', 'The alignment table, or the beads of two editions.', {
            enum: ['table', 'beads'],
          }),
        ],
        { 'application/json': { schema: { anyOf: [named('AlignmentTable'), named('Beads')] } } },
      ),
      '/api/works/{work}/collation': get(
        'The words of editions of one language, in columns, as CollateX gives them',
        [
          work,
          editions,
          base,
          parameter(
            'ignore',
            `Kinds of difference left out of account: ${differenceKinds.join(', ')}.`,
          ),
          parameter('from', 'First row, from 1.', whole),
          parameter('to', 'Last row; 500 at once, at most.', whole),
        ],
        json('Collation'),
      ),
      '/api/works/{work}/export': get(
        'A work as a file',
        [
          work,
          editions,
          base,
          parameter('format', 'The form of the file.', { enum: exportFormats }, true),
        ],
        files,
      ),
      '/api/works/{work}/annotations': get(
        'The notes on a work as W3C Web Annotations',
        [work],
        ld,
      ),
      '/api/search': get(
        'Look through the library',
        [
          parameter(
            'q',
            'Words, "phrases", begin*, w?ldcards, /expressions/, -not, siglum:word.',
            text,
            true,
          ),
          parameter('work', 'Only in these works.'),
          parameter('edition', 'Only in these editions.'),
          parameter('language', 'Only in these languages.'),
          parameter('limit', 'Hits at most; 20 by default, 200 at most.', whole),
          parameter('from', 'Hits to pass over.', whole),
        ],
        json('SearchResult'),
      ),
      '/api/dts': get('Distributed Text Services: where they begin', [], ld),
      '/api/dts/collection': get(
        'The library, a work or an edition',
        [parameter('id', 'A work, or work:siglum.')],
        ld,
      ),
      '/api/dts/navigation': get(
        'The units of an edition',
        [
          parameter('resource', 'work:siglum', text, true),
          parameter('down', '1 for the units below.'),
          parameter('ref', 'One unit.'),
          parameter('start', 'First unit of a passage.'),
          parameter('end', 'Last unit of a passage.'),
        ],
        ld,
      ),
      '/api/dts/document': get(
        'An edition or a passage of it as TEI',
        [
          parameter('resource', 'work:siglum', text, true),
          parameter('ref', 'One unit.'),
          parameter('start', 'First unit of a passage.'),
          parameter('end', 'Last unit of a passage.'),
        ],
        { 'application/tei+xml': { schema: text } },
      ),
      '/api/health': get('Whether the server answers', [], {
        'application/json': { schema: { type: 'object' } },
      }),
      '/api/ready': get('Whether the library can be read; 503 where it cannot', [], {
        'application/json': { schema: { type: 'object' } },
      }),
    },
    components: { schemas },
  };
}
