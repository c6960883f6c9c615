import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { walls } from './all-checks.ts';
import { readSourceFiles } from './source-files.ts';
import { readWorkspaces } from './workspaces.ts';

const soundHouse = {
  'package.json': JSON.stringify({ name: 'town', devDependencies: { vitest: '1' } }),
  'packages/kernel/package.json': JSON.stringify({ name: '@convite/kernel', exports: './src/index.ts' }),
  'packages/kernel/src/index.ts': `export { ok } from './ok.ts';\n`,
  'packages/kernel/src/ok.ts': `/** import './nowhere.ts' */\nexport const ok = 'select a village from the map';\n`,
  'packages/counting/package.json': JSON.stringify({
    name: '@convite/counting',
    exports: './src/index.ts',
    dependencies: { '@convite/kernel': '1', zod: '1' },
  }),
  'packages/counting/src/index.ts': `export * from './count.ts';\n`,
  'packages/counting/src/count.ts': `import { ok } from '@convite/kernel';\nimport { z } from 'zod';\nexport const a = [ok, z];\n`,
  'packages/counting/src/count.test.ts': `import { readFileSync } from 'node:fs';\nimport { test } from 'vitest';\ntest('a', readFileSync);\n`,
  'packages/crypto/package.json': JSON.stringify({
    name: '@convite/crypto',
    exports: './src/index.ts',
    devDependencies: { '@convite/machine': '1' },
  }),
  'packages/crypto/src/seal.test.ts': `import '@convite/machine';\n`,
  'packages/machine/package.json': JSON.stringify({ name: '@convite/machine', exports: './src/index.ts' }),
  'apps/web/package.json': JSON.stringify({
    name: '@convite/web',
    dependencies: { '@convite/kernel': '1', '@convite/counting': '1', kysely: '1', preact: '1', hono: '1' },
  }),
  'apps/web/src/main.ts': `import { hono } from 'hono';\nimport { recounts } from './features/recounts/index.ts';\nexport const a = [hono, recounts];\n`,
  'apps/web/src/ui/frame.ts': `import { h } from 'preact';\nexport const frame = h;\n`,
  'apps/web/src/persistence/pool.ts': `import { Kysely } from 'kysely';\nexport const pool = Kysely;\n`,
  'apps/web/src/features/recounts/index.ts': `export { recounts } from './routes.ts';\n`,
  'apps/web/src/features/recounts/routes.ts': `import { keep } from './usecases/keep.ts';\nimport { page } from './pages/page.ts';\nexport const recounts = [keep, page];\n`,
  'apps/web/src/features/recounts/usecases/keep.ts': `import { find } from '../store.ts';\nexport const keep = find;\n`,
  'apps/web/src/features/recounts/store.ts': `import { pool } from '../../persistence/pool.ts';\nexport const find = () => pool.selectFrom('recounts');\n`,
  'apps/web/src/features/recounts/pages/page.ts': `import type { Outcome } from '@convite/counting';\nimport { frame } from '../../../ui/frame.ts';\nexport const page = (outcome: Outcome) => frame(outcome);\n`,
  'apps/web/src/features/maps/index.ts': `export { maps } from './routes.ts';\n`,
  'apps/web/src/features/maps/routes.ts': `export const maps = 1;\n`,
  'apps/web/migrations/0001-create-recounts.sql': 'create table recounts ();\n',
};

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'convite-walls-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** The broken walls of the sound house with these files put into it. */
function broken(planted: Readonly<Record<string, string>>) {
  for (const [path, text] of Object.entries({ ...soundHouse, ...planted })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const files = readSourceFiles(root);
  const workspaces = readWorkspaces(root);
  return walls.flatMap(({ name, breaches }) =>
    breaches(files, workspaces).map(({ file, says }) => `${name}: ${file} ${says}`),
  );
}

test('a sound house breaks no wall', () => expect(broken({})).toEqual([]));

const imports = 'imports are those of the table';
const counting = 'packages/counting/src/planted.ts';
const recounts = 'apps/web/src/features/recounts';

describe('a planted breach is caught:', () => {
  test.each<readonly [what: string, wall: string, says: string, file: string, text: string]>([
    ['Node in a package', imports, 'may not import node:fs', counting, `import 'node:fs';`],
    ['Node in a package, hidden in import()', imports, 'node:fs', counting, `await import('node:fs');`],
    ['the database in a package', imports, 'may not import kysely', counting, `import { sql } from 'kysely';`],
    ['an app in a package', imports, 'hands nothing on', counting, `import '@convite/web';`],
    [
      'a package above another',
      imports,
      'not in packages/kernel',
      'packages/kernel/src/a.ts',
      `import '@convite/counting';`,
    ],
    [
      'a deep import',
      imports,
      'reaches into @convite/kernel',
      counting,
      `import { ok } from '@convite/kernel/src/ok.ts';`,
    ],
    [
      'a deep import by path',
      imports,
      'leaves the package',
      counting,
      `export { ok } from '../../kernel/src/ok.ts';\nexport const a = 1;`,
    ],
    [
      'a deep import in a type',
      imports,
      'reaches into',
      counting,
      `export type A = import('@convite/kernel/src/ok.ts').A;`,
    ],
    [
      'what is for tests outside a test',
      imports,
      'crypto may not import machine',
      'packages/crypto/src/planted.ts',
      `import '@convite/machine';`,
    ],
    ['a test imported by what it tests', imports, 'for tests alone', counting, `import './count.test.ts';`],
    [
      'a package that nothing declares',
      imports,
      'not in apps/web/package.json',
      'apps/web/src/main.ts',
      `import 'pino';`,
    ],
    [
      'a value where types alone may pass',
      imports,
      'only types',
      `${recounts}/pages/page.ts`,
      `import { a } from '@convite/counting';\nexport const page = a;`,
    ],
    [
      'the store in a page',
      imports,
      'feature pages may not import feature store',
      `${recounts}/pages/page.ts`,
      `import '../store.ts';`,
    ],
    [
      'the database in a route',
      imports,
      'may not import web/persistence',
      `${recounts}/routes.ts`,
      `import '../../persistence/pool.ts';`,
    ],
    [
      'the inside of another feature',
      imports,
      'import its index.ts',
      `${recounts}/usecases/keep.ts`,
      `import '../../maps/routes.ts';`,
    ],
    ['a file in no room', imports, 'belongs to no room', 'apps/web/src/anything.ts', `export const a = 1;`],
    [
      'a circle',
      'no circle of imports, types included',
      'planted.ts → packages/counting/src/second.ts → packages/counting/src/planted.ts',
      counting,
      `import './second.ts';`,
    ],
    [
      'a catch-all room',
      'names say what a file holds',
      '"utils" says nothing',
      'packages/counting/src/utils/sum.ts',
      `export const a = 1;`,
    ],
    [
      'a catch-all file',
      'names say what a file holds',
      '"date-helpers" says nothing',
      'packages/counting/src/date-helpers.ts',
      `export const a = 1;`,
    ],
    [
      'a name in camel case',
      'names say what a file holds',
      'not kebab-case',
      'packages/counting/src/castBallot.ts',
      `export const a = 1;`,
    ],
    [
      'a barrel',
      'no barrels but at a package or feature root',
      'hands on',
      'packages/counting/src/rules/index.ts',
      `export * from '../count.ts';`,
    ],
    [
      'SQL as text',
      'SQL only in stores, persistence, migrations',
      'speaks SQL',
      `${recounts}/usecases/keep.ts`,
      `export const keep = \`delete from recounts\`;`,
    ],
    [
      'SQL through the builder',
      'SQL only in stores, persistence, migrations',
      'speaks SQL',
      `${recounts}/usecases/keep.ts`,
      `export const keep = (db) => db\n  .insertInto('recounts');`,
    ],
    ['a file of 501 lines', 'files are short', 'has 501 lines', counting, 'export {};\n'.repeat(501)],
    ['too many files of 300 lines', 'files are short', 'has 300 lines', counting, 'export {};\n'.repeat(300)],
    [
      'a dependency for no room',
      'dependencies are those of the table',
      'pg is allowed to no room',
      'packages/counting/package.json',
      `{ "name": "@convite/counting", "exports": "./src/index.ts", "dependencies": { "@convite/kernel": "1", "zod": "1", "pg": "1" } }`,
    ],
    ['text that is no TypeScript', 'every file can be parsed', '', counting, `export const = ;`],
  ])('%s', (_, wall, says, file, text) => {
    const found = broken({
      'packages/counting/src/second.ts': `import type {} from './planted.ts';\n`,
      [counting]: '',
      [file]: text,
    });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`${wall}: `);
    expect(found[0]).toContain(says);
  });
});
