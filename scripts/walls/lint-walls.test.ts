import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
let copy = '';
beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'convite-lint-'));
});
afterEach(() => rmSync(copy, { recursive: true, force: true }));

/** The rules that the project's own lint configuration finds broken in one file put into an empty tree. */
function brokenRules(path: string, text: string): readonly string[] {
  for (const file of ['.oxlintrc.json', 'tsconfig.base.json']) copyFileSync(join(root, file), join(copy, file));
  writeFileSync(join(copy, 'tsconfig.json'), '{ "extends": "./tsconfig.base.json", "include": ["**/*"] }');
  mkdirSync(dirname(join(copy, path)), { recursive: true });
  writeFileSync(join(copy, path), text);
  const oxlint = join(root, 'node_modules/oxlint/bin/oxlint');
  const { stdout } = spawnSync(process.execPath, [oxlint, '--type-aware', '--format=unix'], {
    cwd: copy,
    encoding: 'utf8',
  });
  return [...stdout.matchAll(/\[Error\/([^\]]+)\]/g)].map(([, rule = '']) => rule);
}

const pure = 'packages/counting/src/rules/planted.ts';
const page = 'apps/web/src/features/recounts/pages/planted.tsx';
const usecase = 'apps/web/src/features/recounts/usecases/planted.ts';

describe('the lint configuration', () => {
  test.each([
    [pure, `import { ok } from '@convite/kernel';\nimport { z } from 'zod';\nexport const a = [ok, z];\n`],
    [pure, `import { count } from '../count.ts';\nimport { b } from './b.ts';\nexport const a = [count, b];\n`],
    ['packages/counting/src/a.test.ts', `import { test } from 'vitest';\nexport const a = [test, Date.now()];\n`],
    [page, `import { frame } from '../../../ui/frame.ts';\nexport const a = frame;\n`],
    [usecase, `import { find } from '../store.ts';\nexport const a = find;\n`],
  ])('lets sound code in %s pass', (path, text) => expect(brokenRules(path, text)).toEqual([]));

  test.each([
    ['eslint(no-restricted-imports)', pure, `export * from '@convite/domain';`],
    ['eslint(no-restricted-imports)', pure, `export * from '@convite/kernel/src/result.ts';`],
    ['eslint(no-restricted-imports)', pure, `export * from 'node:fs';`],
    ['eslint(no-restricted-imports)', pure, `export * from 'kysely';`],
    ['eslint(no-restricted-imports)', pure, `export * from '../../oracle/oracle.ts';`],
    ['eslint(no-restricted-imports)', 'packages/kernel/src/planted.ts', `export * from 'zod';`],
    ['eslint(no-restricted-imports)', 'apps/cli/src/planted.ts', `export * from '@convite/web';`],
    ['eslint(no-restricted-imports)', page, `export * from '../store.ts';`],
    ['eslint(no-restricted-imports)', page, `export * from '../../../persistence/pool.ts';`],
    ['eslint(no-restricted-imports)', page, `export * from 'node:fs';`],
    ['eslint(no-restricted-imports)', usecase, `export * from 'hono';`],
    ['eslint(no-restricted-imports)', usecase, `export * from '../pages/result-page.tsx';`],
    ['eslint(no-restricted-globals)', pure, `export const a = Date.now();`],
    ['eslint(no-restricted-globals)', pure, `export const a = process.env;`],
    ['eslint(no-restricted-properties)', pure, `export const a = Math.random();`],
    ['eslint(no-restricted-properties)', usecase, `export const a = 'a'.localeCompare('b');`],
    ['eslint(no-console)', usecase, `console.log('a');\nexport {};`],
    ['eslint(max-lines)', pure, 'export {};\n'.repeat(501)],
    ['typescript(no-explicit-any)', pure, `export const a = (b: any): boolean => b === 1;`],
    ['typescript(no-non-null-assertion)', pure, `export const a = (b: string | null): string => b!;`],
    ['typescript(consistent-type-assertions)', pure, `export const a = (b: unknown): string => b as string;`],
    ['typescript(no-floating-promises)', usecase, `export const a = (b: Promise<void>): void => { b; };`],
    [
      'typescript(switch-exhaustiveness-check)',
      pure,
      `export function a(b: 'x' | 'y'): number {\n  switch (b) {\n    case 'x':\n      return 1;\n  }\n  return 2;\n}`,
    ],
  ])('catches %s in %s', (rule, path, text) => expect(brokenRules(path, text)).toContain(rule));
});
