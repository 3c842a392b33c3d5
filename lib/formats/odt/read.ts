import type { Root as HtmlRoot } from 'hast';
import type { Root } from 'xast';
import { InputError } from '../../core/errors';
import type { FrontMatter } from '../../edition/metadata';
import { unpack } from '../archive';
import { type GivenFile, type IngestedDocument, Losses, withoutLines } from '../document';
import { readPrepared } from '../html/read';
import { propertiesOf, reportFrames, treeOfPart } from '../office';
import { childrenOf, firstOf, parseXml } from '../xml/read';
import { bookmarksOf } from './bookmarks';
import { framesOf } from './frames';
import { numberedLists, stylesOf } from './read-styles';
import { OdtReader } from './reader';

/**
 * Reads an OpenDocument text: headings, paragraphs, lists, tables, notes, and what is bold,
 * italic or struck out.
 * Source: OpenDocument 1.3, part 3 (OASIS).
 */
export async function readOdt({ bytes, name, asOne }: GivenFile): Promise<IngestedDocument> {
  const parts = await unpack(bytes, (entry) => /^(content|meta|styles)\.xml$/.test(entry));
  const content = treeOfPart(parts, 'content.xml');
  if (!content) throw noText(name);
  const styles = treeOfPart(parts, 'styles.xml');
  const known = propertiesOf(treeOfPart(parts, 'meta.xml'));
  return withoutLines(readTrees(styles ? [content, styles] : [content], known, name, asOne));
}

/** Reads a flat OpenDocument text, which has in one file of XML what an archive has in several. */
export function readFlatOdt({ bytes, name, asOne }: GivenFile): IngestedDocument {
  const tree = parseXml(bytes, name);
  return readTrees([tree], propertiesOf(firstOf(tree, 'meta')), name, asOne);
}

const noText = (name: string): InputError =>
  new InputError('the file is not an OpenDocument text', { file: name, remedy: 'save it as .odt' });

/** @param trees of the text and its styles, the text first. */
function readTrees(
  trees: readonly Root[],
  known: FrontMatter,
  name: string,
  asOne: boolean | undefined,
): IngestedDocument {
  const body = firstOf(trees[0], 'body');
  const text = body && childrenOf(body, 'text')[0];
  if (!text) throw noText(name);
  const styles = trees.flatMap((tree) => [...stylesOf(tree)]);
  const losses = new Losses();
  const reader = new OdtReader(
    losses,
    new Map(styles.reverse()),
    numberedLists(trees),
    bookmarksOf(text),
  );
  const children = reader.blocks(text.children);
  const tree: HtmlRoot = { type: 'root', children: [...children, ...reader.notes] };
  reportFrames(trees.flatMap(framesOf), losses);
  return readPrepared(tree, losses, known, asOne);
}
