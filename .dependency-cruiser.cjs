// Each room of src/ may import only from the rooms listed below it (one way, top to bottom).
const rooms = [
  'cli',
  'studio',
  'experiment',
  'export',
  'reports',
  'charts',
  'results',
  'simulation',
  'smets1',
  'control',
  'actors',
  'procedures',
  'market',
  'scenario',
  'engine',
  'random',
  'time',
];
// The rooms that must also run in a browser: no Node API in them.
const anywhere = ['time', 'random', 'engine', 'procedures', 'actors', 'market', 'control', 'simulation', 'smets1'];

module.exports = {
  forbidden: [
    ...rooms.map((room, i) => ({
      name: `${room}-imports-downwards`,
      comment: `src/${room} imports only from the rooms below it`,
      severity: 'error',
      from: { path: `^src/${room}/` },
      to: { path: `^src/(${[...rooms.slice(0, i), 'index'].join('|')})(/|\\.ts$)` },
    })),
    {
      name: 'by-the-door',
      comment: 'another room is entered by its index.ts',
      severity: 'error',
      from: { path: '^src/([^/]+)/' },
      to: { path: '^src/[^/]+/', pathNot: ['^src/$1/', '^src/[^/]+/index\\.ts$'] },
    },
    {
      name: 'no-node-in-the-simulation',
      comment: 'these rooms also run in a browser',
      severity: 'error',
      from: { path: `^src/(${anywhere.join('|')})/` },
      to: { dependencyTypes: ['core'] },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'nothing-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
    },
  },
};
