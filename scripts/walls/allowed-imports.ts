/** What one room may import. Rooms are matched by their folders, the first that fits a file wins. */
export interface Room {
  readonly name: string;
  /** Matches the path of each file of the room. */
  readonly files: RegExp;
  /** Other rooms; `types` after the name means that nothing of it may be left at run time. */
  readonly rooms: readonly string[];
  /** Packages from outside; `*` means every one that the workspace declares. */
  readonly packages: readonly string[];
  /** Whether Node's own modules may be imported: all, none, or these. */
  readonly node: 'all' | readonly string[];
  /** May see every room of its own workspace: for composition roots, tests and tools alone. */
  readonly isRoot?: true;
}

const feature = '^apps/web/src/features/[^/]+/';
const none: readonly string[] = [];

/** The walls of the house as data: ARCHITECTURE.md shows this table, `npm run check:walls` keeps it. */
export const allowedImports: readonly Room[] = [
  { name: 'kernel', files: /^packages\/kernel\/src\//, rooms: none, packages: none, node: none },
  { name: 'counting', files: /^packages\/counting\/src\//, rooms: ['kernel'], packages: ['zod'], node: none },
  {
    name: 'counting/oracle',
    files: /^packages\/counting\/oracle\//,
    rooms: ['kernel', 'counting'],
    packages: ['zod', 'fast-check'],
    node: 'all',
  },
  {
    name: 'crypto',
    files: /^packages\/crypto\/src\//,
    rooms: ['kernel'],
    packages: ['@noble/ciphers', '@noble/curves', '@noble/hashes', '@scure/base', '@scure/bip39'],
    node: none,
  },
  {
    name: 'crypto/curve assembly',
    files: /^packages\/crypto\/curve\/assembly\//,
    rooms: none,
    packages: none,
    node: none,
  },
  { name: 'crypto/curve build', files: /^packages\/crypto\/curve\//, rooms: none, packages: none, node: 'all' },
  { name: 'crypto/browser', files: /^packages\/crypto\/browser\//, rooms: ['crypto'], packages: none, node: none },
  {
    name: 'crypto/interop',
    files: /^packages\/crypto\/interop\//,
    rooms: ['kernel', 'crypto'],
    packages: none,
    node: 'all',
  },
  { name: 'cli', files: /^apps\/cli\//, rooms: ['kernel', 'counting', 'crypto'], packages: ['*'], node: 'all' },
  { name: 'web/env', files: /^apps\/web\/src\/env\.ts$/, rooms: ['kernel'], packages: ['zod'], node: 'all' },
  {
    name: 'web/persistence',
    files: /^apps\/web\/src\/persistence\//,
    rooms: ['kernel', 'counting types'],
    packages: ['kysely', 'pg', 'graphile-worker', 'zod'],
    node: 'all',
  },
  {
    name: 'web/i18n',
    files: /^apps\/web\/src\/i18n\//,
    rooms: ['kernel', 'counting types'],
    packages: none,
    node: none,
  },
  {
    name: 'web/ui assets',
    files: /^apps\/web\/src\/ui\/assets\.ts$/,
    rooms: ['kernel', 'web/ui'],
    packages: ['lightningcss'],
    node: 'all',
  },
  {
    name: 'web/ui',
    files: /^apps\/web\/src\/ui\//,
    rooms: ['kernel', 'web/i18n', 'web/ui assets'],
    packages: ['preact', 'preact-render-to-string'],
    node: none,
  },
  {
    name: 'web/http',
    files: /^apps\/web\/src\/http\//,
    rooms: ['kernel', 'counting types', 'web/persistence types', 'web/ui', 'web/ui assets types', 'web/i18n'],
    packages: ['*'],
    node: 'all',
  },
  {
    name: 'web/jobs',
    files: /^apps\/web\/src\/jobs\//,
    rooms: ['kernel', 'web/persistence'],
    packages: ['graphile-worker', 'kysely', 'pg', 'pino'],
    node: 'all',
  },
  {
    name: 'feature views',
    files: new RegExp(`${feature}pages/views\\.ts$`),
    rooms: ['kernel', 'counting types', 'web/i18n types'],
    packages: none,
    node: none,
  },
  {
    name: 'feature pages',
    files: new RegExp(`${feature}pages/`),
    rooms: ['kernel', 'counting types', 'feature views', 'web/ui', 'web/i18n'],
    packages: ['preact'],
    node: none,
  },
  {
    name: 'feature downloads',
    files: new RegExp(`${feature}downloads/`),
    rooms: [
      'kernel',
      'counting',
      'feature counting types',
      'feature store types',
      'feature views',
      'feature pages',
      'web/i18n',
    ],
    packages: ['csv-stringify'],
    node: none,
  },
  {
    name: 'feature counting',
    files: new RegExp(`${feature}counting/`),
    rooms: ['kernel', 'counting', 'feature views types', 'web/jobs'],
    packages: ['zod'],
    node: 'all',
  },
  {
    name: 'feature context',
    files: new RegExp(`${feature}[a-z]+-context\\.ts$`),
    rooms: [
      'feature counting types',
      'feature views types',
      'feature samples types',
      'web/jobs types',
      'web/persistence types',
      'web/http types',
      'web/i18n types',
    ],
    packages: none,
    node: none,
  },
  {
    name: 'feature store',
    files: new RegExp(`${feature}store(?:d-forms|-[a-z]+)?\\.ts$`),
    rooms: ['kernel', 'counting', 'web/persistence', 'feature counting types', 'feature views types'],
    packages: ['kysely', 'zod'],
    node: none,
  },
  {
    name: 'feature usecases',
    files: new RegExp(`${feature}usecases/`),
    rooms: [
      'kernel',
      'counting',
      'web/persistence',
      'web/jobs',
      'feature context',
      'feature counting',
      'feature downloads',
      'feature store',
      'feature views types',
      'feature index',
    ],
    packages: ['zod'],
    node: ['node:crypto'],
  },
  {
    name: 'feature samples',
    files: new RegExp(`${feature}samples\\.ts$`),
    rooms: [
      'kernel',
      'counting',
      'feature context types',
      'feature counting',
      'feature store',
      'feature usecases',
      'feature views types',
      'web/i18n',
    ],
    packages: none,
    node: ['node:timers/promises'],
  },
  {
    // The published forms are described by the schemas of counting themselves.
    name: 'feature api',
    files: new RegExp(`${feature}api/`),
    rooms: [
      'kernel',
      'counting',
      'feature context',
      'feature usecases',
      'feature downloads',
      'feature views',
      'web/http',
    ],
    packages: ['@hono/zod-openapi', 'zod'],
    node: ['node:crypto'],
  },
  {
    name: 'feature routes',
    files: new RegExp(`${feature}(?:answers|(?:[a-z]+-)?routes)\\.tsx?$`),
    rooms: [
      'kernel',
      'counting types',
      'feature context',
      'feature usecases',
      'feature api',
      'feature store types',
      'feature pages',
      'feature views',
      'feature downloads',
      'web/http',
      'web/ui',
      'web/i18n',
    ],
    packages: ['hono', '@hono/zod-openapi', 'zod', 'preact'],
    node: none,
  },
  {
    name: 'feature jobs',
    files: new RegExp(`${feature}jobs\\.ts$`),
    rooms: ['kernel', 'feature usecases', 'feature context', 'web/jobs', 'web/persistence types'],
    packages: ['zod'],
    node: none,
  },
  {
    name: 'feature index',
    files: new RegExp(`${feature}index\\.ts$`),
    rooms: [
      'feature usecases',
      'feature routes',
      'feature jobs',
      'feature samples',
      'feature context',
      'feature store types',
    ],
    packages: none,
    node: none,
  },
  {
    name: 'web/main',
    files: /^apps\/web\/src\/(?:main|open-[a-z]+|start-refusal)\.ts$/,
    rooms: ['kernel', 'counting'],
    packages: ['*'],
    node: 'all',
    isRoot: true,
  },
  {
    name: 'web tests and tools',
    files: /^(?:apps\/web\/(?!src\/)|e2e\/)/,
    rooms: ['kernel', 'counting', 'crypto'],
    packages: ['*'],
    node: 'all',
    isRoot: true,
  },
  { name: 'bench', files: /^bench\//, rooms: ['kernel', 'counting', 'crypto'], packages: ['*'], node: 'all' },
  { name: 'scripts', files: /^scripts\//, rooms: ['crypto'], packages: ['*'], node: 'all' },
];
