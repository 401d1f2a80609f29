/**
 * The one rule, as lint: imports only point downwards – page, plug or schedule → verb → queries and rules → contract –
 * so `shared/` knows nobody, the two halves meet only in `shared/`, and one context enters another only through its `public.ts`.
 *
 * Each rule bites on a planted violation in `functions/platform/boundaries.test.ts`. A new context or page needs no line here:
 * `$1` is whatever folder the importing file is in.
 */

/** Tests, and what is written only for them, may look anywhere: they are not read, so no folder is joined to another by a test. */
const TESTS = '\\.test\\.tsx?$|/test(ing)?/';
const LOCAL = '^functions/local/';
const npm = (...names) => `(^|/)node_modules/(@types/)?(${names.join('|')})/`;

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const forbidden = [
  {
    name: 'shared-stands-alone',
    comment: 'shared/ runs on the phone and in the function: it knows only itself and small pure packages.',
    severity: 'error',
    from: { path: '^shared/' },
    to: { pathNot: ['^shared/', npm('zod', 'uuid', 'chinese-days')] },
  },
  {
    name: 'rules-know-one-context',
    comment:
      'In shared/ a context knows itself, the kernel, and the words of a mechanism it uses (voting, promises, assignments); the kernel and a mechanism know no context.',
    severity: 'error',
    from: { path: '^shared/([^/]+)/' },
    to: {
      path: '^shared/',
      pathNot: [
        '^shared/($1|kernel)/',
        '^shared/voting/(ballot|definition|limits|majority|outcome|problems|published-results|results|slips/counts)\\.ts$',
        '^shared/promises/(limits|problems|shown|states)\\.ts$',
        '^shared/assignments/(limits|problems|states|values|words|part/states|part/values)\\.ts$',
      ],
    },
  },
  {
    name: 'contract-is-the-ground',
    comment: 'A contract is what everything else stands on; it may not use the rules.',
    severity: 'error',
    from: { path: '^shared/[^/]+/contract(\\.ts$|/)' },
    to: { path: '/rules[-a-z]*\\.ts$' },
  },
  {
    name: 'halves-never-meet',
    comment: 'The mini-program and the functions meet in shared/ only.',
    severity: 'error',
    from: { path: '^(miniprogram|functions)/' },
    to: { path: '^(miniprogram|functions)/', pathNot: '^$1/' },
  },
  {
    name: 'front-door',
    comment: 'One context enters another through its public.ts.',
    severity: 'error',
    from: { path: '^functions/([^/]+)/', pathNot: [LOCAL, '^functions/platform/'] },
    to: { path: '^functions/[^/]+/', pathNot: ['^functions/($1|platform|local)/', '/public\\.ts$'] },
  },
  {
    name: 'platform-knows-no-context',
    comment: 'functions/platform/ is what contexts stand on.',
    severity: 'error',
    from: { path: '^functions/platform/' },
    to: { path: '^functions/[^/]+/', pathNot: '^functions/(platform|local)/' },
  },
  {
    name: 'local-stays-local',
    comment: 'The stand-in, the demo county and the embedded database must not reach a deployed function.',
    severity: 'error',
    from: { pathNot: LOCAL },
    to: { path: LOCAL },
  },
  {
    name: 'nobody-imports-a-mount',
    comment:
      'What stands in functions/ itself (the app, the handlers, the list of contexts) knows every context, so no context may know it.',
    severity: 'error',
    from: { path: '^functions/[^/]+/', pathNot: [LOCAL, '^functions/deploy/'] },
    to: { path: '^functions/[^/]+\\.ts$' },
  },
  {
    name: 'nobody-imports-an-entry-point',
    comment:
      "A context's plug.ts and office.ts are wiring: functions/contexts.ts and offices.ts list them, nobody else knows them.",
    severity: 'error',
    from: { pathNot: [LOCAL, '^functions/(contexts|offices)\\.ts$'] },
    to: { path: '^functions/(?!platform/)[^/]+/(plug|office)\\.ts$' },
  },
  {
    name: 'queries-look-down',
    comment: 'A query knows the tables, the platform and shared/; not the verb that asks it.',
    severity: 'error',
    from: { path: '^functions/.+/queries([-a-z]*\\.ts$|/)' },
    to: { path: '^functions/', pathNot: ['^functions/platform/', '^functions/[^/]+/(queries/|tables\\.ts$)'] },
  },
  {
    name: 'sql-lives-in-queries',
    comment:
      'Values of kysely and pg belong in queries.ts, the platform, functions/local/ and tests; their types may go anywhere.',
    severity: 'error',
    from: { path: '^functions/', pathNot: [LOCAL, '^functions/platform/', '^functions/.+/queries([-a-z]*\\.ts$|/)'] },
    to: { path: npm('pg', 'kysely'), dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'one-writer-of-state',
    comment: 'Where a matter stands changes with its event or not at all: happen.ts writes both.',
    severity: 'error',
    from: { path: '^functions/', pathNot: ['/lifecycle/happen\\.ts$'] },
    to: { path: '/queries/write-state\\.ts$', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'subpackages-stay-apart',
    comment: 'A subpackage knows itself, platform/ and ui/: WeChat refuses anything else when it runs.',
    severity: 'error',
    from: { path: '^miniprogram/src/([^/]+)/', pathNot: '^miniprogram/src/(pages|console)/' },
    to: { path: '^miniprogram/src/[^/]+/', pathNot: '^miniprogram/src/($1|platform|ui)/' },
  },
  {
    name: 'tab-pages-show-tabs',
    comment: 'What a tab page shows of a context is in its tabs/; the rest of the context is a subpackage.',
    severity: 'error',
    from: { path: '^miniprogram/src/pages/' },
    to: { path: '^miniprogram/src/[^/]+/', pathNot: '^miniprogram/src/(pages|platform|ui|[^/]+/tabs)/' },
  },
  {
    name: 'tabs-stay-small',
    comment: 'What is in tabs/, and what that imports, is in the main package, which everybody waits for.',
    severity: 'error',
    from: { path: '^miniprogram/src/([^/]+)/tabs/' },
    to: { path: '^miniprogram/src/$1/', pathNot: '^miniprogram/src/$1/tabs/' },
  },
  {
    name: 'desk-contexts-stay-apart',
    comment: 'A context of the desk knows itself, its own context on the phone, and what the desk shares (console/ui).',
    severity: 'error',
    from: { path: '^miniprogram/src/console/([^/]+)/' },
    to: { path: '^miniprogram/src/[^/]+/', pathNot: '^miniprogram/src/((console/)?($1|ui)|platform)/' },
  },
  {
    name: 'one-small-zod',
    comment: "import * as z from 'zod/mini': the other one weighs 468 KB.",
    severity: 'error',
    from: { path: '^(shared|functions|miniprogram)/' },
    to: { path: npm('zod'), pathNot: '/node_modules/zod/(v4/)?mini/|^node_modules/zod/(v4/)?mini/' },
  },
  {
    name: 'no-circles',
    comment: 'No file may come back to itself.',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'no-circles-of-folders',
    comment: 'No folder may come back to itself.',
    severity: 'error',
    scope: 'folder',
    from: {},
    to: { circular: true },
  },
  {
    name: 'deployed-needs-no-dev-dependency',
    comment: 'What runs for people comes from dependencies, not from devDependencies.',
    severity: 'error',
    from: { path: '^(shared|functions|miniprogram/src)/', pathNot: [LOCAL, '^functions/deploy/'] },
    to: { dependencyTypes: ['npm-dev', 'npm-optional'], dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'everything-resolves',
    comment: 'An import that leads nowhere.',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden,
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^dist/', TESTS] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
};
