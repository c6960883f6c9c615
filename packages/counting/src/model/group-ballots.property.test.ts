import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupBallots } from './group-ballots.ts';
import { type Ballot, type BallotKind, groupBallot } from './profile.ts';

const kinds = fc.constantFrom<BallotKind>('choose-one', 'approval', 'ranked', 'points', 'scores');

const ballots = (withPoints: boolean) =>
  fc.array(
    fc
      .tuple(
        fc.uniqueArray(fc.integer({ min: 0, max: 50 }), { maxLength: 40 }),
        fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 40, maxLength: 40 }),
        fc.integer({ min: 1, max: 4 }),
        fc.boolean(),
      )
      .map(([choices, points, weight, short]): Ballot => {
        const kept = short ? choices.slice(0, 2) : choices;
        return { choices: kept, points: withPoints ? points.slice(0, kept.length) : undefined, weight };
      }),
    { maxLength: 30 },
  );

const elections = fc
  .tuple(kinds, fc.boolean())
  .chain(([kind, withPoints]) => fc.tuple(fc.constant(kind), ballots(withPoints)));

test('the profile is the same whatever the order of the ballots', () => {
  fc.assert(
    fc.property(elections, fc.infiniteStream(fc.nat()), ([kind, given], keys) => {
      const shuffled = given
        .map((ballot) => ({ ballot, key: keys.next().value ?? 0 }))
        .toSorted((a, b) => a.key - b.key)
        .map(({ ballot }) => ballot);
      const hasPoints = given.some(({ points }) => points !== undefined);
      expect(groupBallots(kind, shuffled).profile).toEqual(groupBallots(kind, given).profile);
      expect(groupBallots(kind, given).profile.points === undefined).toBe(!hasPoints);
    }),
  );
});

test('the profile is the same whatever the order inside a ballot, but for ranked ones', () => {
  fc.assert(
    fc.property(elections, ([kind, given]) => {
      const reversed = given.map((ballot) => ({
        ...ballot,
        choices: ballot.choices.toReversed(),
        points: ballot.points?.toReversed(),
      }));
      fc.pre(kind !== 'ranked');
      expect(groupBallots(kind, reversed)).toEqual(groupBallots(kind, given));
    }),
  );
});

test('every ballot is in the group that says what it says, and no vote is lost', () => {
  fc.assert(
    fc.property(elections, ([kind, given]) => {
      const { profile, groupOf } = groupBallots(kind, given);
      const votes = new Float64Array(profile.groups);
      let blank = 0;
      for (const [i, { choices, points, weight }] of given.entries()) {
        const group = groupOf[i] ?? -1;
        expect(group === -1).toBe(choices.length === 0);
        if (group === -1) {
          blank += weight;
          continue;
        }
        votes[group] = (votes[group] ?? 0) + weight;
        const found = groupBallot(profile, group);
        if (kind === 'ranked') expect(found.choices).toEqual(choices);
        const marks = (list: readonly number[], given_: readonly number[] | undefined) =>
          new Map(list.map((choice, at) => [choice, given_?.[at]]));
        expect(marks(found.choices, found.points)).toEqual(marks(choices, points));
      }
      expect(profile.votes).toEqual(votes);
      expect(profile).toMatchObject({ blank, ballots: given.reduce((sum, { weight }) => sum + weight, 0) });
    }),
  );
});

test('groups differ from each other and ascend', () => {
  fc.assert(
    fc.property(elections, ([kind, given]) => {
      const { profile } = groupBallots(kind, given);
      const rows = Array.from({ length: profile.groups }, (_, g) => groupBallot(profile, g));
      for (const [i, next] of rows.entries()) {
        const row = rows[i - 1];
        if (row !== undefined) expect(standsBefore(row, next)).toBe(true);
      }
    }),
  );
});

function standsBefore(a: Ballot, b: Ballot): boolean {
  const at = a.choices.findIndex((choice, i) => choice !== b.choices[i]);
  if (at !== -1) return b.choices[at] !== undefined && (a.choices[at] ?? 0) < b.choices[at];
  if (a.choices.length !== b.choices.length) return true;
  const point = a.points?.findIndex((points, i) => points !== b.points?.[i]) ?? -1;
  return point !== -1 && (a.points?.[point] ?? 0) < (b.points?.[point] ?? 0);
}
