import { answersOf, layoutExtra, type NamedLayout } from '../layout/layout-extra.ts';
import type { MixedQuestion } from '../wire/election-wire.ts';

/** A mixed question whose ballots approve any of these options, packed eight to an int. */
export function approvalsQuestion(options: readonly string[], question: string): MixedQuestion {
  const named: NamedLayout = { layout: { kind: 'approvals', options: options.length }, options };
  const extra: unknown = JSON.parse(layoutExtra.write(named));
  return { type: 'NonHomomorphic', value: { answers: answersOf(named), question }, extra };
}
