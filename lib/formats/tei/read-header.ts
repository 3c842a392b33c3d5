import type { Element, Nodes, Root } from 'xast';
import type { FrontMatter } from '../../edition/metadata';
import { metadataFrom } from '../metadata';
import { allOf, attribute, childrenOf, firstOf, isElement, lineOf, localName } from '../xml/read';

/** What a document says of the edition that it holds: of its source, before that of its file. */
export function headerOf(header: Root | Element): FrontMatter {
  const file = firstOf(header, 'fileDesc');
  if (!file) return {};
  const statement = childrenOf(file, 'titleStmt')[0];
  const publication = childrenOf(file, 'publicationStmt')[0];
  const source = firstOf(file, 'sourceDesc');
  const titles = statement ? childrenOf(statement, 'title') : [];
  // The series that a text is in is not its title.
  const title =
    titles.find((each) => attribute(each, 'type') === 'main') ??
    titles.find((each) => attribute(each, 'level') !== 's') ??
    titles[0];
  return metadataFrom({
    title: lineOf(title),
    author: namesOf(statement, 'author') ?? namesIn(source, 'author'),
    translator: statement && translatorOf(statement),
    date: editionDate(header, source, publication),
    licence: publication && lineOf(firstOf(publication, 'licence')),
    source: source && sourceLine(source),
    language: languageIdent(header),
  });
}

/**
 * When the edition was made: as its source says, or when it was written; the date of the electronic
 * file only where nothing is said of a source.
 */
function editionDate(
  header: Root | Element,
  source: Element | undefined,
  publication: Element | undefined,
): string | undefined {
  const imprint = source && (firstOf(source, 'imprint') ?? firstOf(source, 'publicationStmt'));
  const creation = firstOf(header, 'creation');
  const places = [imprint, source, creation];
  for (const place of places) {
    const date = place && dateOf(withoutWitnesses(place));
    if (date) return date;
  }
  const sourced =
    source && ['bibl', 'biblStruct', 'biblFull'].some((name) => firstOf(source, name));
  return publication && !sourced ? dateOf(publication) : undefined;
}

/** What is said of a source as a whole, without what is said of each witness. */
function withoutWitnesses(element: Element): Element {
  const children = element.children.filter((child) => !isElement(child, 'listWit'));
  return { ...element, children };
}

/** The date in an element: as machines read it, or as written. */
export function dateOf(element: Element): string | undefined {
  for (const name of ['date', 'origDate', 'docDate']) {
    const date = firstOf(element, name);
    if (!date) continue;
    const dates = ['when', 'when-iso', 'notBefore', 'from'].map((each) => attribute(date, each));
    return dates.find(Boolean) ?? lineOf(date);
  }
  return undefined;
}

function languageIdent(header: Root | Element): string | undefined {
  const used = firstOf(header, 'langUsage');
  const languages = used ? childrenOf(used, 'language') : [];
  return languages.length === 1 ? attribute(languages[0], 'ident') : undefined;
}

export function translatorOf(element: Element): string | undefined {
  const found = [...childrenOf(element, 'editor'), ...childrenOf(element, 'respStmt')].filter(
    (each) =>
      /transl/i.test(attribute(each, 'role') ?? '') ||
      /transl/i.test(lineOf(childrenOf(each, 'resp')[0]) ?? ''),
  );
  const names = found.flatMap((each) => {
    const named = childrenOf(each).filter((child) =>
      /^(name|persName|orgName)$/.test(localName(child)),
    );
    return (named.length > 0 ? named : [each]).map(nameOf).filter(Boolean);
  });
  return names.join(', ') || undefined;
}

/** The names of a kind of person that stand in an element: “Ann Writer, B. Poet”. */
export function namesOf(element: Element | undefined, kind: string): string | undefined {
  const names = element ? childrenOf(element, kind).map(nameOf) : [];
  return names.filter(Boolean).join(', ') || undefined;
}

function namesIn(element: Element | undefined, kind: string): string | undefined {
  const found = element ? [...allOf(element, kind)] : [];
  return [...new Set(found.map(nameOf).filter(Boolean))].join(', ') || undefined;
}

/** A name in the order in which it is said, without identifiers, dates and places that stand by it. */
function nameOf(element: Element): string {
  const forenames = [...allOf(element, 'forename')];
  const surnames = [...allOf(element, 'surname')];
  if (forenames.length > 0 && surnames.length > 0) {
    const links = [...allOf(element, 'nameLink')];
    return [...forenames, ...links, ...surnames].map((part) => lineOf(part) ?? '').join(' ');
  }
  const beside = /^(idno|date|birth|death|affiliation|email|ref|ptr|note|graphic)$/;
  return piecesOf(element, beside)
    .join(' ')
    .replace(/ ([,.;:])/g, '$1');
}

/** What the source of a text is, its parts set apart; the list of witnesses is read elsewhere. */
function sourceLine(source: Element): string | undefined {
  const line = childrenOf(source)
    .filter((each) => localName(each) !== 'listWit')
    .map((each) =>
      piecesOf(each)
        .join(', ')
        .replace(/([.,;:]), /g, '$1 ')
        .replace(/ ?, ([,.;:])/g, '$1'),
    )
    .filter((each) => each !== '')
    .join('; ');
  return line || undefined;
}

/** The words of an element, a piece for each stretch of text. */
function piecesOf(node: Nodes, beside = /^$/): string[] {
  if (node.type === 'text' || node.type === 'cdata') {
    const line = node.value.replace(/\s+/g, ' ').trim();
    return line === '' ? [] : [line];
  }
  if (!isElement(node) || beside.test(localName(node))) return [];
  return node.children.flatMap((child) => piecesOf(child, beside));
}

/** What is said of an edition in a list of editions, as our own documents have it. */
export function biblMetadata(bibl: Element): FrontMatter {
  const note = (type: string) =>
    lineOf(childrenOf(bibl, 'note').find((each) => attribute(each, 'type') === type));
  const reference = childrenOf(bibl, 'ref')[0];
  return metadataFrom({
    title: lineOf(childrenOf(bibl, 'title')[0]),
    author: namesOf(bibl, 'author'),
    translator: translatorOf(bibl),
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

export function witnessMetadata(tree: Root, siglum: string): FrontMatter {
  for (const witness of allOf(tree, 'witness')) {
    if ((attribute(witness, 'xml:id') ?? attribute(witness, 'n')) !== siglum) continue;
    // Parts of a description stand apart, words of a sentence do not.
    const described = ['msDesc', 'bibl', 'biblStruct'].some((name) => firstOf(witness, name));
    const line = piecesOf(witness)
      .join(described ? ', ' : ' ')
      .replace(/ ?([,.;:])[,.;:]?(?= |$)/g, '$1');
    return metadataFrom({
      title: lineOf(firstOf(witness, 'title')) ?? line,
      date: dateOf(witness),
    });
  }
  return {};
}
