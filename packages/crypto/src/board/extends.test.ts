import { describe, expect, it } from 'vitest';
import { firstRecord, read, smallElection, testTimestamp, utf8, written } from './archive.fixture.ts';
import type { NewEvent } from './archive-writer.ts';
import { bytesSource } from './archive-source.ts';
import { checkExtends } from './extends.ts';

const small = written(smallElection);
const prefix = (events: number): Uint8Array => written(smallElection.slice(0, events));

async function compare(earlier: Uint8Array, later: Uint8Array) {
  const { index } = await read(later);
  return checkExtends(bytesSource(earlier), { source: bytesSource(later), index });
}

describe('an archive and an earlier one', () => {
  it('go together when the later one only adds events', async () => {
    for (let events = 1; events <= smallElection.length; events++) {
      expect(await compare(prefix(events), small)).toEqual({
        ok: true,
        value: { common: events, added: smallElection.length - events },
      });
    }
  });

  it('part at the height of the first other event', async () => {
    const revoted = smallElection.map((event, i): NewEvent =>
      i === 2 ? { type: 'Ballot', payload: utf8('{"b":3}') } : event,
    );
    expect(await compare(small, written(revoted))).toEqual({
      ok: false,
      error: {
        check: 'earlier.extends',
        // Name of the record of the third event's ballot.
        place: { offset: prefix(2).length, height: 2 },
        message: 'The two archives part at height 2.',
      },
    });
  });

  it('part when ballots were exchanged, or one was left out', async () => {
    const exchanged = [0, 2, 1, 3, 4, 5, 6, 7, 8, 9].flatMap((i) => smallElection[i] ?? []);
    const fewer = smallElection.filter((_, i) => i !== 1);
    for (const events of [exchanged, fewer]) {
      expect(await compare(small, written(events))).toMatchObject({ ok: false, error: { place: { height: 1 } } });
    }
  });

  it('part where the earlier one goes on and the later one ends', async () => {
    expect(await compare(small, prefix(4))).toMatchObject({
      ok: false,
      error: {
        place: { offset: prefix(4).length, height: 4 },
        message: 'The earlier archive goes on after height 3, where this one ends.',
      },
    });
  });

  it('are others when their first records differ', async () => {
    expect(await compare(written(smallElection, testTimestamp + 1), small)).toMatchObject({
      ok: false,
      error: { place: { height: 0 }, message: 'The two are different archives: they part in their first record.' },
    });
  });

  it('are others when anything in their first records differs', async () => {
    const other = small.slice();
    other[540] = 0x32;
    expect(await compare(other, small)).toMatchObject({
      ok: false,
      error: { place: { offset: 540 }, message: expect.stringContaining('different archives') },
    });
  });

  it('do not go together when the earlier one is cut off inside an event', async () => {
    for (const cut of [0, 1024, prefix(1).length - 1024, prefix(2).length + 512, firstRecord.length - 1]) {
      expect(await compare(small.subarray(0, cut), small)).toMatchObject({
        ok: false,
        error: { message: 'The earlier archive does not end where an event ends.' },
      });
    }
  });

  it('are compared to the last byte where they are long', async () => {
    const long = (last: number): readonly NewEvent[] => {
      const payload = new Uint8Array(3 * 2 ** 20);
      payload[payload.length - 1] = last;
      return [...smallElection.slice(0, 1), { type: 'Ballot', payload }];
    };
    expect(await compare(written(long(1)), written(long(1)))).toMatchObject({ ok: true });
    const changed = written(long(1));
    const at = changed.length - 1024 - 1;
    changed[at] = 2;
    expect(await compare(changed, written(long(1)))).toMatchObject({
      ok: false,
      error: { place: { offset: at, height: 1 } },
    });
  });
});
