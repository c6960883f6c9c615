import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { RuleSet, Utility } from '../src/index.ts';
import { nothingLimited } from '../src/model/rule-set-members.ts';

const entry = z.object({
  winners: z.array(z.string()),
  cost: z.string(),
  params: z.object({ voter_budget_increment: z.number().optional() }),
});

/** One outcome of the reference data that a counter must reproduce. */
export interface ExpectedOutcome {
  readonly file: string;
  readonly rule: string;
  readonly ruleSet: RuleSet;
  readonly winners: readonly string[];
  /** `p/q` or a whole number, units of the currency. */
  readonly cost: string;
}

/** The folder of the reference elections, named by the environment; undefined when it is not there. */
export const referenceFolder = (): string | undefined => {
  const root = process.env['CONVITE_REFERENCE'];
  return root === undefined || root === '' ? undefined : path.join(root, 'data', 'pabulib');
};

/** Everything in `expected.json` that is exact: all but maximin support and budget increase by 1 %. */
export function expectedOutcomes(folder: string): readonly ExpectedOutcome[] {
  const text = readFileSync(path.join(folder, 'expected.json'), 'utf8');
  const files = z.record(z.string(), z.record(z.string(), z.unknown())).parse(JSON.parse(text));
  return Object.entries(files).flatMap(([file, rules]) =>
    Object.entries(rules)
      .filter(([rule]) => rule !== '_meta' && rule !== 'maximin_support' && !rule.endsWith('_bi1pct'))
      .map(([rule, value]) => {
        const { winners, cost, params } = entry.parse(value);
        return { file, rule, ruleSet: ruleSetOf(rule, params.voter_budget_increment), winners, cost };
      }),
  );
}

const UTILITIES: Readonly<Record<string, Utility>> = {
  cost: 'cost',
  cardinality: 'cardinality',
  additive: 'points',
  borda: 'borda',
};

/** `mes_cost_add1_greedy` and its like, as a rule set; ties by project id, as the reference data has them. */
function ruleSetOf(name: string, step: number | undefined): RuleSet {
  const everyRule = { ...nothingLimited, ties: ['project-id'] } satisfies Partial<RuleSet>;
  if (name === 'phragmen') return { ...everyRule, rule: 'phragmen' };
  const [rule, satisfaction = '', ...completion] = name.split('_');
  const utility = UTILITIES[satisfaction];
  if (utility === undefined) throw new Error(`unknown rule ${name}`);
  if (rule === 'greedy') return { ...everyRule, rule: 'greedy', utility, order: 'per-cost', misfit: 'skip' };
  return {
    ...everyRule,
    rule: 'equal-shares',
    utility,
    divisor: 'all-ballots',
    completion: completion.length === 0 ? 'none' : completion.length === 1 ? 'add1' : 'add1-greedy',
    add1Step: String(step ?? 1),
    comparison: 'none',
  };
}
