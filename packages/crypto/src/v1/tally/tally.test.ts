import { invariant } from '@convite/kernel';
import { describe, expect, it } from 'vitest';
import type { Element } from '../../primitives/group.ts';
import { createCheckRecord } from '../../verify/check-record.ts';
import { makeBallot } from '../ballot/make-ballot.ts';
import { seededRandomness } from '../../primitives/seeded-randomness.fixture.ts';
import { smallElection } from '../ballot/small-election.fixture.ts';
import type { VerifiedBallot } from '../ballot/verified-ballot.ts';
import { verifyBallot } from '../ballot/verify-ballot.ts';
import type { Election } from '../election/election.ts';
import type { Question } from '../wire/election-wire.ts';
import { sortedTally } from '../shuffle/sort-ciphertexts.ts';
import { checkTally, readTally, writeTally } from './read-tally.ts';
import { runningTally, type Tally } from './tally.ts';

const secretKey = 1_234_567n;
const questions: readonly Question[] = [
  { answers: ['Farolas', 'Bancos'], blank: true, min: 1, max: 2, question: '¿Qué?' },
  { type: 'NonHomomorphic', value: { answers: ['Pozo'], question: '¿Cuánto?' } },
];
const votes = [
  [[0, 1, 1], [7]],
  [[1, 0, 0], [200]],
  [[0, 0, 1], [7]],
] as const;

function cast<E>(election: Election<E>, choices: readonly (readonly number[])[], i: number): VerifiedBallot<E> {
  const made = makeBallot(election, BigInt(50 + i), choices, seededRandomness(`vote ${i}`));
  invariant(made.ok, 'the choices are allowed');
  const ballot = verifyBallot(election, () => i, made.value.text, 'ballot', createCheckRecord());
  invariant(ballot !== undefined, 'a ballot that was made here holds');
  return ballot;
}

/** What the tally of these votes, each so often, decrypts to: totals by trying, ints by decoding. */
function opened<E>({ group }: Election<E>, [totals = [], ballots = []]: Tally) {
  const plain = ({ alpha, beta }: { alpha: Element; beta: Element }) =>
    group.multiply(beta, group.inverse(group.power(alpha, secretKey)));
  const logarithm = (element: Element): number =>
    Array.from({ length: 40 }, (_, m) => m).find((m) => group.equals(group.power(group.g, BigInt(m)), element)) ?? -1;
  return {
    totals: totals.map((sum) => logarithm(plain(sum))),
    ints: ballots.map((sum) => group.decodeInts(plain(sum), 1)),
  };
}

describe('a running tally', () => {
  it('adds each choice as often as its ballot weighs, and keeps mixed answers whole', () => {
    smallElection('Ed25519', questions, (election) => {
      const tally = runningTally(election);
      votes.forEach((choices, i) => tally.add(cast(election, choices, i), i === 2 ? 5n : 1n));
      expect(opened(election, tally.sums())).toEqual({ totals: [1, 1, 6], ints: [[7], [200], [7]] });
    });
  });

  it('of nothing holds nothing', () => {
    smallElection('Ed25519', questions, (election) => {
      expect(opened(election, runningTally(election).sums())).toEqual({ totals: [0, 0, 0], ints: [] });
    });
  });

  it('takes over what others have added, in any grouping', () => {
    smallElection('Ed25519', questions, (election) => {
      const ballots = votes.map((choices, i) => cast(election, choices, i));
      const [whole, first, second] = [runningTally(election), runningTally(election), runningTally(election)];
      ballots.forEach((ballot, i) => {
        whole.add(ballot, 1n);
        (i === 1 ? first : second).add(ballot, 1n);
      });
      first.absorb(second.sums());
      const text = (tally: Tally) => writeTally(election.group, sortedTally(election, tally));
      expect(text(first.sums())).toBe(text(whole.sums()));
    });
  });

  it('stops at a ballot of another election, which does not compile either', () => {
    smallElection(
      'Ed25519',
      questions,
      (other) =>
        smallElection('Ed25519', questions, (election) => {
          const ballot = cast(election, votes[0], 0);
          // @ts-expect-error -- the ballot is of another election
          const add = () => runningTally(other).add(ballot, 1n);
          expect(add).toThrow('a ballot of another election');
        }),
      'ztraAsamb1ea12',
    );
  });
});

describe('a published tally', () => {
  const failed = (use: (log: ReturnType<typeof createCheckRecord>) => void): readonly string[] => {
    const record = createCheckRecord();
    use(record);
    return record.totals().failures.map(({ check, place }) => `${check} at ${place}`);
  };

  it('reads back as it was written', () => {
    smallElection('Ed25519', questions, (election) => {
      const tally = runningTally(election);
      tally.add(cast(election, votes[0], 0), 1n);
      const text = writeTally(election.group, tally.sums());
      const read = readTally(election.group, text, createCheckRecord());
      expect(read === undefined ? '' : writeTally(election.group, read)).toBe(text);
      expect(failed((log) => checkTally(election.group, tally.sums(), text, log))).toEqual([]);
    });
  });

  it('is refused with its place where an element is another, or is missing', () => {
    smallElection('Ed25519', questions, (election) => {
      const { group } = election;
      const tally = runningTally(election);
      tally.add(cast(election, votes[0], 0), 1n);
      const sums = tally.sums();
      const judged = (is: Tally) => failed((log) => checkTally(group, sums, writeTally(group, is), log));
      const [totals = [], ballots = []] = sums;
      const [first, ...rest] = totals;
      invariant(first !== undefined, 'there is a total');
      expect(judged([[{ alpha: group.g, beta: first.beta }, ...rest], ballots])).toEqual([
        'tally.ciphertexts at tally[0][0]',
      ]);
      expect(judged([[{ alpha: first.alpha, beta: group.g }, ...rest], ballots])).toEqual([
        'tally.ciphertexts at tally[0][0]',
      ]);
      expect(judged([totals, []])).toEqual(['tally.ciphertexts at tally[1][0]']);
      expect(judged([totals, [...ballots, ...ballots]])).toEqual(['tally.ciphertexts at tally[1][1]']);
      expect(judged([totals])).toEqual(['tally.ciphertexts at tally', 'tally.ciphertexts at tally[1][0]']);
      expect(judged([...sums, []])).toEqual(['tally.ciphertexts at tally']);
    });
  });

  it('is refused where it has not its form, or an element is no member', () => {
    smallElection('Ed25519', questions, ({ group }) => {
      const member = group.write(group.g);
      const of = (alpha: string, beta: string) => `[[{"alpha":"${alpha}","beta":"${beta}"}]]`;
      const judged = (text: string) => failed((log) => void readTally(group, text, log));
      expect(judged(of(member, member))).toEqual([]);
      expect(judged(of('f'.repeat(64), member))).toEqual(['tally.form at tally[0][0]']);
      expect(judged(of(member, 'f'.repeat(64)))).toEqual(['tally.form at tally[0][0]']);
      expect(judged(of(member, '?'))).toEqual(['tally.form at tally[0][0].beta']);
      expect(judged(` ${of(member, member)}`)).toEqual(['tally.form at tally']);
      expect(failed((log) => checkTally(group, [], '{}', log))).toEqual(['tally.form at tally']);
    });
  });
});
