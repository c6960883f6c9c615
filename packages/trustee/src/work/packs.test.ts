import { bytesSource, portableSha256, utf8 } from '@convite/crypto';
import { writeZip, type ZipContent } from '@convite/archive';
import { describe, expect, it } from 'vitest';
import { makeAnswer } from './make-answer.ts';
import { makeWork, type WorkMaterial } from './make-work.ts';
import type { PackFault } from './pack.ts';
import { readAnswer } from './read-answer.ts';
import { readWork } from './read-work.ts';

const sha256 = portableSha256;
const consultation = { slug: 'obras-2026', title: { es: 'Obras', en: 'Works' } };
const trustees = 'ab'.repeat(32);

const waiting = (id: string, change: Partial<WorkMaterial> = {}): WorkMaterial => ({
  id,
  name: `Circuito ${id}`,
  uuid: `A${id}`.replaceAll('-', ''),
  fingerprint: 'q'.repeat(43),
  head: '0'.repeat(64),
  to_do: 'decrypt',
  archive: bytesSource(utf8(`archive of ${id}`)),
  side: undefined,
  ...change,
});

async function bytesOf(contents: readonly ZipContent[]): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of writeZip(contents)) pieces.push(piece);
  return Buffer.concat(pieces);
}

const work = async (...contests: readonly WorkMaterial[]): Promise<Buffer> =>
  bytesOf((await makeWork({ consultation, trustees, contests }, sha256)).contents);
const workOf = (bytes: Uint8Array) => readWork(bytesSource(bytes), sha256);

/** The same bytes but for a text that is exchanged for another of the same length. */
function exchanged(bytes: Buffer, from: string, to: string): Buffer {
  expect(to).toHaveLength(from.length);
  const at = bytes.indexOf(from);
  expect(at).toBeGreaterThan(0);
  const changed = Buffer.from(bytes);
  changed.write(to, at);
  return changed;
}

describe('a work file', () => {
  it('gives back what was put into it, contests in ascending order', async () => {
    const bytes = await work(waiting('b', { side: '{"side":1}' }), waiting('a', { to_do: 'shuffle' }));
    const read = await workOf(bytes);
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    const { list, files } = read.value;
    expect(list.contests.map(({ id, to_do: task }) => [id, task])).toEqual([
      ['a', 'shuffle'],
      ['b', 'decrypt'],
    ]);
    expect(list).toMatchObject({ consultation, trustees });
    const [a, b] = list.contests;
    if (a === undefined || b === undefined) throw new Error('two contests');
    expect(await files(a)).toMatchObject({ ok: true, value: { side: undefined } });
    const found = await files(b);
    if (!found.ok) throw new Error('refused');
    expect(found.value.side).toBe('{"side":1}');
    const { archive } = found.value;
    expect(Buffer.from(await archive.read(0, archive.size)).toString()).toBe('archive of b');
  });

  it('has one file for the same contests, whatever order they come in', async () => {
    expect(await work(waiting('a'), waiting('b'))).toEqual(await work(waiting('b'), waiting('a')));
  });

  it('refuses a side file that is not the listed one, when it is read', async () => {
    const bytes = exchanged(await work(waiting('a', { side: '{"side":1}' })), '{"side":1}', '{"side":2}');
    const read = await workOf(bytes);
    if (!read.ok) throw new Error('the list holds');
    const [a] = read.value.list.contests;
    if (a === undefined) throw new Error('a contest');
    expect(await read.value.files(a)).toEqual({
      ok: false,
      error: { type: 'entry_differs', path: 'contests/a/side.json' },
    });
  });

  it.each<[string, string, string, PackFault['type']]>([
    ['another form', '"convite_work":1', '"convite_work":2', 'malformed'],
    ['another member', '"slug":"obras-2026"', '"slog":"obras-2026"', 'malformed'],
    ['white space', '"to_do":"decrypt"', '"to_do": "decryp"', 'malformed'],
    ['a task that nobody knows', '"to_do":"decrypt"', '"to_do":"publish"', 'malformed'],
    ['another size of an entry', '"bytes":12,', '"bytes":13,', 'wrong_entry'],
    ['a path out of its folder', '"id":"a"', '"id":"."', 'malformed'],
  ])('is refused with %s', async (_, from, to, type) => {
    expect(await workOf(exchanged(await work(waiting('a')), from, to))).toMatchObject({ ok: false, error: { type } });
  });

  it('is refused with contests in another order, with an entry that nobody lists, and without its list', async () => {
    const swapped = exchanged(await work(waiting('a'), waiting('b')), '"id":"a"', '"id":"c"');
    expect(await workOf(swapped)).toMatchObject({ error: { type: 'malformed', place: '.contests b' } });
    const one = (await makeWork({ consultation, trustees, contests: [waiting('a')] }, sha256)).contents;
    const [list, archive] = one;
    if (list === undefined || archive === undefined) throw new Error('two entries');
    expect(await workOf(await bytesOf([list, archive, { ...archive, path: 'contests/b/archive.bel' }]))).toMatchObject({
      error: { type: 'wrong_entry', path: 'contests/b/archive.bel' },
    });
    expect(await workOf(await bytesOf([archive]))).toMatchObject({ error: { type: 'wrong_entry', path: 'work.json' } });
    expect(await workOf(await bytesOf([list]))).toMatchObject({ error: { path: 'contests/a/archive.bel' } });
  });
});

const decryption = (owner: number): string =>
  `${JSON.stringify({
    convite_decryption: 1,
    ...{ uuid: 'Aa', election_hash: 'q'.repeat(43), owner, head: '0'.repeat(64), tally: 'x', decryption: '{}' },
    section: {
      ...{ owner, head: '0'.repeat(64), decryption: '1'.repeat(64) },
      proof: { challenge: '1', response: '2' },
    },
  })}\n`;
const shuffle = `${JSON.stringify({
  ...{ convite_shuffle: 1, uuid: 'Ab', election_hash: 'q'.repeat(43), owner: 2, head: '0'.repeat(64) },
  shuffle: '{}',
})}\n`;

const answer = async (texts: Readonly<Record<string, string>>): Promise<Buffer> => {
  const contests = Object.entries(texts).map(([id, text]) => ({
    id,
    kind: text.startsWith('{"convite_shuffle"') ? ('shuffle' as const) : ('decryption' as const),
    text,
  }));
  return bytesOf((await makeAnswer({ work: trustees, owner: 2, contests }, sha256)).contents);
};

describe('an answer file', () => {
  it('gives back what was put into it', async () => {
    const read = await readAnswer(bytesSource(await answer({ b: shuffle, a: decryption(2) })), sha256);
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    const { list, answer: answerOf } = read.value;
    expect(list).toMatchObject({ work: trustees, owner: 2 });
    const answers = await Promise.all(list.contests.map(answerOf));
    expect(answers).toMatchObject([
      { ok: true, value: { kind: 'decryption', file: { uuid: 'Aa' } } },
      { ok: true, value: { kind: 'shuffle', file: { uuid: 'Ab' } } },
    ]);
  });

  it.each([
    ['of another trustee', decryption(3), 'malformed'],
    ['in no form', '{}', 'malformed'],
    ['that is no text', '\ud800', 'malformed'],
  ])('refuses what is %s', async (_, text, type) => {
    const read = await readAnswer(bytesSource(await answer({ a: text.toWellFormed() })), sha256);
    if (!read.ok) throw new Error('the list holds');
    const [a] = read.value.list.contests;
    if (a === undefined) throw new Error('a contest');
    expect(await read.value.answer(a)).toMatchObject({ ok: false, error: { type } });
  });

  it('refuses bytes that are not the listed ones', async () => {
    const bytes = exchanged(await answer({ a: decryption(2) }), '"tally":"x"', '"tally":"y"');
    const read = await readAnswer(bytesSource(bytes), sha256);
    if (!read.ok) throw new Error('the list holds');
    const [a] = read.value.list.contests;
    if (a === undefined) throw new Error('a contest');
    expect(await read.value.answer(a)).toMatchObject({ ok: false, error: { type: 'entry_differs' } });
  });

  it('is refused with any byte changed, at once or where that contest is read', async () => {
    const bytes = await answer({ a: decryption(2), b: shuffle });
    const holds = async (changed: Uint8Array): Promise<boolean> => {
      const read = await readAnswer(bytesSource(changed), sha256);
      if (!read.ok) return false;
      const answers = await Promise.all(read.value.list.contests.map(read.value.answer));
      // The answer to which work, and whose, is for the site to compare.
      return answers.every(({ ok }) => ok) && read.value.list.work === trustees;
    };
    expect(await holds(bytes)).toBe(true);
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(await holds(changed), `byte ${at}`).toBe(false);
    }
  });
});
