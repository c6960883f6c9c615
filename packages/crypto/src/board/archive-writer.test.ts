import { describe, expect, it } from 'vitest';
import {
  appended,
  eventsOf,
  hashOf,
  joined,
  nodeSha256,
  read,
  recordsOf,
  smallElection,
  testTimestamp,
  utf8,
  written,
} from './archive.fixture.ts';
import { appendEvent, createArchiveWriter, type NewEvent, startArchive } from './archive-writer.ts';

const small = written(smallElection);

describe('writing an archive', () => {
  it('puts the records of each event in the order of the format', () => {
    const kinds = recordsOf(small).map(({ kind, content }) =>
      kind === 'data' ? Buffer.from(content).toString() : kind,
    );
    const named = (content: string) => hashOf(utf8(content));
    expect(kinds.slice(0, 7)).toEqual([
      '{"e":1}',
      '["t"]',
      '["c"]',
      `{"election":"${named('{"e":1}')}","trustees":"${named('["t"]')}","credentials":"${named('["c"]')}"}`,
      'event',
      '{"b":1}',
      'event',
    ]);
    expect(kinds.slice(9, 16)).toEqual([
      'event',
      '["tally"]',
      `{"num_tallied":2,"total_weight":"1073741824","encrypted_tally":"${named('["tally"]')}"}`,
      'event',
      '{"s":1}',
      `{"owner":1,"payload":"${named('{"s":1}')}"}`,
      'event',
    ]);
  });

  it('says of each event its hash and height, and what the next goes on from', () => {
    const result = appendEvent(
      startArchive(testTimestamp).head,
      smallElection[0] ?? { type: 'EndBallots' },
      nodeSha256,
    );
    const event = recordsOf(small)[4]?.content ?? utf8('');
    expect(result).toMatchObject({
      ok: true,
      value: {
        hash: hashOf(event),
        height: 0,
        head: { timestamp: testTimestamp, height: 1, parent: hashOf(event), state: 'voting' },
      },
    });
  });

  it('goes on from the head of an archive that was read, at every height, to the same bytes', async () => {
    for (let height = 1; height < smallElection.length; height++) {
      const before = written(smallElection.slice(0, height));
      const reading = await read(before);
      if (!reading.ok) throw new Error('a prefix is an archive');
      const { parts, head } = appended(reading.head, smallElection.slice(height));
      expect(joined(before, ...parts)).toEqual(small);
      expect(head.state).toBe('finished');
    }
  });

  it('refuses an event out of order and stays where it was', () => {
    const { head } = startArchive(testTimestamp);
    const writer = createArchiveWriter({ head, sha256: nodeSha256 });
    const refused = {
      ok: false,
      error: { type: 'out_of_order', event: 'Ballot', state: 'unpublished', refusal: 'no_setup' },
    };
    expect(writer.append({ type: 'Ballot', payload: utf8('{}') })).toEqual(refused);
    expect(writer.head()).toEqual(head);
  });

  it.each<[string, number, NewEvent]>([
    ['trustees are numbered from 1', 5, { type: 'Shuffle', owner: 0, payload: utf8('{}') }],
    ['trustees are numbered from 1', 5, { type: 'PartialDecryption', owner: 1.5, payload: utf8('{}') }],
    ['counted from 0', 4, { type: 'EncryptedTally', numTallied: -1, totalWeight: 1n, payload: utf8('{}') }],
    ['counted from 0', 4, { type: 'EncryptedTally', numTallied: 0.5, totalWeight: 1n, payload: utf8('{}') }],
    ['counted from 0', 4, { type: 'EncryptedTally', numTallied: 1, totalWeight: -1n, payload: utf8('{}') }],
  ])('never writes what no reader takes: %s, %i', (promise, before, event) => {
    const { head } = appended(startArchive(testTimestamp).head, smallElection.slice(0, before));
    expect(() => appendEvent(head, event, nodeSha256)).toThrow(promise);
  });

  it('gives back every event that was written', async () => {
    expect(await eventsOf(small)).toEqual(smallElection);
  });
});
