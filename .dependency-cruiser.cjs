/**
 * The house rule: each room imports only from rooms below it.
 * From the top: app and lib/cli, then the rooms in this order.
 */
const rooms = [
  'accounts',
  'export',
  'search',
  'library',
  'collate',
  'align',
  'language',
  'ingest',
  'edition',
];

const upward = rooms.map((room, depth) => ({
  name: `${room}-imports-only-from-below`,
  comment: `lib/${room} may import from the rooms below it: ${rooms.slice(depth + 1).join(', ') || 'none'}`,
  severity: 'error',
  from: { path: `^lib/${room}/` },
  to: {
    path: `^(app|lib/(cli${rooms
      .slice(0, depth)
      .map((r) => `|${r}`)
      .join('')}))/`,
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
      from: { path: '^lib/(edition|align|collate)/' },
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
