/**
 * Each room imports only from the rooms before it in this list. `app` and `lib/cli` stand above
 * them all and apart from each other. `docs/contributors.md` says what each room is for.
 */
const rooms = [
  'core',
  'edition',
  'language',
  'align',
  'collate',
  'formats',
  'store',
  'cache',
  'jobs',
  'dictionaries',
  'works',
  'compare',
  'studies',
  'search',
  'accounts',
  'site',
  'api',
  'worker',
];

/** The pages of a site are made of the same components as those of the server. */
const shown = { site: '^app/(components|i18n|messages|styles)/' };

const upward = rooms.map((room, at) => ({
  name: `${room}-imports-only-from-below`,
  comment: `lib/${room} may import from ${rooms.slice(0, at).join(', ') || 'no other room'}`,
  severity: 'error',
  from: { path: `^lib/${room}/` },
  to: {
    path: `^(app|lib/(index\\.ts|(${['cli', ...rooms.slice(at + 1)].join('|')})/))`,
    pathNot: shown[room],
  },
}));

module.exports = {
  forbidden: [
    ...upward,
    {
      name: 'twins-stay-apart',
      comment: 'The pages and the terminal show the same rooms; neither leans on the other.',
      severity: 'error',
      from: { path: '^app/' },
      to: { path: '^lib/cli/' },
    },
    {
      name: 'twins-stay-apart-too',
      severity: 'error',
      from: { path: '^lib/cli/' },
      to: { path: '^app/' },
    },
    {
      name: 'pure-middle',
      comment: 'Reading and writing stay at the edges: the middle rooms take and give values.',
      severity: 'error',
      from: { path: '^lib/(edition|language|align|collate)/' },
      to: { path: '^(node:)?(fs|fs/promises|net|http|https|child_process)$' },
    },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'tests-are-leaves',
      severity: 'error',
      from: { path: '^(app|lib)/' },
      to: { path: '^tests/' },
    },
    {
      name: 'not-to-dev-dep',
      severity: 'error',
      from: { path: '^(app|lib)/' },
      to: { dependencyTypes: ['npm-dev'], pathNot: 'node_modules/@types/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'] },
  },
};
