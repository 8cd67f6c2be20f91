/** The architecture, executable. Every rule has a reason, and scripts/architecture.spec.mjs plants a violation of each. */
const SPEC = '[.](spec|int-spec|e2e)[.]tsx?$';

const workspace = (name, allowed, comment) =>
  rule(`${name}-sees-only-${['itself', ...allowed].join('-and-')}`, comment, {
    from: { path: `^${name}/` },
    to: { path: '^(miniapp|server|shared|e2e|scripts)/', pathNot: [name, ...allowed].map((each) => `^${each}/`) },
  });

function rule(name, comment, arrow) {
  return { name, comment, severity: 'error', ...arrow };
}

const workspaces = [
  workspace('shared', [], 'shared runs on the phone and on the server; it may know neither'),
  workspace('miniapp', ['shared'], 'the phone talks to the server over HTTP only'),
  workspace('server', ['shared'], 'production code never sees a page or a simulator'),
  workspace('e2e', ['shared'], 'black box: contracts yes, internals no'),
  rule(
    'simulators-share-no-code-with-us',
    'a simulator that imports our reading of a bureau repeats our mistakes to us',
    {
      from: { path: '^e2e/simulators/', pathNot: SPEC },
      to: { path: '^(server|shared|miniapp|e2e)/', pathNot: ['^e2e/simulators/', '^shared/src/kernel/'] },
    },
  ),
  rule('simulators-are-islands', 'each plays one bureau; what they have in common is people.ts and _kit/', {
    from: { path: '^e2e/simulators/([^_/][^/]*)/' },
    to: { path: '^e2e/simulators/[^_/][^/]*/', pathNot: '^e2e/simulators/$1/' },
  }),
  rule('weapp-host-knows-no-app', 'it runs any mini-program, as WeChat does', {
    from: { path: '^e2e/weapp-host/' },
    to: { path: '^(server|shared|miniapp|scripts|e2e)/', pathNot: '^e2e/weapp-host/' },
  }),
];

const shared = [
  rule('shared-is-pure', 'no Taro, no ORM, no evaluator that makes code at run time (WeChat forbids it)', {
    from: {
      path: '^shared/src/',
      pathNot: [SPEC, '^shared/src/(dto|draw)/', '^shared/src/replacing/highs-chooser[.]ts$'],
    },
    to: { pathNot: '^shared/src/' },
  }),
  rule('the-phone-places-nobody', 'the solver is three megabytes of WebAssembly (docs/adr/0020)', {
    from: { path: '^miniapp/' },
    to: { path: '^shared/src/replacing/', dependencyTypesNot: ['type-only'] },
  }),
  rule('shared-does-no-io', 'what imports Node.js cannot run on the phone', {
    from: { path: '^shared/src/', pathNot: SPEC },
    to: { dependencyTypes: ['core'] },
  }),
  rule('dto-sees-only-validators', 'a DTO is a shape with decorators, nothing else', {
    from: { path: '^shared/src/dto/', pathNot: SPEC },
    to: { pathNot: ['^shared/src/', 'node_modules/(class-validator|class-transformer|reflect-metadata)/'] },
  }),
  rule('phone-takes-only-types-from-dto', 'one decorated class would bring 50 KB of validators into the mini-program', {
    from: { path: '^miniapp/' },
    to: { path: '^shared/src/dto/', dependencyTypesNot: ['type-only'] },
  }),
  rule(
    'only-dto-touches-decorated-dto',
    'shared code that runs on the phone must not pull the validators in by the back door',
    {
      from: { path: '^shared/src/', pathNot: ['^shared/src/dto/', SPEC] },
      to: { path: '^shared/src/dto/', dependencyTypesNot: ['type-only'] },
    },
  ),
  rule('engine-knows-no-programme', 'a new programme must not be able to need an engine change by accident', {
    from: { path: '^shared/src/(eligibility|planner|facts|standards|kernel|places)/' },
    to: { path: '^shared/src/(programmes|services|guides|catalogue)' },
  }),
  rule('programmes-are-leaves', 'delete one folder and nothing else breaks', {
    from: { path: '^shared/src/(programmes|services)/([^/]+)/' },
    to: { path: '^shared/src/(programmes|services)/[^/]+/', pathNot: '^shared/src/$1/$2/' },
  }),
  rule('only-the-catalogue-names-programmes', '`if (code === …)` anywhere else is a design failure', {
    from: { pathNot: ['^shared/src/catalogue[.]ts$', '^shared/src/(programmes|services)/', SPEC] },
    to: { path: '^shared/src/programmes/[^/]+/' },
  }),
  rule('a-service-is-known-in-its-own-places', 'the booking flow, and every page of it, serves services it never met', {
    from: {
      pathNot: [
        '^shared/src/catalogue[.]ts$',
        '^shared/src/(programmes|services)/',
        '^shared/src/dto/(farewell|voyages)[.]dto[.]ts$',
        '^server/src/bureaus/funeral-affairs/',
        '^server/src/modules/(marriage|sea)/',
        '^miniapp/src/packages/(marriage|funeral)/',
        '^miniapp/test/',
        '^e2e/support/farewell-',
        SPEC,
      ],
    },
    to: { path: '^shared/src/services/[^/]+/' },
  }),
];

const server = [
  rule('platform-knows-no-domain', 'platform is what the next project would take along', {
    from: { path: '^server/src/platform/' },
    to: {
      path: [
        '^server/src/(modules|bureaus)/',
        '^shared/src/(programmes|services|guides|search|eligibility|facts|standards|places|catalogue)',
      ],
    },
  }),
  rule('bureaus-know-no-domain', 'an anti-corruption layer speaks our language but does not call us', {
    from: { path: '^server/src/bureaus/' },
    to: { path: '^server/src/modules/' },
  }),
  rule('bureaus-are-islands', 'one upstream never explains another; what they have in common is common-messages/', {
    from: { path: '^server/src/bureaus/([^/]+)/' },
    to: {
      path: '^server/src/bureaus/[^/]+/',
      pathNot: ['^server/src/bureaus/$1/', '^server/src/bureaus/common-messages/'],
    },
  }),
  rule('bureau-wire-stays-home', 'their field names stop at their folder', {
    from: { pathNot: '^server/src/bureaus/' },
    to: { path: '^server/src/bureaus/', pathNot: '[.](port|module)[.]ts$' },
  }),
  rule('modules-meet-at-ports', 'entities, services and controllers of a feature are private', {
    from: { path: '^server/src/modules/([^/]+)/' },
    to: { path: '^server/src/modules/[^/]+/', pathNot: ['^server/src/modules/$1/', '[.](port|module)[.]ts$'] },
  }),
  rule('slot-inventory-is-generic', 'it counts units in a window; it must not learn the word marriage', {
    from: { path: '^server/src/modules/slot-inventory/' },
    to: {
      path: '^(server/src/(modules|bureaus)/|shared/src/(programmes|services|catalogue))',
      pathNot: '^server/src/modules/slot-inventory/',
    },
  }),
  rule('a-no-is-the-decliners-alone', 'what else reads it can show it to the one who asked (docs/adr/0019)', {
    from: {
      path: '^server/src/',
      pathNot: [
        '^server/src/modules/bookings/partner/(decline[.]entity|declines[.]repository|answering-people[.]service|partner[.]parts)[.]ts$',
        '^server/src/schema[.]ts$',
      ],
    },
    to: { path: '^server/src/modules/bookings/partner/(decline[.]entity|declines[.]repository)[.]ts$' },
  }),
  rule('controllers-are-thin', 'parse, delegate, reply', {
    from: { path: '[.]controller[.]ts$' },
    to: { path: '([.]entity[.]ts$|node_modules/(typeorm|undici)/|/platform/(database|outbox)/)' },
  }),
  rule('orm-access-goes-through-transactions', '@InjectRepository silently escapes the running transaction', {
    from: { path: '^server/src/(modules|bureaus)/', pathNot: '[.]entity[.]ts$' },
    to: { path: 'node_modules/@nestjs/typeorm/' },
  }),
  rule('network-only-in-bureaus', 'a call out has a timeout, a breaker and a journal there', {
    from: {
      path: '^server/src/',
      pathNot: ['^server/src/(bureaus|platform/(http|bureau-http))/|/platform/address-limit/redis-tries[.]ts$', SPEC],
    },
    to: {
      path: '(node_modules/(undici|axios|got|node-fetch|@redis/client)/|^(node:)?https?$)',
      dependencyTypesNot: ['type-only'],
    },
  }),
];

const phone = [
  rule('only-platform-calls-taro', 'one place knows what the phone can do, and one place is replaced in tests', {
    from: { path: '^miniapp/src/', pathNot: ['^miniapp/src/platform/', '[.]config[.]ts$', SPEC] },
    to: { path: 'node_modules/@tarojs/taro/' },
  }),
  rule('phone-platform-knows-no-screen', 'the platform serves screens and never asks which', {
    from: { path: '^miniapp/src/platform/' },
    to: { path: '^miniapp/src/(ui|pages|packages)/' },
  }),
  rule('sub-packages-are-islands', 'WeChat cannot require across sub-packages; put it in ui/ or platform/', {
    from: { path: '^miniapp/src/packages/([^/]+)/' },
    to: { path: '^miniapp/src/packages/[^/]+/', pathNot: '^miniapp/src/packages/$1/' },
  }),
  rule('tabs-see-no-sub-package', 'the main package is loaded first and alone', {
    from: { path: '^miniapp/src/', pathNot: ['^miniapp/src/packages/', SPEC] },
    to: { path: '^miniapp/src/packages/' },
  }),
  rule('ui-is-dumb', 'what only draws can be drawn anywhere', {
    from: { path: '^miniapp/src/ui/' },
    to: { path: '^miniapp/src/(platform|packages|pages)/' },
  }),
];

const everywhere = [
  rule('no-circular', 'two files that need each other are one file, or three', { from: {}, to: { circular: true } }),
  rule('not-to-spec', 'a test is nobody’s library', { from: { pathNot: SPEC }, to: { path: SPEC } }),
  rule('not-unresolvable', 'what cannot be found escapes every other rule', {
    from: {},
    to: { couldNotResolve: true },
  }),
  rule('not-to-dev-dependency', 'production would start without it and fall at the first use', {
    from: { path: '^(shared|server|miniapp)/src/', pathNot: SPEC },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  }),
  rule('no-orphans', 'a file nobody uses is deleted', {
    from: {
      orphan: true,
      pathNot: ['[.]d[.]ts$', '[.]config[.]', SPEC, '^scripts/lib/count-reporter[.]mjs$', '^miniapp/test/'],
    },
    to: {},
  }),
];

export default {
  forbidden: [...workspaces, ...shared, ...server, ...phone, ...everywhere],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['(^|/)dist/', '^e2e/weapp-host/fixture/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.cruise.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
      extensions: ['.ts', '.tsx', '.d.ts', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
