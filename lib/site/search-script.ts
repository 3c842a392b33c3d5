import { readFileSync } from 'node:fs';
import path from 'node:path';
import { installedFile } from '../core/installed';
import { simplify } from '../language/chinese';
import type { SiteFile } from './site-file';

/** Characters of Chinese that have another form in simplified script, and those forms, in one order. */
function otherForms(): [from: string, to: string] {
  let [from, to] = ['', ''];
  for (let code = 0x3400; code <= 0x9fff; code++) {
    const character = String.fromCharCode(code);
    const simple = simplify(character);
    if (simple === character || simple.length !== 1) continue;
    from += character;
    to += simple;
  }
  return [from, to];
}

let forms: Map<string, string> | null = null;

/** A text with each character in simplified script, as the search knows Chinese. */
export function foldedScript(text: string): string {
  if (!forms) {
    const [from, to] = otherForms();
    forms = new Map([...from].map((character, k) => [character, to[k]]));
  }
  const known = forms;
  return text.replace(/[\u3400-\u9fff]/g, (character) => known.get(character) ?? character);
}

/** Where the script of the search pages stands. */
export const searchScriptPath = 'search/search.js';

/** What the search pages run; see `search-page.mjs`. */
export const searchScript = (): SiteFile => ({
  path: searchScriptPath,
  content: readFileSync(installedFile(path.join('lib', 'site', 'search-page.mjs')), 'utf8'),
});

/** What the page of a language has to say to the script, as attributes. */
export function foldingOf(language: string): { 'data-from'?: string; 'data-to'?: string } {
  if (language !== 'zh') return {};
  const [from, to] = otherForms();
  return { 'data-from': from, 'data-to': to };
}
