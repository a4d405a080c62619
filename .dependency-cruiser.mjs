// Who may import whom: ARCHITECTURE.md as rules. A comment says what to do when its rule fires.
// Packages are written (^|/)node_modules/…: an anchored path never matches where node_modules is a symbolic link.

const sharedPackages =
  'zod|date-fns|@date-fns/tz|@scure/bip39|uqr|saxes|tldts|ipaddr.js|@dagrejs/dagre';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'shared-stays-portable',
      severity: 'error',
      comment: 'shared/ runs in any JavaScript engine: pass what it needs in through a port.',
      from: { path: '^shared/' },
      to: { pathNot: ['^shared/', `(^|/)node_modules/(${sharedPackages})/`] },
    },
    {
      name: 'lib-knows-nothing',
      severity: 'error',
      comment:
        'shared/lib holds what has no word of the domain in it: move the file to the room whose words it uses.',
      from: { path: '^shared/lib/' },
      to: { path: '^shared/(?!lib/)' },
    },
    {
      name: 'domain-knows-only-lib',
      severity: 'error',
      comment:
        'lib ← domain: pass the value in, or move the function up to the room that needs both.',
      from: { path: '^shared/domain/' },
      to: { path: '^shared/(?!lib/|domain/)' },
    },
    {
      name: 'journal-and-catalogue-know-only-the-domain',
      severity: 'error',
      comment:
        'lib ← domain ← journal, catalogue, and neither knows the other: move what needs both up to application/ or report/.',
      from: { path: '^shared/(journal|catalogue)/' },
      to: { path: '^shared/', pathNot: ['^shared/(lib|domain)/', '^shared/$1/'] },
    },
    {
      name: 'indicators-know-only-the-domain',
      severity: 'error',
      comment:
        'lib ← domain ← indicators: what is found in a text does not depend on who asks; pass in what the notebook knows.',
      from: { path: '^shared/indicators/' },
      to: { path: '^shared/(?!lib/|domain/|indicators/)' },
    },
    {
      name: 'only-data-knows-dexie',
      severity: 'error',
      comment: 'Dexie is derived and replaceable: add a query to renderer/data/ and use that.',
      from: { path: '^(renderer|shared|electron)/', pathNot: '^renderer/data/' },
      to: { path: '(^|/)node_modules/dexie' },
    },
    {
      name: 'processes-do-not-know-each-other',
      severity: 'error',
      comment: 'renderer/ and electron/ meet in shared/ipc/ alone: add a channel to the contract.',
      from: { path: '^(renderer|electron)/' },
      to: { path: '^(renderer|electron)/', pathNot: '^$1/' },
    },
    {
      name: 'renderer-runs-in-a-browser',
      severity: 'error',
      comment: 'The renderer has no Node and no Electron: ask the main process through a channel.',
      from: { path: '^renderer/' },
      to: {
        path: ['(^|/)node_modules/electron', '^electron$'],
      },
    },
    {
      name: 'renderer-needs-no-node',
      severity: 'error',
      comment: 'The renderer has no Node: ask the main process through a channel.',
      from: { path: '^renderer/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'notebook-needs-no-electron',
      severity: 'error',
      comment:
        'The command line and the workers use the same code without a window: take what Electron has as a parameter.',
      from: { path: '^electron/(notebook|import|transfer|export|cli|workers)/' },
      to: { path: '(^|/)node_modules/electron/' },
    },
    {
      name: 'preload-only-forwards',
      severity: 'error',
      comment:
        'The preload is one tiny file: it may know the channel names and Electron, nothing else.',
      from: { path: '^electron/preload/' },
      to: { pathNot: ['^shared/ipc/channels\\.ts$', '(^|/)node_modules/electron/'] },
    },
    {
      name: 'features-are-closed',
      severity: 'error',
      comment:
        'A feature never imports another: move what both need to renderer/records/, or compose them in renderer/app/.',
      from: { path: '^renderer/features/([^/]+)/' },
      to: { path: '^renderer/features/([^/]+)/', pathNot: '^renderer/features/$1/' },
    },
    {
      name: 'features-know-no-app',
      severity: 'error',
      comment:
        'ui ← records ← features ← app: take it as a property, the application passes it in.',
      from: { path: '^renderer/(features|records|ui|data)/' },
      to: { path: '^renderer/(app/|main\\.tsx)' },
    },
    {
      name: 'records-know-no-feature',
      severity: 'error',
      comment: 'ui ← records ← features: what several features show knows none of them.',
      from: { path: '^renderer/(records|ui|data)/' },
      to: { path: '^renderer/features/' },
    },
    {
      name: 'ui-has-no-domain-words',
      severity: 'error',
      comment:
        'renderer/ui/ would fit any application: what knows entries or evidence belongs in renderer/records/.',
      from: { path: '^renderer/ui/' },
      to: { path: ['^renderer/(records|data)/', '^shared/(?!lib/)'] },
    },
    {
      name: 'data-shows-nothing',
      severity: 'error',
      comment:
        'renderer/data/ has tables, the projector and queries: what is seen belongs in records/ or a feature.',
      from: { path: '^renderer/data/' },
      to: { path: '^renderer/(records|ui)/' },
    },
    {
      name: 'product-without-tests-and-build',
      severity: 'error',
      comment: 'What ships may not need what does not: move the file out of test/ or build/.',
      from: { path: '^(shared|electron|renderer)/' },
      to: { path: '^(test|build)/' },
    },
    {
      name: 'product-without-development-packages',
      severity: 'error',
      comment:
        'Move the package from devDependencies to dependencies; only electron is given by the runtime.',
      from: { path: '^(shared|electron|renderer)/' },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: '(^|/)node_modules/electron/',
      },
    },
    {
      name: 'packages-are-declared',
      severity: 'error',
      comment: 'It is in node_modules by chance: add it to package.json, or do without.',
      // A little application under test has a manifest of its own, and gets electron from its runtime.
      from: {
        path: '^(shared|electron|renderer|build|test)/',
        pathNot: '^test/e2e/fixtures/[^/]+/',
      },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'imports-exist',
      severity: 'error',
      comment:
        'The file or package is not there: correct the path (with its extension) or install the package.',
      from: {},
      // Text imports end in ?raw, which only the bundlers resolve; they fail where the file is missing.
      to: { couldNotResolve: true, pathNot: '\\?raw$' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      comment:
        'Two files that need each other are one idea or three: move what both need to a third.',
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^dist/', '^release/', '^\\.cache/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.d.ts'],
    },
  },
};
