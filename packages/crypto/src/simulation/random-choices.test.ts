import { describe, expect, it } from 'vitest';
import { nodeSha256 } from '../board/archive.fixture.ts';
import { testSuite } from '../verify/machine.fixture.ts';
import { choiceProblem } from '../v1/ballot/make-ballot.ts';
import { approvalsQuestion } from '../v1/election/approvals-question.ts';
import { answersOf, layoutExtra, type NamedLayout } from '../v1/layout/layout-extra.ts';
import { unpackInts } from '../v1/layout/pack-choices.ts';
import type { Question } from '../v1/wire/election-wire.ts';
import { randomCasts } from './cast-order.ts';
import { randomChoices, uniformBelow } from './random-choices.ts';
import { seededRandomness } from './seeded-randomness.ts';

const group = testSuite.group('Ed25519');
const random = seededRandomness('choices', nodeSha256);

/** How often each answer comes in so many draws. */
function frequencies(question: Question, draws: number): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (let i = 0; i < draws; i++) {
    const choices = randomChoices(question, group, random);
    expect(choiceProblem(question, choices)).toBeUndefined();
    const text = choices.join('');
    found.set(text, (found.get(text) ?? 0) + 1);
  }
  return found;
}

const packed = (layout: NamedLayout['layout']): Question => {
  const named = { layout, options: Array.from({ length: layout.options }, (_, i) => `Obra ${i}`) };
  const extra: unknown = JSON.parse(layoutExtra.write(named));
  return { type: 'NonHomomorphic', value: { answers: answersOf(named), question: '¿Cuáles?' }, extra };
};

describe('random choices', () => {
  const cases: readonly (readonly [string, Question, number])[] = [
    ['one or two of four', { answers: ['A', 'B', 'C', 'D'], min: 1, max: 2, question: '?' }, 10],
    ['none to three of three', { answers: ['A', 'B', 'C'], min: 0, max: 3, question: '?' }, 8],
    ['blank, or one of two', { answers: ['A', 'B'], blank: true, min: 1, max: 1, question: '?' }, 3],
    ['blank, or none or one of two', { answers: ['A', 'B'], blank: true, min: 0, max: 1, question: '?' }, 4],
    ['approvals of four', approvalsQuestion(['A', 'B', 'C', 'D'], '?'), 16],
    ['two ranks of three', packed({ kind: 'ranking', options: 3, ranks: 2 }), 10],
    ['points up to two for two', packed({ kind: 'points', options: 2, most: 2 }), 9],
  ];
  it.each(cases)('take every allowed answer as likely as any other: %s', (_, question, answers) => {
    const found = frequencies(question, answers * 200);
    expect(found.size).toBe(answers);
    // 200 expected each; five standard deviations of a binomial count are 71.
    expect([...found.values()].filter((times) => Math.abs(times - 200) > 71)).toEqual([]);
  });

  it('give plain ints of a whole byte where there is no layout', () => {
    const question: Question = { type: 'NonHomomorphic', value: { answers: ['A', 'B'], question: '?' } };
    const seen = new Set(Array.from({ length: 2_000 }, () => randomChoices(question, group, random)).flat());
    expect(seen.size).toBe(256);
  });

  it('fit layouts that use part of their last int', () => {
    const layout = { kind: 'approvals', options: 11 } as const;
    for (let i = 0; i < 50; i++) {
      expect(unpackInts(layout, randomChoices(packed(layout), group, random)).ok).toBe(true);
    }
  });
});

describe('uniform numbers', () => {
  it('reach both ends of their range, powers of two or not', () => {
    for (const bound of [1n, 2n, 3n, 256n, 257n]) {
      const seen = new Set(Array.from({ length: 4_000 }, () => uniformBelow(bound, random)));
      expect(seen.size).toBe(Number(bound));
    }
  });
});

describe('the order of casts', () => {
  it('lets every voter cast, and marks one last ballot of each', () => {
    const casts = [...randomCasts(20, 15, random)];
    expect(casts).toHaveLength(35);
    const kept = casts.filter(({ isLast }) => isLast).map(({ voter }) => voter);
    expect(kept.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i));
    for (const [i, { voter, isLast }] of casts.entries()) {
      expect(casts.slice(i + 1).some((later) => later.voter === voter)).toBe(!isLast);
    }
  });
});
