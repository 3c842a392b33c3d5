import { readFileSync } from 'node:fs';
import path from 'node:path';
import { installedFile } from '../core/installed';
import { pageStyle } from '../formats/html/style';
import { choicesStyle } from './choices';
import type { SiteFile } from './site-file';

const faces = [
  { family: 'Source Serif 4 Variable', package: 'source-serif-4', style: 'normal' },
  { family: 'Source Serif 4 Variable', package: 'source-serif-4', style: 'italic' },
  { family: 'Source Sans 3 Variable', package: 'source-sans-3', style: 'normal' },
];
const subsets = ['latin', 'latin-ext'];
const ranges: Record<string, string> = {
  latin:
    'U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+FEFF',
  'latin-ext':
    'U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+1E00-1E9F, U+1EF2-1EFF, U+2020, U+20A0-20AB, U+20AD-20C0, U+2C60-2C7F, U+A720-A7FF',
};
const faceFile = (name: string, subset: string, style: string) =>
  `${name}-${subset}-wght-${style}.woff2`;

/** The faces of Latin letters; other scripts are set in what the reader's system has. */
export function fontFiles(): SiteFile[] {
  return faces.flatMap(({ package: name, style }) =>
    subsets.map((subset) => {
      const file = faceFile(name, subset, style);
      const source = installedFile(
        path.join('node_modules', '@fontsource-variable', name, 'files', file),
      );
      return { path: `fonts/${file}`, content: readFileSync(source) };
    }),
  );
}

const fontFaces = faces
  .flatMap(({ family, package: name, style }) =>
    subsets.map(
      (subset) =>
        `@font-face { font-family: "${family}"; font-style: ${style}; font-weight: 200 900; font-display: swap;
  src: url(fonts/${faceFile(name, subset, style)}) format("woff2"); unicode-range: ${ranges[subset]}; }`,
    ),
  )
  .join('\n');

/** Colours, faces and sizes, and what components of the server's pages look like. */
const sharedStyle = ['tokens', 'collation', 'studies', 'search']
  .map((name) => readFileSync(installedFile(path.join('app', 'styles', `${name}.css`)), 'utf8'))
  .join('\n');

export const siteStyle = (): string => `${fontFaces}
${pageStyle}
${sharedStyle}
:root { --quiet: var(--ink-quiet); --moved: var(--lit); }
html { background: var(--paper); font-size: calc(100% * var(--zoom)); }
body { font-family: var(--serif); line-height: calc(1.55 * var(--spacing)); }
ins { color: var(--insert-line); } mark.absent, .omission { color: var(--delete-line); }
.quiet { color: var(--ink-quiet); } .about, footer, nav, th, .siglum { font-family: var(--sans); }
.masthead { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.3rem 1.4rem; border-bottom: 1px solid var(--rule);
  padding-bottom: 0.7rem; margin-bottom: 1.6rem; }
.masthead .wordmark { font-size: 1.15rem; font-weight: 600; text-decoration: none; margin-inline-end: auto; }
.masthead nav { display: flex; flex-wrap: wrap; gap: 0.2rem 1.2rem; }
[aria-current] { font-weight: 600; text-decoration: none; }
main.reading { margin-inline: auto; max-width: calc(var(--measure) + 4rem); }
.works { list-style: none; padding: 0; } .works li { margin-bottom: 1.6rem; } .works h2 { margin: 0; }
.pager { display: flex; justify-content: space-between; gap: 1rem; margin-block: 2.5rem; }
.collation .place { border-bottom: 0; }
.place:target { background: var(--replace); }
.tabs { display: flex; flex-wrap: wrap; gap: 0.2rem 1.2rem; margin-bottom: 1rem; }
.settings { display: flex; flex-wrap: wrap; gap: 0.3rem 1rem; } .settings[hidden] { display: none; }
.settings, .choices { font: 0.85rem / 1.5 var(--sans); color: var(--ink-quiet); }
#search input { font: 1.15rem / 1.5 var(--serif); width: 100%; box-sizing: border-box; padding: 0.4rem 0.7rem; color: var(--ink); background: var(--paper-raised); border: 1px solid var(--field); border-radius: 0.3rem; }
#search button { font: inherit; color: var(--ink); background: var(--paper-raised); border: 1px solid var(--field); border-radius: 0.3rem; padding: 0.3rem 1rem; }
select { font: inherit; color: var(--ink); background: var(--paper-raised); border: 1px solid var(--field); border-radius: 0.3rem; min-height: 24px; }
ruby { ruby-align: center; margin-inline: 0.08em; } rt { font: 0.5em var(--sans); color: var(--ink-quiet); } .text:has(rt) { padding-inline-end: 0.6rem; } .text:has(rt) p { line-height: 2.4; text-align: start; }
blockquote { margin: 0 0 0.4rem; padding-inline-start: 0.9rem; border-inline-start: 2px solid var(--rule); }
.comparison td:not(:empty)::before { font-family: var(--sans); }
.choices { margin-block: 0.8rem; } .choices summary { cursor: pointer; padding-block: 0.2rem; }
.choices fieldset { display: flex; flex-wrap: wrap; gap: 0.2rem 1rem; border: 0; padding: 0.3rem 0; margin: 0; color: var(--ink); }
.choices legend { float: inline-start; padding: 0; min-width: 7rem; color: var(--ink-quiet); } .choices label, .choices a { min-height: 24px; }
main:has(#set-interleaved:checked) .comparison { &, & tbody, & tr, & td { display: block; } & thead { display: none; }
  & td { border: 0; padding: 0.2rem 0; max-width: var(--measure); } & tr { border-bottom: 1px solid var(--rule); padding: 0.6rem 0; }
  & td:not(:empty)::before { content: attr(data-edition); display: block; color: var(--ink-quiet); font: 600 0.85rem var(--sans); } }
${choicesStyle}
@media print { .settings, .choices { display: none; } }
.variant-graph { background: var(--paper-raised); border: 1px solid var(--rule); }
`;
