import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import { InputError } from '../core/errors';
import type { Edition, Segment, Work } from '../edition/model';
import { segmentIndex } from '../edition/segments';
import { body } from '../formats/tei/write-text';

// Distributed Text Services 1.0: the library is a collection of works, a work one of editions, an
// edition a resource whose units are its segments.
// Source: https://dtsapi.org/specifications/

const context = 'https://dtsapi.org/context/v1.0.json';
const dtsVersion = '1.0';
export const teiType = 'application/tei+xml';

/** How the endpoints are found below an address. */
function endpoints(address: string) {
  return {
    collection: `${address}/collection{?id,page,nav}`,
    navigation: `${address}/navigation{?resource,ref,start,end,down,tree,page}`,
    document: `${address}/document{?resource,ref,start,end,tree,mediaType}`,
  };
}

export function entryPoint(address: string) {
  return {
    '@context': context,
    '@id': address,
    '@type': 'EntryPoint',
    dtsVersion,
    ...endpoints(address),
  };
}

/** What names an edition among all: `telegram:en`. */
export const resourceId = (work: Work, edition: Edition): string =>
  `${work.slug}:${edition.siglum}`;

/** The parts of a resource's name. @throws InputError for what names none. */
export function readResourceId(id: string): { slug: string; siglum: string } {
  const cut = id.indexOf(':');
  if (cut > 0) return { slug: id.slice(0, cut), siglum: id.slice(cut + 1) };
  throw new InputError(`“${id.slice(0, 80)}” names no edition`, {
    code: 'not-found',
    remedy: 'give the work and the siglum, such as “telegram:en”',
  });
}

/** The library as a member of an answer. @param works how many it has. */
export const libraryMember = (works: number, address: string) => ({
  '@id': 'library',
  '@type': 'Collection',
  title: 'Variorum',
  totalParents: 0,
  totalChildren: works,
  collection: endpoints(address).collection,
});

export function libraryCollection(works: readonly Work[], address: string) {
  return {
    '@context': context,
    dtsVersion,
    ...libraryMember(works.length, address),
    member: works.map((work) => workMember(work, address)),
  };
}

export function workCollection(work: Work, address: string) {
  return {
    '@context': context,
    dtsVersion,
    ...workMember(work, address),
    member: work.editions.map((edition) => resource(work, edition, address)),
  };
}

export function resourceCollection(work: Work, edition: Edition, address: string) {
  return { '@context': context, dtsVersion, ...resource(work, edition, address) };
}

export function workMember(
  { slug, title, author, date, description, editions }: Work,
  address: string,
) {
  return {
    '@id': slug,
    '@type': 'Collection',
    title,
    ...(description ? { description } : {}),
    totalParents: 1,
    totalChildren: editions.length,
    collection: endpoints(address).collection,
    dublinCore: { title, ...(author ? { creator: author } : {}), ...(date ? { date } : {}) },
  };
}

function resource(work: Work, edition: Edition, address: string) {
  const { title, author, translator, date, source, licence, language } = edition;
  return {
    '@id': resourceId(work, edition),
    '@type': 'Resource',
    title,
    totalParents: 1,
    totalChildren: 0,
    mediaTypes: [teiType],
    ...endpoints(address),
    citationTrees: [
      {
        '@type': 'CitationTree',
        citeStructure: [{ '@type': 'CiteStructure', citeType: 'segment' }],
      },
    ],
    dublinCore: {
      title,
      language,
      ...(author ? { creator: author } : {}),
      ...(translator ? { contributor: translator } : {}),
      ...(date ? { date } : {}),
      ...(source ? { source } : {}),
      ...(licence ? { rights: licence } : {}),
    },
  };
}

export interface Passage {
  ref?: string;
  start?: string;
  end?: string;
}

/** Indices of segments by their labels, where only one has a label: verses and articles are cited so. */
function labelIndex({ segments }: Edition): Map<string, number> {
  const found = new Map<string, number>();
  const twice = new Set<string>();
  for (const [k, { label }] of segments.entries()) {
    if (!label) continue;
    if (found.has(label)) twice.add(label);
    found.set(label, k);
  }
  for (const label of twice) found.delete(label);
  return found;
}

/** The segments of a passage, from index to before index. @throws InputError for what is not there. */
function range(edition: Edition, { ref, start, end }: Passage): [from: number, to: number] {
  if (ref !== undefined && (start !== undefined || end !== undefined)) {
    throw new InputError('“ref” cannot be given with “start” and “end”', { remedy: 'give either' });
  }
  if ((start === undefined) !== (end === undefined)) {
    throw new InputError('“start” and “end” belong together', { remedy: 'give both' });
  }
  const index = segmentIndex(edition);
  const at = (id: string) => {
    const found = index.get(id);
    if (found !== undefined) return found;
    const labelled = labelIndex(edition).get(id);
    if (labelled !== undefined) return labelled;
    throw new InputError(`“${id.slice(0, 80)}” is not a unit of this text`, {
      code: 'not-found',
      remedy: 'take a unit that navigation names',
    });
  };
  if (ref !== undefined) return [at(ref), at(ref) + 1];
  if (start === undefined || end === undefined) return [0, edition.segments.length];
  const [from, to] = [at(start), at(end)];
  if (to >= from) return [from, to + 1];
  throw new InputError('the passage ends before it starts', { remedy: 'exchange start and end' });
}

const unit = ({ id, kind, label }: Segment) => ({
  '@type': 'CitableUnit',
  identifier: id,
  level: 1,
  parent: null,
  citeType: kind,
  ...(label ? { dublinCore: { title: label } } : {}),
});

/** Members of one page, of a collection or of a text's units. */
const pageSize = 500;

/**
 * One page of an answer's members, with the addresses of the others.
 *
 * @throws InputError for a page that there is not.
 */
export function memberPage<Answer extends object>(
  answer: Answer & { member?: readonly unknown[] },
  page: number,
  self: URL,
) {
  const { member = [] } = answer;
  const last = Math.max(1, Math.ceil(member.length / pageSize));
  if (page > last) {
    throw new InputError(`there is no page ${page}`, {
      code: 'not-found',
      remedy: `the last is ${last}`,
    });
  }
  const at = (number: number) => {
    const address = new URL(self);
    address.searchParams.set('page', String(number));
    return address.href;
  };
  return {
    ...answer,
    member: member.slice((page - 1) * pageSize, page * pageSize),
    view: {
      '@id': at(page),
      '@type': 'Pagination',
      first: at(1),
      previous: page > 1 ? at(page - 1) : null,
      next: page < last ? at(page + 1) : null,
      last: at(last),
    },
  };
}

/**
 * The units of a text, or of a passage of it.
 *
 * @param passage `down` counts levels below: the texts have one, so that 0 and a unit's own `ref` give
 *   what is at its level.
 */
export function navigation(
  work: Work,
  edition: Edition,
  passage: Passage & { down?: number; page?: number },
  address: string,
  self: string,
) {
  const { ref, start, down, page } = passage;
  if (ref === undefined && start === undefined && down === undefined) {
    throw new InputError('“down”, “ref” or “start” and “end” must be given', {
      remedy: 'say down=1 for all units',
    });
  }
  if (ref === undefined && start === undefined && down === 0) {
    throw new InputError('“down=0” needs “ref” or “start” and “end”', {
      remedy: 'say down=1 for all units',
    });
  }
  const [from, to] = range(edition, passage);
  const units = edition.segments.slice(from, to);
  const ranged = ref === undefined && start !== undefined;
  const found = {
    '@context': context,
    '@id': self,
    '@type': 'Navigation',
    dtsVersion,
    resource: resource(work, edition, address),
    ...(ref === undefined ? {} : { ref: unit(units[0]) }),
    ...(ranged ? { start: unit(units[0]), end: unit(units[units.length - 1]) } : {}),
    member: membersOf(edition, units, passage).map(unit),
  };
  return page === undefined ? found : memberPage(found, page, new URL(self));
}

/** Segments are leaves: one has no units below it, and those beside it are all. */
function membersOf(
  { segments }: Edition,
  units: readonly Segment[],
  { ref, down }: { ref?: string; down?: number },
): readonly Segment[] {
  if (down === undefined) return [];
  if (ref === undefined) return units;
  return down === 0 ? segments : [];
}

/** A text, or a passage of it within the wrapper that the specification asks for. */
export function document(edition: Edition, passage: Passage): string {
  const whole = passage.ref === undefined && passage.start === undefined;
  const [from, to] = range(edition, passage);
  const part = { ...edition, segments: edition.segments.slice(from, to) };
  const text = body(part, 0);
  const tree = x('TEI', { xmlns: 'http://www.tei-c.org/ns/1.0' }, [
    x('teiHeader', [
      x('fileDesc', [
        x('titleStmt', [x('title', edition.title)]),
        x('publicationStmt', [x('p', 'Made with Variorum')]),
        x('sourceDesc', [x('p', edition.source ?? edition.title)]),
      ]),
    ]),
    x('text', { 'xml:lang': edition.language }, [
      ...(whole
        ? text
        : [
            x('body', [
              x('dts:wrapper', { 'xmlns:dts': 'https://w3id.org/api/dts#' }, [
                ...text.flatMap((element) => element.children),
              ]),
            ]),
          ]),
    ]),
  ]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${toXml(tree)}\n`;
}
