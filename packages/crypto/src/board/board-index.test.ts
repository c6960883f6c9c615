import { describe, expect, it } from 'vitest';
import { hashOf, utf8 } from './archive.fixture.ts';
import { type BoardEvent, createBoardIndex, eventBytes } from './board-index.ts';

const hash = hashOf(utf8('event'));
const content = (offset: number) => ({ offset, length: 12_000, sha256: hashOf(utf8(String(offset))) });

const setup: BoardEvent = {
  type: 'Setup',
  election: content(1536),
  trustees: content(2560),
  credentials: content(3584),
  hash,
  end: 5120,
};

describe('the index of a board', () => {
  it('gives every kind of event back', () => {
    const far = 2 ** 40;
    const events: readonly BoardEvent[] = [
      setup,
      { type: 'Ballot', payload: content(5632), hash, end: 18_432 },
      { type: 'EndBallots', hash, end: 19_456 },
      { type: 'EncryptedTally', payload: content(19_968), numTallied: 1, totalWeight: 2n ** 60n, hash, end: 30_720 },
      { type: 'Shuffle', owner: 999_999_999, payload: content(far), hash, end: far + 51_200 },
      { type: 'EndShuffles', hash, end: far + 52_224 },
      { type: 'PartialDecryption', owner: 1, payload: content(far + 52_736), hash, end: far + 102_400 },
      { type: 'Result', payload: content(far + 102_912), hash, end: far + 153_600 },
    ];
    const index = createBoardIndex();
    for (const event of events) index.append(event);
    expect(index.length).toBe(events.length);
    expect(events.map((_, height) => index.event(height))).toEqual(events);
    expect(events.map((_, height) => index.typeAt(height))).toEqual(events.map(({ type }) => type));
  });

  it('says whose records hold a byte', () => {
    const index = createBoardIndex();
    index.append(setup);
    index.append({ type: 'Ballot', payload: content(5632), hash, end: 18_432 });
    expect([0, 5119, 5120, 18_431, 18_432, 2 ** 40].map(index.heightAt)).toEqual([0, 0, 1, 1, 2, 2]);
  });

  it('has nothing outside its heights', () => {
    const index = createBoardIndex();
    expect(() => index.event(0)).toThrow('an event at this height');
    index.append(setup);
    expect(() => index.event(1)).toThrow('an event at this height');
    expect(() => index.typeAt(-1)).toThrow('an event at this height');
  });

  it('holds ballots in less than 90 bytes each, a million in 90 MB, and finds each', () => {
    expect(eventBytes).toBeLessThanOrEqual(90);
    const ballots = 200_000;
    const before = process.memoryUsage();
    const index = createBoardIndex();
    const payload = content(0);
    for (let height = 0; height < ballots; height++) {
      index.append({
        type: 'Ballot',
        payload: { ...payload, offset: height * 12_800 },
        hash,
        end: (height + 1) * 12_800,
      });
    }
    const { arrayBuffers } = process.memoryUsage();
    expect(arrayBuffers - before.arrayBuffers).toBeLessThan(ballots * 90);
    for (const height of [0, 16_383, 16_384, ballots - 1]) {
      expect(index.event(height)).toMatchObject({ payload: { offset: height * 12_800 }, end: (height + 1) * 12_800 });
      expect(index.heightAt(height * 12_800)).toBe(height);
    }
  });
});
