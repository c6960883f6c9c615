import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const header = `import { expect, test } from 'vitest';\n`;
let folder = '';

// Inside the checkout, because the planted tests must find Vitest; `build` is ignored by git.
beforeAll(() => {
  mkdirSync(join(root, 'build'), { recursive: true });
  folder = mkdtempSync(join(root, 'build/planted-tests-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(name: string, files: Readonly<Record<string, string>>, ...first: readonly string[]) {
  const place = join(folder, name);
  mkdirSync(place);
  writeFileSync(
    join(place, 'vitest.config.ts'),
    `export default { test: { dir: import.meta.dirname, include: ['**/*.test.ts'], exclude: [] } };\n`,
  );
  for (const [file, text] of Object.entries(files)) writeFileSync(join(place, file), text);
  const program = ['scripts/run-tests.ts', ...first, '--config', join(place, 'vitest.config.ts')];
  const { status, stdout } = spawnSync(process.execPath, program, {
    cwd: root,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] },
  });
  return { status, stdout, lastLine: stdout.trimEnd().split('\n').at(-1) };
}

describe('the test run', () => {
  test('ends with the counts and success when all pass', () => {
    const { status, lastLine } = run('good', { 'a.test.ts': `${header}test('a', () => expect(1).toBe(1));\n` });
    expect([status, lastLine]).toEqual([0, '1 passed, 0 failed, 0 skipped']);
  });

  test('counts a file that cannot load as failed', () => {
    const { status, lastLine } = run('broken', {
      'a.test.ts': `${header}test('a', () => expect(1).toBe(1));\n`,
      'b.test.ts': `import './nowhere.ts';\n`,
    });
    expect([status, lastLine]).toEqual([1, '1 passed, 1 failed, 0 skipped']);
  });

  test('counts an error outside of any test as failed', () => {
    const { status, lastLine } = run('loose', {
      'a.test.ts': `${header}test('a', () => void Promise.reject(new Error('loose')));\n`,
    });
    expect([status, lastLine]).toEqual([1, '1 passed, 1 failed, 0 skipped']);
  });

  test('counts one failure when the runner itself cannot start', () => {
    const { status, lastLine } = run('no-config', { 'vitest.config.ts': 'throw new Error("broken");\n' });
    expect([status, lastLine]).toEqual([1, '0 passed, 1 failed, 0 skipped']);
  });

  test('lists each skip with its reason and accepts it', () => {
    const { status, stdout, lastLine } = run('skip', {
      'a.test.ts': `${header}test('a', (context) => context.skip('needs the reference data'));\n`,
    });
    expect(stdout).toMatch(/skipped: .*a\.test\.ts > a\n\s+needs the reference data\n/);
    expect([status, lastLine]).toEqual([0, '0 passed, 0 failed, 1 skipped']);
  });

  test.each([
    ['a skip', `test.skip('a', () => {});`],
    ['.only', `test.only('a', () => expect(1).toBe(1));`],
    ['a retry', `let n = 0;\ntest('a', { retry: 1 }, () => expect(n++).toBe(1));`],
  ])('refuses %s when skips are not allowed', (breach, line) => {
    const { status } = run(breach, { 'a.test.ts': `${header}${line}\n` }, '--no-skips');
    expect(status).toBe(1);
  });
});
