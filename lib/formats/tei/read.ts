import type { Element, Root } from 'xast';
import { InputError } from '../../core/errors';
import type { FrontMatter } from '../../edition/metadata';
import type { EditionDraft } from '../../edition/read';
import { type GivenFile, type IngestedDocument, Losses } from '../document';
import { metadataFrom } from '../metadata';
import { distinct, siglumFrom } from '../parallel';
import {
  allOf,
  attribute,
  childrenOf,
  firstOf,
  isElement,
  localName,
  parseXml,
  textOf,
} from '../xml/read';
import { fillCharacters } from './characters';
import { divideEditions } from './edition-divisions';
import { withoutCbetaTools } from './from-cbeta';
import { fromP4, isP4 } from './from-p4';
import { fromSourceDoc } from './from-source-doc';
import { pageImages, reportPageImages } from './page-images';
import { placeApparatus, replaceBetween, type SpanningEntry } from './place-apparatus';
import { biblMetadata, headerOf, witnessMetadata } from './read-header';
import { linkedRows, parallelRows } from './read-rows';
import { readTexts } from './read-texts';
import { listWitnesses, type Witnesses, witnessesOf } from './read-witnesses';

/**
 * Reads TEI P5, and P4 as far as it is alike: a text, or several that are the volumes of one; texts that links, sigla or their
 * languages make editions side by side; or a text with an apparatus, which gives an edition for
 * each of its witnesses.
 * Source: https://tei-c.org/release/doc/tei-p5-doc/en/html/ (chapters 3, 4, 6, 12, 15 and 16).
 */
export function readTei({ bytes, name }: GivenFile): IngestedDocument {
  const parsed = parseXml(bytes, name);
  const tree = fromSourceDoc(isP4(childrenOf(parsed)[0]) ? fromP4(parsed) : parsed);
  const root = childrenOf(tree)[0];
  if (!root || !/(^|:)(TEI|teiCorpus|text)$/.test(root.name)) {
    throw new InputError(`the file is not TEI, its first element is “${root?.name ?? ''}”`, {
      file: name,
      line: root?.position?.start.line,
      remedy: 'give a document whose first element is TEI',
    });
  }
  const losses = new Losses();
  const header = headerOf(childrenOf(root, 'teiHeader')[0] ?? root);
  const language = languageOf(root);
  fillCharacters(tree, losses);
  withoutCbetaTools(tree, losses);
  const spanning = placeApparatus(tree, losses);
  reportApart(tree, losses);
  reportParts(tree, losses);
  const divided = divideEditions(tree, losses);
  const texts = textsOf(tree);
  const witnesses = listWitnesses(tree, spanning);
  const parallel = divided || areEditions(tree, texts);
  if (witnesses.sigla.length > 1 && !parallel) {
    return readWitnesses({ tree, witnesses, spanning, losses }, { ...header, ...language });
  }
  for (const { app } of spanning) {
    const what = 'readings that no witness is named for';
    losses.add(what, app.position?.start.line, textOf(app));
  }
  if (!parallel) {
    const texts = outermostTexts(tree);
    const images = pageImages(tree, texts, losses);
    const { draft } = readTexts(texts, null, witnesses, losses);
    return {
      editions: [{ ...header, ...language, ...languageOf(texts[0]), ...images, ...draft }],
      title: header.title,
    };
  }
  const bibliography = new Map(
    [...allOf(tree, 'bibl')].map((bibl) => [attribute(bibl, 'n') ?? '', bibl]),
  );
  reportAround(tree, texts, losses);
  const names = texts.map((text) => attribute(text, 'n') ?? attribute(text, 'xml:id'));
  const sigla = distinct(
    names.map((called, k) => siglumFrom(called ?? `text-${k + 1}`, `text-${k + 1}`)),
  );
  const editions = texts.map((text, k): EditionDraft => {
    const called = names[k];
    const bibl = called === undefined ? undefined : bibliography.get(called);
    const own = k === 0 ? losses : new Losses();
    return {
      ...(bibl ? {} : { ...header, ...language }),
      ...languageOf(text),
      ...(bibl ? biblMetadata(bibl) : {}),
      siglum: sigla[k],
      ...pageImages(tree, [text], own),
      ...readTexts([text], null, witnesses, own).draft,
    };
  });
  const rows = linkedRows(tree, texts, editions);
  return { editions, ...(rows ? { rows } : {}), title: header.title };
}

/** A document with an apparatus. */
interface ApparatusDocument {
  tree: Root;
  witnesses: Witnesses;
  spanning: readonly SpanningEntry[];
  losses: Losses;
}

function readWitnesses(
  { tree, witnesses, spanning, losses }: ApparatusDocument,
  known: FrontMatter,
): IngestedDocument {
  const texts = outermostTexts(tree);
  reportPageImages(texts, losses);
  const named = new Map(
    [...allOf(tree, 'witness')].map((each) => [attribute(each, 'xml:id'), attribute(each, 'n')]),
  );
  const states = witnesses.sigla.flatMap((witness, k): EditionDraft[] => {
    const own = textsOfWitness(tree, texts, witness, witnesses, spanning);
    const metadata = { ...known, ...witnessMetadata(tree, witness), ...languageOf(texts[0]) };
    // What is reported of the document as a whole is reported once.
    const { draft, corrected } = readTexts(
      own,
      witness,
      witnesses,
      k === 0 ? losses : new Losses(),
    );
    const edition = {
      ...metadata,
      siglum: siglumFrom(named.get(witness) ?? witness, `W${k + 1}`),
      ...draft,
    };
    if (!corrected) return [edition];
    const first = readTexts(own, witness, witnesses, new Losses(), 'before-correction');
    return [
      edition,
      {
        ...metadata,
        title: `${metadata.title ?? edition.siglum} (before correction)`,
        siglum: `${edition.siglum}-ac`,
        ...first.draft,
        warnings: [],
      },
    ];
  });
  const sigla = distinct(states.map(({ siglum }) => siglum ?? ''));
  const editions = states.map((edition, k) => ({ ...edition, siglum: sigla[k] }));
  if (editions.every(({ segments }) => segments.length === 0) && firstOf(tree, 'ptr')) {
    throw new InputError('the readings of this document lie in other files', {
      remedy: 'import the files that its pointers name instead',
    });
  }
  return { editions, rows: parallelRows(editions), title: known.title };
}

/** The texts with the readings that a witness has over several elements or other entries. */
function textsOfWitness(
  tree: Root,
  texts: readonly Element[],
  witness: string,
  witnesses: Witnesses,
  spanning: readonly SpanningEntry[],
): readonly Element[] {
  const own = spanning.flatMap((entry) =>
    [...allOf(entry.app, 'rdg')]
      .filter((reading) => witnessesOf(reading, witnesses).includes(witness))
      .slice(0, 1)
      .map((reading) => ({ entry, reading })),
  );
  if (own.length === 0) return texts;
  const copy = structuredClone(tree);
  for (const { entry, reading } of own) replaceBetween(copy, entry, reading);
  return outermostTexts(copy);
}

/** The texts of the document that no other holds: with what stands before and after its groups. */
function outermostTexts(tree: Root | Element): Element[] {
  return childrenOf(tree).flatMap((child) =>
    localName(child) === 'text' ? [child] : outermostTexts(child),
  );
}

/** What stands before and after editions in their group is of none of them. */
function reportAround(tree: Root, texts: readonly Element[], losses: Losses): void {
  const read = new Set(texts);
  const look = (element: Element): void => {
    if (read.has(element) || attribute(element, 'type') === 'apparatus') return;
    if (/^(text|group)$/.test(localName(element))) {
      for (const child of childrenOf(element)) look(child);
    } else if (textOf(element).trim() !== '') {
      losses.add('what stands around the editions', element.position?.start.line, textOf(element));
    }
  };
  for (const text of outermostTexts(tree)) look(text);
}

/** The texts of the document that hold no others, in order. Apparatus repeats others. */
function textsOf(tree: Root): Element[] {
  const all = [...allOf(tree, 'text')].filter((text) => !firstOf(text, 'text'));
  const plain = all.filter((text) => attribute(text, 'type') !== 'apparatus');
  const found = plain.length > 0 ? plain : all;
  if (found.length > 0) return found;
  throw new InputError('the document has no text', {
    remedy: 'give its text within TEI/text/body',
  });
}

/**
 * Whether several texts are editions of one work: links join them, a bibliography names each, or
 * each is in a language of its own. Others are the parts of one text, as letters in a corpus are.
 */
function areEditions(tree: Root, texts: readonly Element[]): boolean {
  if (texts.length < 2) return texts.length === 1 && namedEdition(tree, texts[0]);
  if (texts.every((text) => namedEdition(tree, text))) return true;
  const ids = texts.map((text) => new Set([...withIds(text)]));
  const linked = [...allOf(tree, 'link')].some((link) => {
    const targets = (attribute(link, 'target') ?? '')
      .split(/\s+/)
      .map((each) => each.replace(/^#/, ''));
    return ids.filter((own) => targets.some((target) => own.has(target))).length > 1;
  });
  const languages = texts.map((text) => attribute(text, 'xml:lang') ?? '');
  return linked || (!languages.includes('') && new Set(languages).size === texts.length);
}

function namedEdition(tree: Root, text: Element): boolean {
  const called = attribute(text, 'n');
  return (
    called !== undefined && [...allOf(tree, 'bibl')].some((bibl) => attribute(bibl, 'n') === called)
  );
}

function* withIds(node: Element): Generator<string> {
  const id = attribute(node, 'xml:id');
  if (id) yield id;
  for (const child of childrenOf(node)) yield* withIds(child);
}

/** What a document has beside its texts: transcriptions of pages, lists of persons and places. */
function reportApart(tree: Root, losses: Losses): void {
  for (const name of ['standOff', 'facsimile', 'sourceDoc']) {
    for (const element of allOf(tree, name)) {
      for (const child of element.children) {
        if (!isElement(child) || textOf(child).trim() === '') continue;
        losses.add('what stands apart from the text', child.position?.start.line, textOf(child));
      }
    }
  }
}

/** What a corpus says of each of its parts, which are one edition. */
function reportParts(tree: Root, losses: Losses): void {
  for (const corpus of allOf(tree, 'teiCorpus')) {
    for (const part of childrenOf(corpus)) {
      const header = childrenOf(part, 'teiHeader')[0];
      if (!header || localName(part) === 'teiHeader') continue;
      const { title, author, date } = headerOf(header);
      const said = [author, title, date].filter(Boolean).join(', ');
      if (said !== '')
        losses.add('what is said of the parts of a corpus', header.position?.start.line, said);
    }
  }
}

/** The language of a text: its own, or that of the division that is its edition, as EpiDoc has it beside a translation. */
function languageOf(text: Element): FrontMatter {
  const edition = [...allOf(text, 'div')].find((each) => attribute(each, 'type') === 'edition');
  return metadataFrom({
    language: (edition && attribute(edition, 'xml:lang')) ?? attribute(text, 'xml:lang'),
  });
}
