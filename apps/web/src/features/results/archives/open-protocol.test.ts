import { type ContestProtocol, protocolFile, type ResultProtocol } from '@convite/archive';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OpenProtocol, openProtocol } from './open-protocol.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'convite-protocol-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const hash = 'a'.repeat(64);
/** Names that would end a text, an object or the array, if they were taken for what they look like. */
const names = ['Ñandú', '"],"contests":[{', '\\', '\\"}]', '{[', '', '学校'];

const contest = (i: number): ContestProtocol => ({
  ...{ id: `${i}`, name: names[i % names.length] ?? '', territory: `C-${i}`, state: 'provisional' as const },
  ...{
    annulled: null,
    waiver: false,
    envelope: null,
    rule: hash,
    election: null,
    roll: null,
    codes: null,
    board: null,
  },
  ...{ key: null, trustees: null, counted: 3, blank: 0, spoilt: 0, winners: [1], cost: null },
  options: names.map((title, number) => ({ ...{ number, title, withdrawn: false, cost: null, votes: i } })),
});

const protocol = (contests: number): ResultProtocol => ({
  convite_protocol: 1,
  archive: { bytes: 1, sha256: hash, manifest: hash },
  formats: { archive: 1, elections: [1] },
  consultation: {
    ...{ slug: 'obras', title: { es: names[1] ?? '' }, zone: 'UTC', opens_at: 1, closes_at: 2, currency: 'VES' },
    ...{ decimals: 2, roll: { version: 3, entries: 9, commitment: hash } },
  },
  ...{ part: null, lots: { seed: '04 17', how: names[1] ?? '', drawn_at: 3, round: 1 }, order: null, rules: [hash] },
  contests: Array.from({ length: contests }, (_, i) => contest(i)),
  territories: names.map((name, i) => ({
    ...{ code: `C-${i}`, name, parent: null, depth: 0, contests: 1, eligible: 4, ballots: 3, blank: 0, spoilt: 0 },
    ...{ winners: 1, cost: '0' },
    states: { provisional: 1, certified: 0, lots_required: 0, withheld: 0, annulled: 0 },
  })),
});

async function opened(whole: ResultProtocol, name: string): Promise<{ path: string; open: OpenProtocol }> {
  const path = join(folder, name);
  const text = protocolFile(whole);
  writeFileSync(path, text);
  const sha256 = createHash('sha256').update(text).digest('hex');
  const open = await openProtocol(path, { bytes: Buffer.byteLength(text), sha256 });
  if (open === 'changed') throw new Error('its bytes are those that are named');
  return { path, open };
}

it.each([0, 1, 47])('gives of %i contests any that stand together, as they were written', async (count) => {
  const whole = protocol(count);
  const { open } = await opened(whole, `whole-${count}`);
  expect([open.total, open.roll, open.lots]).toEqual([count, whole.consultation.roll, whole.lots]);
  expect([...open.places]).toEqual(whole.territories.map(({ code, name }) => [code, name]));
  for (const [from, most] of [
    [0, 20],
    [20, 20],
    [40, 20],
    [60, 20],
    [5, 1],
  ] as const) {
    expect(await open.contests(from, most)).toEqual(whole.contests.slice(from, from + most));
  }
});

it('is not opened with other bytes, and reads nothing where the file was cut since', async () => {
  const { path, open } = await opened(protocol(3), 'cut');
  truncateSync(path, 900);
  expect(await open.contests(2, 1)).toBe('changed');
  expect(await openProtocol(path, { bytes: 900, sha256: hash })).toBe('changed');
});
