import { read, readAll, textsOf } from './reading';

/** A TEI document of a body, with what else its source, its title and its text hold. */
export const tei = (body: string, { source = '', head = '', text = '' } = {}): string =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>A tale</title>${head}</titleStmt><publicationStmt><date when="2011"/></publicationStmt><sourceDesc>${source}</sourceDesc></fileDesc></teiHeader><text ${text}><body>${body}</body></text></TEI>`;

/** A list of witnesses for the source of such a document. */
export const witnesses = (...sigla: string[]): string =>
  `<listWit>${sigla.map((siglum) => `<witness xml:id="${siglum}"/>`).join('')}</listWit>`;

export const readTeiEditions = (xml: string) => readAll('t.xml', xml);

/** The first edition of a document. */
export const readTei = (xml: string) => read('t.xml', xml);

/** The text of each edition of a document, with a stroke between its segments. */
export const bySiglum = async (xml: string): Promise<Record<string, string>> =>
  Object.fromEntries(
    (await readTeiEditions(xml)).editions.map((each) => [each.siglum, textsOf(each).join(' / ')]),
  );
