import { count, defaultRuleSet, groupBallot, groupBallots, type Profile, type RuleSet } from '@convite/counting';
import { packChoices } from '@convite/crypto';
import { invariant } from '@convite/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PaperOfContest } from './contest-paper.ts';
import { instanceOfContest } from './instance-of-contest.ts';
import { openBallots } from './open-ballots.ts';
import { paperOf, without } from './small-paper.fixture.ts';

const currency = { currency: 'VES', decimals: 2 };
const base = defaultRuleSet('greedy', 'approval');
const equalShares = defaultRuleSet('equal-shares', 'approval');

function instanceOf(paper: PaperOfContest, rule: RuleSet = base) {
  const instance = instanceOfContest(paper, rule, currency);
  invariant(instance.ok, 'the paper has an envelope');
  return instance.value;
}

const numbersOf = ({ options }: PaperOfContest): readonly number[] => options.map(({ number }) => number);

function openTotals(paper: PaperOfContest, totals: readonly bigint[], weight: bigint) {
  const answered = { numbers: numbersOf(paper), layout: undefined, hasBlankTotal: paper.may_be_blank };
  return openBallots(paper, answered, { result: { result: [totals] }, weight }, instanceOf(paper));
}

/** Votes of each project, by position. */
function votesOf(profile: Profile, projects: number): readonly number[] {
  const votes = Array.from({ length: projects }, () => 0);
  for (let group = 0; group < profile.groups; group += 1) {
    const { choices, weight } = groupBallot(profile, group);
    for (const choice of choices) votes[choice] = (votes[choice] ?? 0) + weight;
  }
  return votes;
}

/** Ballots of a paper with so many options: each a set of answers, an empty one blank. */
const ballotsOf = (options: number) =>
  fc.array(fc.uniqueArray(fc.integer({ min: 0, max: options - 1 }), { maxLength: options }), {
    minLength: 1,
    maxLength: 30,
  });
const papers = fc.integer({ min: 1, max: 12 });

describe('totals', () => {
  it('become ballots that have them, blank ones included, each naming an option once', () => {
    fc.assert(
      fc.property(
        papers.chain((options) => fc.tuple(fc.constant(options), ballotsOf(options))),
        ([options, ballots]) => {
          const paper = paperOf(options);
          const totals = numbersOf(paper).map((_, i) => ballots.filter((ballot) => ballot.includes(i)).length);
          const blank = ballots.filter((ballot) => ballot.length === 0).length;
          const opened = openTotals(paper, [blank, ...totals].map(BigInt), BigInt(ballots.length));
          invariant(opened !== undefined, 'the totals have the shape of the paper');
          const { profile, spoilt } = opened;
          expect([profile.ballots, profile.blank, spoilt]).toEqual([ballots.length, blank, 0]);
          const instance = instanceOf(paper);
          const votes = votesOf(profile, options);
          expect(instance.projects.map(({ id }, i) => [Number(id), votes[i]])).toEqual(
            instance.projects.map(({ id }) => [Number(id), totals[Number(id) - 1]]),
          );
          for (let group = 0; group < profile.groups; group += 1) {
            const { choices } = groupBallot(profile, group);
            expect(new Set(choices).size).toBe(choices.length);
          }
        },
      ),
    );
  });

  it('are counted as the ballots that gave them', () => {
    fc.assert(
      fc.property(ballotsOf(5), (ballots) => {
        const paper = paperOf(5);
        const instance = instanceOf(paper);
        const totals = numbersOf(paper).map((_, i) => BigInt(ballots.filter((ballot) => ballot.includes(i)).length));
        const blank = BigInt(ballots.filter((ballot) => ballot.length === 0).length);
        const opened = openTotals(paper, [blank, ...totals], BigInt(ballots.length));
        invariant(opened !== undefined, 'the totals have the shape of the paper');
        const whole = groupBallots(
          'approval',
          ballots.map((choices) => ({ choices, points: undefined, weight: 1 })),
        ).profile;
        for (const rule of [base, { ...base, minimumSupport: { votes: 2, shareOfBallots: '1/4', points: 0 } }]) {
          expect(count(instance, opened.profile, rule)).toEqual(count(instance, whole, rule));
        }
      }),
    );
  });

  it('of a withdrawn option are left out, and who chose it alone chose nothing', () => {
    const paper = without(paperOf(3, { most: 1 }), [2]);
    const opened = openTotals(paper, [1n, 4n, 5n, 2n], 12n);
    expect(opened?.profile).toMatchObject({ ballots: 12, blank: 6 });
    expect(opened && votesOf(opened.profile, 2)).toEqual([4, 2]);
  });

  it.each([
    ['too few', [1n, 1n]],
    ['too many', [1n, 1n, 1n, 1n, 1n]],
  ])('of another paper are none: %s', (_, totals) => {
    expect(openTotals(paperOf(3), totals, 3n)).toBeUndefined();
  });
});

describe('whole ballots', () => {
  const paper = paperOf(10, { most: 3 });
  const layout = { kind: 'approvals', options: 10 } as const;
  const open = (whole: readonly (readonly number[])[], of: PaperOfContest = paper) =>
    openBallots(
      of,
      { numbers: numbersOf(of), layout, hasBlankTotal: false },
      { result: { result: [whole] }, weight: BigInt(whole.length) },
      instanceOf(of, equalShares),
    );
  const ints = (choices: readonly number[]): readonly number[] => {
    const packed = packChoices(layout, choices);
    invariant(packed.ok, 'the choices are options');
    return packed.value;
  };

  it('are what was chosen together, whatever their order', () => {
    const opened = open([ints([0, 9]), ints([1]), ints([0, 9]), ints([])]);
    expect(opened).toMatchObject({ opened: 'ballots', spoilt: 0, profile: { ballots: 4, blank: 1, groups: 2 } });
    expect(opened?.profile).toEqual(open([ints([]), ints([0, 9]), ints([0, 9]), ints([1])])?.profile);
  });

  it('that name too many options, or are none of the layout, are spoilt', () => {
    const opened = open([ints([0, 1, 2, 3]), [0, 4], [1, 2, 3], [256, 0], ints([0, 1, 2])]);
    expect(opened).toMatchObject({ spoilt: 4, profile: { ballots: 1, blank: 0 } });
  });

  it('lose the options that were withdrawn', () => {
    const opened = open([ints([0, 1]), ints([1]), ints([])], without(paper, [2]));
    expect(opened).toMatchObject({ spoilt: 0, profile: { ballots: 3, blank: 2, groups: 1 } });
  });

  it('of nobody are an empty list', () => {
    expect(open([])).toMatchObject({ spoilt: 0, profile: { ballots: 0 } });
  });
});
