import type { Element, Root } from 'xast';
import { InputError } from '../../core/errors';
import { readSegments } from '../../edition/markdown';
import type { FrontMatter } from '../../edition/metadata';
import type { EditionDraft } from '../../edition/read';
import { type GivenFile, type IngestedDocument, Losses } from '../document';
import { metadataFrom } from '../metadata';
import { distinct, siglumFrom } from '../parallel';
import { allOf, attribute, childrenOf, firstOf, lineOf, parseXml } from '../xml/read';
import { blocksOf } from './read-blocks';
import type { TeiContext } from './read-inline';
import { linkedRows, parallelRows } from './read-rows';
import { listWitnesses } from './read-witnesses';

/**
 * Reads TEI P5: a text, a group of texts with the links between them, or an apparatus in parallel
 * segmentation, which gives an edition for each of its witnesses.
 * Source: https://tei-c.org/release/doc/tei-p5-doc/en/html/ (chapters 3, 4, 6, 12 and 16).
 */
export function readTei({ bytes, name }: GivenFile): IngestedDocument {
  const tree = parseXml(bytes, name);
  const root = childrenOf(tree)[0];
  if (!root || !/(^|:)(TEI|teiCorpus|text)$/.test(root.name)) {
    throw new InputError(`the file is no TEI P5, its first element is “${root?.name ?? ''}”`, {
      file: name,
      line: root?.position?.start.line,
      remedy: 'give a document whose first element is TEI',
    });
  }
  const header = headerOf(tree);
  const texts = textsOf(tree);
  const witnesses = texts.length === 1 ? listWitnesses(tree) : [];
  if (witnesses.length > 1) {
    const [text] = texts;
    const sigla = distinct(witnesses.map((witness, k) => siglumFrom(witness, `W${k + 1}`)));
    const editions = witnesses.map((witness, k) => ({
      ...header,
      ...witnessMetadata(tree, witness),
      ...languageOf(text),
      siglum: sigla[k],
      ...read(text, witness),
    }));
    return { editions, rows: parallelRows(editions), title: header.title };
  }
  const bibliography = new Map(
    [...allOf(tree, 'bibl')].map((bibl) => [attribute(bibl, 'n') ?? '', bibl]),
  );
  const editions = texts.map((text, k): EditionDraft => {
    const called = attribute(text, 'n') ?? attribute(text, 'xml:id');
    const bibl = called === undefined ? undefined : bibliography.get(called);
    const siglum = called ?? (texts.length > 1 ? `text-${k + 1}` : undefined);
    return {
      ...(bibl ? {} : header),
      ...languageOf(text),
      ...(bibl ? biblMetadata(bibl) : {}),
      ...(siglum === undefined ? {} : { siglum: siglumFrom(siglum, `text-${k + 1}`) }),
      ...read(text, null),
    };
  });
  const rows = editions.length > 1 ? linkedRows(tree, texts, editions) : undefined;
  return { editions, ...(rows ? { rows } : {}), title: header.title };
}

/** The texts of the document: those of its group, or the one it is. Apparatus repeats others. */
function textsOf(tree: Root): Element[] {
  const all = [...allOf(tree, 'text')].filter((text) => !firstOf(text, 'text'));
  const plain = all.filter((text) => attribute(text, 'type') !== 'apparatus');
  const found = plain.length > 0 ? plain : all;
  if (found.length > 0) return found;
  throw new InputError('the document has no text', {
    remedy: 'give its text within TEI/text/body',
  });
}

function read(text: Element, witness: string | null) {
  const losses = new Losses();
  const noteLabels = new Map(
    [...allOf(text, 'note')].flatMap((note, k) => {
      const id = attribute(note, 'xml:id');
      return id ? [[id, attribute(note, 'n') ?? String(k + 1)] as const] : [];
    }),
  );
  const context: TeiContext = { witness, noteLabels, notes: [], losses };
  const blocks = blocksOf(text.children, context);
  const { segments, warnings } = readSegments([...blocks, ...context.notes]);
  return { segments, warnings: [...warnings, ...losses.warnings()] };
}

function languageOf(text: Element): FrontMatter {
  return metadataFrom({ language: attribute(text, 'xml:lang') });
}

function headerOf(tree: Root): FrontMatter {
  const file = firstOf(tree, 'fileDesc');
  if (!file) return {};
  const statement = childrenOf(file, 'titleStmt')[0];
  const publication = childrenOf(file, 'publicationStmt')[0];
  const language = firstOf(tree, 'language');
  const first = childrenOf(tree)[0];
  return metadataFrom({
    title: statement && lineOf(childrenOf(statement, 'title')[0]),
    author: statement && lineOf(childrenOf(statement, 'author')[0]),
    translator: statement && lineOf(translatorOf(statement)),
    date: publication && dateOf(publication),
    licence: publication && lineOf(firstOf(publication, 'licence')),
    source: lineOf(firstOf(file, 'sourceDesc')),
    language: attribute(first, 'xml:lang') ?? (language && attribute(language, 'ident')),
  });
}

function translatorOf(element: Element): Element | undefined {
  return [...childrenOf(element, 'editor'), ...childrenOf(element, 'respStmt')].find(
    (each) =>
      /transl/i.test(attribute(each, 'role') ?? '') ||
      /transl/i.test(lineOf(childrenOf(each, 'resp')[0]) ?? ''),
  );
}

function dateOf(element: Element): string | undefined {
  const date = firstOf(element, 'date');
  return date && (attribute(date, 'when') ?? lineOf(date));
}

function biblMetadata(bibl: Element): FrontMatter {
  const note = (type: string) =>
    lineOf(childrenOf(bibl, 'note').find((each) => attribute(each, 'type') === type));
  const reference = childrenOf(bibl, 'ref')[0];
  return metadataFrom({
    title: lineOf(childrenOf(bibl, 'title')[0]),
    author: lineOf(childrenOf(bibl, 'author')[0]),
    translator: lineOf(translatorOf(bibl)),
    date: dateOf(bibl),
    url: reference && attribute(reference, 'target'),
    language: lineOf(childrenOf(bibl, 'textLang')[0]),
    source: note('source'),
    licence: note('licence'),
    kind: note('kind'),
    basedOn: note('basedOn'),
    description: note('description'),
    category: note('category'),
    notice: note('notice'),
  });
}

function witnessMetadata(tree: Root, siglum: string): FrontMatter {
  for (const witness of allOf(tree, 'witness')) {
    if ((attribute(witness, 'xml:id') ?? attribute(witness, 'n')) !== siglum) continue;
    return metadataFrom({ title: lineOf(firstOf(witness, 'title')) ?? lineOf(witness) });
  }
  return {};
}
