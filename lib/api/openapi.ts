import { readFileSync } from 'node:fs';
import { installedFile } from '../core/installed';
import { answerSchemas } from './answer-schemas';
import { type JsonSchema, named, schemaOf, text } from './json-schema';
import type { Operation } from './operation';
import { routes } from './operations/routes';
import type { Parameter } from './parameters';

const tags: Readonly<Record<string, string>> = {
  works: 'What the library holds.',
  search: 'Searching all works.',
  align: 'Texts that a program brings.',
  collate: 'Texts that a program brings.',
  diff: 'Texts that a program brings.',
  import: 'Texts that are added to the library.',
  dts: 'Distributed Text Services 1.0.',
  account: 'Signing in and out.',
  health: 'For monitors.',
  ready: 'For monitors.',
  openapi: 'This description.',
};

/** What the parts of addresses stand for. */
const inPath: Readonly<Record<string, string>> = {
  work: 'Slug of a work.',
  siglum: 'Siglum of an edition.',
  segment: 'Id of a segment.',
  id: 'Id of what is named before it.',
};

const failure = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: named('Problem') } },
});

/** What each operation may answer in place of what it is asked for. */
const failures = {
  400: failure('The request cannot be used.'),
  404: failure('Nothing has that name.'),
  429: failure('Too many requests; ask again after Retry-After seconds.'),
  503: failure('Not ready yet, or the store is away; ask again after Retry-After seconds.'),
};
const failuresOfBodies = {
  413: failure('Longer than the limit, which it names.'),
  415: failure('The body is not of the media type that is read here.'),
  422: failure('It takes longer than the limit, which it names.'),
};
const failuresOfChanges = {
  401: failure('Sign in first.'),
  403: failure('Not allowed.'),
  409: failure('Someone has saved meanwhile.'),
  507: failure('The disk is full; nothing was saved.'),
};

const content = (answers: Operation['answers']) =>
  Object.fromEntries(Object.entries(answers).map(([type, schema]) => [type, { schema }]));

function bodyOf({ body }: Operation) {
  if (!body) return {};
  const [type, schema]: [string, JsonSchema] =
    'json' in body
      ? ['application/json', schemaOf(body.json)]
      : 'form' in body
        ? ['application/x-www-form-urlencoded', body.form]
        : [
            'application/octet-stream',
            { type: 'string', contentMediaType: 'application/octet-stream' },
          ];
  return { requestBody: { required: true, content: { [type]: { schema } } } };
}

const parameter = ([name, { description, required, schema }]: [string, Parameter<unknown>]) => ({
  name,
  in: 'query',
  description,
  required,
  schema,
  // Lists are read with commas between, and from a parameter that is repeated.
  ...(schema.type === 'array' ? { style: 'form', explode: false } : {}),
});

function responses(operation: Operation) {
  const { status, summary, answers, tagged, changes, body } = operation;
  const good =
    status === 303
      ? { description: 'Leads on to a page.' }
      : { description: summary, content: content(answers) };
  return {
    [status]: good,
    ...(tagged
      ? { 304: { description: 'Nothing has changed since the tag in If-None-Match.' } }
      : {}),
    ...failures,
    ...(body ? failuresOfBodies : {}),
    ...(changes ? failuresOfChanges : {}),
  };
}

const tagOf = (address: string) => address.split('/')[2].replace('.json', '');

const namesIn = (address: string): string[] =>
  [...address.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);

const described = (address: string, operation: Operation) => ({
  operationId: operation.id,
  summary: operation.summary,
  tags: [tagOf(address)],
  parameters: [
    ...namesIn(address).map((name) => ({
      name,
      in: 'path',
      description: inPath[name],
      required: true,
      schema: text,
    })),
    ...Object.entries(operation.parameters).map(parameter),
  ],
  ...bodyOf(operation),
  responses: responses(operation),
  security: operation.changes ? [{ session: [] }] : [],
});

/** The routes of the API, as OpenAPI 3.1 describes them. @param address of the site. */
export function openApi(address: string) {
  const paths: Record<string, Record<string, ReturnType<typeof described>>> = {};
  for (const [path, route] of Object.entries(routes)) {
    paths[path] = {};
    for (const [method, operation] of Object.entries(route)) {
      paths[path][method] = described(path, operation);
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Variorum',
      version: JSON.parse(readFileSync(installedFile('package.json'), 'utf8')).version as string,
      description:
        'Works, editions, alignments, collations and search of a library. Unknown parameters are refused. Answers that carry an ETag can be revalidated with If-None-Match.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: address }],
    tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
    paths,
    components: {
      schemas: answerSchemas,
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'variorum.session_token',
          description:
            'The session that signing in begins; none is asked for on one’s own machine.',
        },
      },
    },
  };
}
