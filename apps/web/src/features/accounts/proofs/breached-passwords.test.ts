import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BreachedPasswords, noBreachedPasswords, openBreachedPasswords } from './breached-passwords.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'convite-breached-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const hashOf = (password: string): string => createHash('sha1').update(password).digest('hex').toUpperCase();

async function opened(path: string): Promise<BreachedPasswords> {
  const list = await openBreachedPasswords(path);
  if (!list.ok) throw new Error(list.error);
  return list.value;
}

async function listOf(passwords: readonly string[], end: string, countOf: (i: number) => string) {
  const lines = passwords
    .map(hashOf)
    .toSorted((a, b) => (a < b ? -1 : 1))
    .map((hash, i) => hash + countOf(i));
  const path = join(folder, `${passwords.length}-${end.length}-${countOf(1).length}.txt`);
  writeFileSync(path, lines.map((line) => line + end).join(''));
  return await opened(path);
}

const many = Array.from({ length: 1000 }, (_, i) => `contraseña ${i}`);

it('finds every password of the list and no other, whatever the lines end with', async () => {
  for (const [end, countOf] of [
    ['\n', () => ''],
    ['\r\n', (i: number) => `:${i ** 3}`],
  ] as const) {
    const list = await listOf(many, end, countOf);
    for (const password of many) expect(await list.has(password)).toBe(true);
    for (let i = 0; i < 300; i++) expect(await list.has(`otra ${i}`)).toBe(false);
  }
});

it('finds the only line, the last without an end, and nothing in an empty list', async () => {
  const one = await listOf(['sola'], '\n', () => ':1');
  expect(await one.has('sola')).toBe(true);
  expect(await one.has('ninguna')).toBe(false);
  const open = await listOf(['sola', 'otra'], '', () => '\n');
  expect(await open.has('otra')).toBe(true);
  const path = join(folder, 'empty.txt');
  writeFileSync(path, '');
  expect(await (await opened(path)).has('sola')).toBe(false);
  writeFileSync(join(folder, 'last.txt'), hashOf('sola'));
  expect(await (await opened(join(folder, 'last.txt'))).has('sola')).toBe(true);
});

it('is refused at once where there is no such file, and finds nothing where none was named', async () => {
  const none = await openBreachedPasswords(join(folder, 'nowhere.txt'));
  expect(!none.ok && none.error).toContain('ENOENT');
  expect(await noBreachedPasswords.has('password')).toBe(false);
});
