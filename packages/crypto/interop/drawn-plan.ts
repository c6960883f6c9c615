import type { GroupName } from '../src/primitives/group.ts';
import type { Randomness } from '../src/primitives/randomness.ts';
import { uniformBelow } from '../src/simulation/random-choices.ts';
import { type SimulationPlan, type TrusteePlan, trusteesIn } from '../src/simulation/simulation-plan.ts';
import { approvalsQuestion } from '../src/v1/election/approvals-question.ts';
import { isMixed, type Question } from '../src/v1/wire/election-wire.ts';

/** Signs that are written in more than one way by programs that write JSON. */
const oddTexts = ['"comillas" \\ / \t', 'é ñ ü', '☃ 😀 \u2028', '\u007f\u0001', "<b>&amp;'</b>", '–'] as const;

/** Draws elections that the stock tool must be able to verify. */
export function planDrawing(random: Randomness) {
  const below = (bound: number): number => Number(uniformBelow(BigInt(bound), random));
  const between = (least: number, most: number): number => least + below(most - least + 1);
  const oneOf = <T>(first: T, ...others: readonly T[]): T => [first, ...others][below(others.length + 1)] ?? first;
  const named = (what: string, i: number): string => `${what} ${i + 1} ${oneOf('', ...oddTexts)}`;
  const names = (count: number): readonly string[] => Array.from({ length: count }, (_, i) => named('Obra', i));
  const several = <T>(least: number, most: number, draw: () => T): readonly T[] =>
    Array.from({ length: between(least, most) }, draw);

  const homomorphic = (most: number): Question => {
    const answers = names(between(1, most));
    const min = between(0, answers.length);
    const blank = below(2) === 0;
    const max = between(Math.max(min, blank ? 0 : 1), answers.length);
    return { answers, ...(blank ? { blank } : {}), min, max, question: named('¿Qué obra?', 0) };
  };
  const mixed = (): Question =>
    below(2) === 0
      ? approvalsQuestion(names(between(1, 20)), named('¿Cuáles?', 0))
      : {
          type: 'NonHomomorphic',
          value: { answers: names(between(1, 4)), question: named('¿Cuánto?', 0) },
          ...(below(2) === 0 ? {} : { extra: { kind: 'points', limits: [0, 2.5, null, true], '9': 'á' } }),
        };
  const trustee = (): TrusteePlan => {
    if (below(2) === 0) return { kind: 'single' };
    const size = between(1, 3);
    return { kind: 'threshold', threshold: between(1, size), size };
  };
  const plan = (group: GroupName, questions: readonly Question[]): SimulationPlan => {
    const trustees = several(1, 2, trustee);
    const hasMixed = questions.some(isMixed);
    return {
      group,
      name: named('Asamblea', 0),
      description: `regla sha256:${Buffer.from(random(32)).toString('hex')} ${oneOf('', ...oddTexts)}`,
      questions,
      voters: between(1, 4),
      revotes: between(0, 2),
      mostWeight: hasMixed ? 1n : oneOf(1n, 1n, 5n, 7n, 20n, 1_000n, 2_000_000_000n),
      credentialForm: oneOf('checked', 'long'),
      trustees,
      shuffles: hasMixed ? between(1, trusteesIn(trustees)) : 0,
      until: 'result',
      timestamp: between(1, 4_000_000_000),
    };
  };
  return {
    homomorphicElection: (): SimulationPlan =>
      plan(
        'BELENIOS-2048',
        several(1, 2, () => homomorphic(4)),
      ),
    mixedElection: (): SimulationPlan =>
      plan('RFC-3526-2048', [...several(0, 1, () => homomorphic(2)), ...several(1, 2, mixed)]),
  };
}
