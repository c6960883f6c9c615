import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordsOf, textOf } from '../board/archive.fixture.ts';
import { approvalsQuestion } from '../v1/election/approvals-question.ts';
import { isMixed, type Question } from '../v1/wire/election-wire.ts';
import { electionResult } from '../v1/wire/tally-wire.ts';
import { readText } from '../v1/wire/codec.ts';
import type { PrivateRecord } from './private-record.ts';
import { type SimulationPlan, trusteesIn } from './simulation-plan.ts';
import { simulated, smallPlan, verdict } from './simulated.fixture.ts';

const names = (count: number): readonly string[] => Array.from({ length: count }, (_, i) => `Obra ${i + 1}`);

const homomorphic = fc
  .record({ count: fc.integer({ min: 1, max: 3 }), a: fc.nat(3), b: fc.nat(3), blank: fc.boolean() })
  .map(({ count, a, b, blank }): Question => {
    const [low = 0, high = 0] = [a % (count + 1), b % (count + 1)].toSorted((x, y) => x - y);
    const max = blank ? high : Math.max(high, 1);
    return { answers: names(count), ...(blank ? { blank } : {}), min: low, max, question: '¿Qué obra?' };
  });
const packed = fc.integer({ min: 1, max: 11 }).map((count): Question => approvalsQuestion(names(count), '¿Cuáles?'));
const ints = fc
  .integer({ min: 1, max: 3 })
  .map((count): Question => ({ type: 'NonHomomorphic', value: { answers: names(count), question: '¿Cuánto?' } }));
const trustee = fc.oneof(
  fc.constant({ kind: 'single' } as const),
  fc
    .constantFrom([1, 1], [1, 2], [2, 3])
    .map(([threshold = 1, size = 1]) => ({ kind: 'threshold', threshold, size }) as const),
);

const plan = fc
  .record({
    questions: fc.array(fc.oneof(homomorphic, packed, ints), { minLength: 1, maxLength: 2 }),
    voters: fc.integer({ min: 1, max: 4 }),
    revotes: fc.nat(3),
    weight: fc.constantFrom(1n, 3n, 2n ** 31n),
    trustees: fc.array(trustee, { minLength: 1, maxLength: 2 }),
    shuffles: fc.nat(5),
    credentialForm: fc.constantFrom('checked' as const, 'long' as const),
  })
  .map(({ weight, shuffles, ...given }): SimulationPlan => {
    const hasMixed = given.questions.some(isMixed);
    const count = trusteesIn(given.trustees);
    return {
      ...smallPlan,
      ...given,
      mostWeight: hasMixed ? 1n : weight,
      shuffles: hasMixed ? 1 + (shuffles % count) : 0,
    };
  });

/** What the private file says of the votes that count, added up by hand. */
function expectedResult({ questions }: SimulationPlan, secrets: readonly PrivateRecord[]) {
  const weights = new Map(
    secrets.flatMap((record) => (record.type === 'voter' ? [[record.voter, BigInt(record.weight)] as const] : [])),
  );
  const last = new Map(
    secrets.flatMap((record) => (record.type === 'ballot' ? [[record.voter, record.choices] as const] : [])),
  );
  return questions.map((question, i) => {
    if (isMixed(question)) return [...last.values()].map((choices) => (choices[i] ?? []).join()).toSorted();
    const totals = Array.from({ length: question.answers.length + (question.blank === true ? 1 : 0) }, () => 0n);
    for (const [voter, choices] of last) {
      for (const [j, choice] of (choices[i] ?? []).entries()) {
        totals[j] = (totals[j] ?? 0n) + BigInt(choice) * (weights.get(voter) ?? 0n);
      }
    }
    return totals.map(String);
  });
}

/** What the archive publishes, ballots of mixed questions in an order that does not hang on the shuffles. */
function publishedResult({ questions }: SimulationPlan, archive: Uint8Array) {
  const read = readText(electionResult, textOf(recordsOf(archive).at(-2)));
  if (!('result' in read)) return read;
  return read.result.map((result, i) => {
    const question = questions[i];
    const texts = result.map(String);
    return question !== undefined && isMixed(question) ? texts.toSorted() : texts;
  });
}

describe('a simulated election of any kind', () => {
  it('is accepted by the verifier and gives the sum of what voters chose in their last ballots', async () => {
    await fc.assert(
      fc.asyncProperty(plan, fc.string(), async (drawn, seed) => {
        const { archive, secrets, outcome } = simulated(drawn, seed);
        expect(await verdict(archive)).toEqual({ answer: 'accepted', state: 'finished', failures: [] });
        expect(publishedResult(drawn, archive)).toEqual(expectedResult(drawn, secrets));
        expect(outcome).toMatchObject({ state: 'finished', ballots: drawn.voters + drawn.revotes });
      }),
      { numRuns: 12 },
    );
  });
});
