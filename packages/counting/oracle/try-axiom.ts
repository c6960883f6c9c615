import fc from 'fast-check';
import { count, declaredFailures, everyAxiom, ruleName } from '../src/index.ts';
import { pollOf, towns } from './axiom-town.fixture.ts';
import type { RuleVariant } from './rule-variants.fixture.ts';

/** Whether a rule says of itself that it does not keep the axiom. */
export const isDeclared = (axiom: string, { ruleSet }: RuleVariant): boolean =>
  declaredFailures.some((failure) => failure.axiom === axiom && failure.rules.includes(ruleName(ruleSet)));

/** Asks an axiom about random towns. @throws Error with the smallest town found in which the rule breaks it. */
export function tryAxiom(axiom: string, variant: RuleVariant, runs: number, seed: number): void {
  const check = new Map(Object.entries(everyAxiom)).get(axiom);
  if (check === undefined) throw new Error(`no axiom ${axiom}`);
  fc.assert(
    fc.property(fc.noBias(towns(variant.kind)), (town) => {
      const verdict = check(pollOf(town, variant), count);
      if (verdict.type === 'fails') throw new Error(verdict.how);
    }),
    { numRuns: runs, seed },
  );
}
