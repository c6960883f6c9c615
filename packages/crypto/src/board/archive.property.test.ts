import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventsOf, hashOf, joined, read, smallElection, utf8, written } from './archive.fixture.ts';
import type { NewEvent } from './archive-writer.ts';
import { boardChecks } from './board-checks.ts';
import { type ElectionState, eventOrder, eventTypes } from './event-order.ts';

const content = fc.oneof(fc.uint8Array({ maxLength: 40 }), fc.uint8Array({ minLength: 500, maxLength: 1600 }));
const owner = fc.integer({ min: 1, max: 999_999_999 });
const anyEvents = {
  Setup: fc.record({ type: fc.constant('Setup'), election: content, trustees: content, credentials: content }),
  Ballot: fc.record({ type: fc.constant('Ballot'), payload: content }),
  EndBallots: fc.constant({ type: 'EndBallots' }),
  EncryptedTally: fc.record({
    type: fc.constant('EncryptedTally'),
    numTallied: fc.maxSafeNat(),
    totalWeight: fc.bigInt(0n, 10n ** 30n - 1n),
    payload: content,
  }),
  Shuffle: fc.record({ type: fc.constant('Shuffle'), owner, payload: content }),
  EndShuffles: fc.constant({ type: 'EndShuffles' }),
  PartialDecryption: fc.record({ type: fc.constant('PartialDecryption'), owner, payload: content }),
  Result: fc.record({ type: fc.constant('Result'), payload: content }),
} as const satisfies Record<string, fc.Arbitrary<NewEvent>>;

/** Any events in an order that the state table allows, at least the setup. */
function eventsFrom(state: ElectionState, length: number): fc.Arbitrary<readonly NewEvent[]> {
  const next = eventTypes.flatMap((type) => {
    const step = eventOrder[state][type];
    return 'to' in step ? [{ type, to: step.to }] : [];
  });
  if (length === 0 || next.length === 0) return fc.constant([]);
  return fc
    .constantFrom(...next)
    .chain(({ type, to }) =>
      fc.tuple(anyEvents[type], eventsFrom(to, length - 1)).map(([event, rest]) => [event, ...rest]),
    );
}
const election = fc.integer({ min: 1, max: 12 }).chain((length) => eventsFrom('unpublished', length));

const small = written(smallElection);
/** Short enough to try something at each of its bytes. */
const shortElection = [0, 1, 3].flatMap((i) => smallElection[i] ?? []);
const short = written(shortElection);
const boundaries = shortElection.map((_, i) => written(shortElection.slice(0, i + 1)).length);

/** What holds of every reading: it ends, it is sound or says what is wrong with a place, and it counts what it says. */
async function expectPromises(bytes: Uint8Array): Promise<boolean> {
  const reading = await read(bytes);
  expect(reading.archiveSha256).toBe(hashOf(bytes));
  if (reading.ok) {
    expect(written(await eventsOf(bytes), reading.head.timestamp)).toEqual(bytes);
    return true;
  }
  expect(reading.failures.length).toBeGreaterThan(0);
  for (const { check, place, message } of reading.failures) {
    expect(boardChecks).toContain(check);
    expect(message).toMatch(/\.$/);
    if (place.offset !== undefined) expect(place.offset).toBeLessThanOrEqual(bytes.length);
    expect(place.offset !== undefined || bytes.length === 1024).toBe(true);
  }
  const failed = Object.values(reading.checks).reduce((sum, count) => sum + count.failed, 0);
  expect(failed).toBe(reading.failures.length);
  return false;
}

describe('any archive', () => {
  it('is read as it was written, whatever its events', async () => {
    await fc.assert(
      fc.asyncProperty(
        election,
        fc.nat(8 ** 11 - 1),
        fc.constantFrom(512, 777, 2 ** 20),
        async (events, time, window) => {
          const bytes = written(events, time);
          expect(await read(bytes, window)).toMatchObject({
            ok: true,
            head: { timestamp: time, height: events.length },
          });
          expect(await eventsOf(bytes)).toEqual(events);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is refused when any byte of it is another, and the place is named', async () => {
    const seen = new Set<string>();
    for (let at = 0; at < short.length; at++) {
      const altered = short.slice();
      altered[at] = (altered[at] ?? 0) ^ (1 << (at % 8));
      const reading = await read(altered);
      if (reading.ok) throw new Error(`byte ${at} was altered and the archive accepted`);
      const [first] = reading.failures;
      seen.add(first?.check ?? '');
      // The record that holds the byte, or for the first nine bytes the file as a whole.
      const { offset = -1 } = first?.place ?? {};
      expect(Math.abs(at - offset)).toBeLessThan(1024);
    }
    expect([...seen].toSorted((x, y) => (x < y ? -1 : 1))).toEqual([
      'container.hashes',
      'container.header',
      'container.records',
      'container.timestamps',
    ]);
  });

  it('is refused when cut off anywhere but at the end of an event', async () => {
    const accepted: number[] = [];
    for (let length = 0; length <= short.length; length++) {
      const reading = await read(short.subarray(0, length));
      if (reading.ok) accepted.push(length);
    }
    expect(accepted).toEqual(boundaries);
  });

  it('is refused when any of its records is left out, doubled or exchanged with the next', async () => {
    const blocks = Array.from({ length: small.length / 1024 }, (_, i) => small.subarray(i * 1024, (i + 1) * 1024));
    const refused = async (parts: readonly Uint8Array[]) => expect(await expectPromises(joined(...parts))).toBe(false);
    for (let i = 0; i < blocks.length; i++) {
      const [before, it_, after] = [blocks.slice(0, i), blocks.slice(i, i + 1), blocks.slice(i + 1)];
      await refused([...before, ...after]);
      await refused([...before, ...it_, ...it_, ...after]);
      if (after.length > 0) await refused([...before, ...after.slice(0, 1), ...it_, ...after.slice(1)]);
    }
  });
});

describe('any bytes', () => {
  const mutated = fc
    .tuple(
      election.map((events) => written(events)),
      fc.array(fc.tuple(fc.nat(), fc.nat(2), fc.uint8Array({ maxLength: 12 })), { maxLength: 4 }),
    )
    .map(([bytes, changes]) =>
      changes.reduce((was, [place, way, put]) => {
        const at = place % (was.length + 1);
        const kept = [at, at + put.length, at + 512][way] ?? at;
        return joined(was.subarray(0, at), put, was.subarray(kept));
      }, bytes),
    );

  it('are an archive that is its own rebuild, or refused with places; nothing throws', async () => {
    const ends = new Set<boolean>();
    await fc.assert(
      fc.asyncProperty(mutated, async (bytes) => {
        ends.add(await expectPromises(bytes));
      }),
      { numRuns: 1500 },
    );
    expect(ends).toEqual(new Set([true, false]));
  });

  it('are refused even when they look like an archive', async () => {
    const noise = fc.uint8Array({ maxLength: 3000 });
    await fc.assert(
      fc.asyncProperty(
        noise,
        fc.constantFrom(utf8(''), utf8('BELENIOS\0'), small.subarray(0, 1024), small.subarray(0, 1500)),
        async (bytes, start) => {
          const reading = await read(joined(start, bytes));
          expect(reading.ok).toBe(false);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
