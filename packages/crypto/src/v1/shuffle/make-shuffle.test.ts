import { describe, expect, it } from 'vitest';
import { makeShuffle } from './make-shuffle.ts';
import { curve, electionWith, openedWith, recordingLog, tallyOf } from './shuffle.fixture.ts';
import { seededRandomness } from '../../primitives/seeded-randomness.fixture.ts';
import { verifyShuffle } from './verify-shuffle.ts';

const numbered = (ballots: readonly unknown[]) => ballots.map(String).toSorted();

describe('a shuffle made here', () => {
  it.each([0, 1, 2, 5])('of %d ballots is accepted and holds the same ballots', (size) => {
    const random = seededRandomness(`of ${size}`);
    const election = electionWith(curve, 1);
    const tally = tallyOf(election, [size], random);
    const { text, tally: shuffled } = makeShuffle(election, tally, random);
    const log = recordingLog();
    const verified = verifyShuffle(election, tally, text, '', log);
    expect(log.failures).toEqual([]);
    expect(verified?.[1]).toHaveLength(size);
    for (const outputs of [verified, shuffled]) {
      expect(numbered(openedWith(curve, outputs?.[1] ?? []))).toEqual(numbered(openedWith(curve, tally[1] ?? [])));
    }
  });

  it('takes up where another one ended', () => {
    const random = seededRandomness('two trustees');
    const election = electionWith(curve, 1);
    const tally = tallyOf(election, [3], random);
    const log = recordingLog();
    const first = makeShuffle(election, tally, random);
    const between = verifyShuffle(election, tally, first.text, '', log) ?? [];
    const second = makeShuffle(election, between, random);
    expect(verifyShuffle(election, between, second.text, '', log)).toBeDefined();
    expect(log.failures).toEqual([]);
    expect(verifyShuffle(election, tally, second.text, '', log)).toBeUndefined();
  });

  it('gives each question an order of its own and leaves homomorphic ones alone', () => {
    const random = seededRandomness('two questions');
    const election = electionWith(curve, 2);
    const tally = tallyOf(election, [8, 8], random);
    const { tally: shuffled } = makeShuffle(election, tally, random);
    const order = (question: number) => openedWith(curve, shuffled[question] ?? []).map((ints) => ints?.[1]);
    expect(order(1)).not.toEqual(order(2));
    expect(order(1)).not.toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(shuffled[0]).toBe(tally[0]);
  });

  it('shows no element twice, in or out', () => {
    const random = seededRandomness('fresh');
    const election = electionWith(curve, 1);
    const tally = tallyOf(election, [4], random);
    const { text, tally: shuffled } = makeShuffle(election, tally, random);
    const inputs = (tally[1] ?? []).flatMap(({ alpha, beta }) => [alpha, beta]);
    const texts = [...inputs.map((element) => curve.write(element)), ...(text.match(/[0-9a-f]{64}/gu) ?? [])];
    expect(new Set(texts).size).toBe(texts.length);
    expect(shuffled[1]).toHaveLength(4);
  });
});
