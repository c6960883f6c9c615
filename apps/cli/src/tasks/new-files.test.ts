import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ok } from '@convite/kernel';
import { makeFolder } from '../run-command.fixture.ts';
import { replaceFiles, temporaryName, writeFiles } from './new-files.ts';

let folder: Awaited<ReturnType<typeof makeFolder>>;
beforeEach(async () => void (folder = await makeFolder()));
afterEach(() => folder.remove());

const at = (name: string): string => join(folder.path, name);
const file = (name: string, content: string, more: object = {}) => ({
  path: at(name),
  content,
  isPrivate: false,
  ...more,
});

describe('files that belong together', () => {
  it('are written with the rights that they need, into folders that are made for them', async () => {
    expect(await writeFiles([file('new/a', 'A', { isPrivate: true }), file('b', 'B')])).toEqual(ok(undefined));
    expect([readFileSync(at('new/a'), 'utf8'), readFileSync(at('b'), 'utf8')]).toEqual(['A', 'B']);
    expect([statSync(at('new/a')).mode & 0o777, statSync(at('b')).mode & 0o777]).toEqual([0o600, 0o644]);
    expect(readdirSync(folder.path).toSorted()).toEqual(['b', 'new']);
  });

  it('are not written when one of them is there already, unless it is to be replaced', async () => {
    writeFileSync(at('b'), 'before');
    expect(await writeFiles([file('a', 'A'), file('b', 'B')])).toEqual({
      ok: false,
      error: { type: 'exists', path: at('b') },
    });
    expect(readdirSync(folder.path)).toEqual(['b']);
    expect(await writeFiles([file('a', 'A'), file('b', 'B', { replaces: true })])).toEqual(ok(undefined));
    expect(readFileSync(at('b'), 'utf8')).toBe('B');
  });

  it('are not written when one of them cannot be', async () => {
    writeFileSync(at('no folder'), '');
    const written = await writeFiles([file('a', 'A'), file('no folder/b', 'B')]);
    expect(written).toMatchObject({ ok: false, error: { type: 'unwritable', path: at('no folder/b') } });
    expect(readdirSync(folder.path)).toEqual(['no folder']);
  });

  it('are taken back when the last of them cannot get its name', async () => {
    mkdirSync(at('b'));
    const written = await writeFiles([file('a', 'A'), file('b', 'B', { replaces: true })]);
    expect(written).toMatchObject({ ok: false, error: { type: 'unwritable', path: at('b') } });
    expect(readdirSync(folder.path)).toEqual(['b']);
  });

  it('are not replaced when their preparation is refused', async () => {
    writeFileSync(at('a'), 'before');
    const temporary = temporaryName(at('a'));
    const refused = { ok: false, error: { type: 'tracker_form' } } as const;
    const replaced = await replaceFiles([temporary], async () => {
      writeFileSync(temporary, 'after');
      return refused;
    });
    expect(replaced).toEqual(refused);
    expect([readdirSync(folder.path), readFileSync(at('a'), 'utf8')]).toEqual([['a'], 'before']);
  });

  it('leave nothing behind when the person stops the program meanwhile', async () => {
    writeFileSync(at('a'), 'before');
    const temporary = temporaryName(at('a'));
    const script = `
      import { writeFileSync } from 'node:fs';
      import { replaceFiles } from ${JSON.stringify(new URL('./new-files.ts', import.meta.url).href)};
      await replaceFiles([${JSON.stringify(temporary)}], () => {
        writeFileSync(${JSON.stringify(temporary)}, 'half');
        process.stdout.write('ready');
        return new Promise((resolve) => setTimeout(resolve, 30_000));
      });`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    child.stdout.once('data', () => {
      expect(existsSync(temporary)).toBe(true);
      child.kill('SIGINT');
    });
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect(code).toBe(130);
    expect([readdirSync(folder.path), readFileSync(at('a'), 'utf8')]).toEqual([['a'], 'before']);
  });
});
