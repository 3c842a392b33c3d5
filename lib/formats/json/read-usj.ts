import { type IngestedDocument, Losses } from '../document';
import { ScriptureBuilder } from '../scripture/builder';
import { type UsxHandlers, usxHandlers } from '../usx/read';
import { isObject, type Json } from './plain-words';

/**
 * Reads Unified Scripture JSON: the elements of USX as objects. Null for other JSON.
 * Source: https://docs.usfm.bible/usfm-usx-usj/latest/
 */
export function readUsj(value: unknown): IngestedDocument | null {
  if (!isObject(value) || value.type !== 'USJ' || !Array.isArray(value.content)) return null;
  const losses = new Losses();
  const builder = new ScriptureBuilder(losses);
  visit(value.content, usxHandlers(builder, losses));
  return { editions: [builder.finish()] };
}

/** Elements by the types of their objects, where they are called otherwise. */
const elements: Record<string, string> = { 'table:row': 'row', 'table:cell': 'cell' };

function visit(content: readonly unknown[], handlers: UsxHandlers): void {
  for (const node of content) {
    if (typeof node === 'string') handlers.text(node);
    else if (isObject(node)) {
      const type = String(node.type);
      const element = elements[type] ?? type;
      handlers.open(element, attributesOf(node));
      if (Array.isArray(node.content)) visit(node.content, handlers);
      handlers.close(element);
    }
  }
}

function attributesOf({ type: _, content: __, marker, ...others }: Json): Record<string, string> {
  const given = Object.entries({ style: marker, ...others });
  return Object.fromEntries(
    given.filter((each): each is [string, string] => typeof each[1] === 'string'),
  );
}
