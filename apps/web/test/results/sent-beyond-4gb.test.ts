import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestSite, type TestSite } from '../open-test-site.ts';
import { publishFile } from './published-file.ts';

/**
 * A file of more than 2^32 bytes of which the disk holds only the last: how it is made and verified is tried with a whole one
 * (`very-large.slow.test.ts`).
 */
const border = 2 ** 32;
const tail = Buffer.from('the bytes on both sides of the border, and those behind it');
const bytes = border - 20 + tail.length;
const path = '/c/muy-grande/archive.zip';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
  const id = randomUUID();
  const folder = join(site.dataFolder, 'archives', id);
  mkdirSync(folder);
  for (const name of ['index.json', 'reports.json']) writeFileSync(join(folder, name), '');
  const file = await open(join(folder, 'archive.zip'), 'w');
  await file.write(tail, 0, tail.length, bytes - tail.length);
  await file.close();
  const hash = 'ab'.repeat(32);
  await publishFile(site.database.pool, {
    ...{ id, slug: 'muy-grande', bytes, sha256: hash, manifestHash: hash, indexHash: hash },
  });
});
afterAll(() => site.close());

describe('a file of more than 4 GB', () => {
  test('is announced with its whole length', async () => {
    const answer = await site.ask(path);
    await answer.body?.cancel();
    expect([answer.status, answer.headers.get('Content-Length')]).toEqual([200, String(bytes)]);
  });

  test.each([
    ['across 2^32', `bytes=${border - 20}-${border + 9}`, 0, 30],
    ['from 2^32 on, as a download goes on that broke off there', `bytes=${border}-`, 20, tail.length],
    ['at its end', 'bytes=-9', tail.length - 9, tail.length],
  ])('is sent %s', async (_, range, from, to) => {
    const answer = await site.ask(path, { headers: { Range: range } });
    const start = bytes - tail.length + from;
    expect([answer.status, answer.headers.get('Content-Range')]).toEqual([
      206,
      `bytes ${start}-${bytes - tail.length + to - 1}/${bytes}`,
    ]);
    expect(await answer.text()).toBe(tail.toString().slice(from, to));
  });

  test('has nothing behind its end', async () => {
    const answer = await site.ask(path, { headers: { Range: `bytes=${bytes}-` } });
    expect([answer.status, answer.headers.get('Content-Range')]).toEqual([416, `bytes */${bytes}`]);
  });
});
