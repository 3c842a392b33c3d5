import type { Root } from 'hast';
import { InputError } from '../../core/errors';
import { unpack } from '../archive';
import { type GivenFile, type IngestedDocument, Losses, withoutLines } from '../document';
import { readPrepared } from '../html/read';
import { propertiesOf, reportFrames } from '../office';
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
  const content = parts.get('content.xml');
  const body = content && firstOf(parseXml(content, 'content.xml'), 'body');
  const text = body && childrenOf(body, 'text')[0];
  if (!content || !text) {
    throw new InputError('the file is not an OpenDocument text', {
      file: name,
      remedy: 'save it as .odt',
    });
  }
  const trees = [content, parts.get('styles.xml')].flatMap((part) =>
    part ? [parseXml(part, 'styles.xml')] : [],
  );
  const styles = trees.flatMap((tree) => [...stylesOf(tree)]);
  const losses = new Losses();
  const reader = new OdtReader(
    losses,
    new Map(styles.reverse()),
    numberedLists(trees),
    bookmarksOf(text),
  );
  const children = reader.blocks(text.children);
  const tree: Root = { type: 'root', children: [...children, ...reader.notes] };
  const known = propertiesOf(parts.get('meta.xml'), 'meta.xml');
  reportFrames(trees.flatMap(framesOf), losses);
  return withoutLines(readPrepared(tree, losses, known, asOne));
}
