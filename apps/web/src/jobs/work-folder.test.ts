import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openWorkFolder } from './work-folder.ts';

const parent = mkdtempSync(join(tmpdir(), 'convite-work-'));
afterAll(() => rmSync(parent, { recursive: true }));

test('each piece of work has a private place of its own, gone when it ends, well or not', async () => {
  const folder = await openWorkFolder(join(parent, 'a'));
  const [first, second] = await Promise.all(
    ['one', 'two'].map((text) =>
      folder.use(async (place) => {
        await place.append('file', new TextEncoder().encode(text));
        await place.append('file', new TextEncoder().encode('!'));
        expect(statSync(place.path('.')).mode & 0o077).toBe(0);
        return { path: place.path('file'), text: new TextDecoder().decode(await place.read('file')) };
      }),
    ),
  );
  expect([first?.text, second?.text]).toEqual(['one!', 'two!']);
  expect(existsSync(first?.path ?? '')).toBe(false);
  const failing = folder.use(async (place) => {
    await place.append('file', new Uint8Array(1));
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  const [own = ''] = readdirSync(join(parent, 'a'));
  expect(readdirSync(join(parent, 'a', own))).toEqual([]);
  await folder.remove();
  expect(readdirSync(join(parent, 'a'))).toEqual([]);
});

test('what a killed server left is removed, what a living one works on stays', async () => {
  const place = join(parent, 'b');
  const living = await openWorkFolder(place);
  // The id of a living process that began at another time, and one that no process has.
  for (const name of [`${process.pid}-earlier-x`, `${2 ** 22 + 1}-x`, 'else']) {
    mkdirSync(join(place, name));
    writeFileSync(join(place, name, 'file'), 'left');
  }
  await openWorkFolder(place);
  expect(readdirSync(place).filter((name) => name.includes('earlier') || !name.startsWith(`${process.pid}-`))).toEqual(
    [],
  );
  expect(readdirSync(place)).toHaveLength(2);
  await living.use(async (work) => work.append('file', new Uint8Array(1)));
});
