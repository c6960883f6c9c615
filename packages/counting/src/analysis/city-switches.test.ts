import { invariant } from '@convite/kernel';
import { describe, expect, it } from 'vitest';
import { parsePabulib } from '../formats/parse-pabulib.ts';
import { readReference, referenceFiles } from '../formats/reference-files.fixture.ts';
import { defaultRuleSet } from '../rules/read-rule-set.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { count } from '../rules/count.ts';
import { counterfactuals } from './counterfactuals.ts';
import { bothSides, isFunded, withCost } from './switch-recount.fixture.ts';

/** One of each kind of ballot, small and middling. */
const CITIES = [
  'Netherlands_Assen_2024.pb',
  'Poland_Swiecie_2023.pb',
  'Poland_Wroclaw_2017_Rejon_nr_11_750.pb',
  'Poland_Krakow_2020_Wzgorza_Krzeslawickie.pb',
  'Switzerland_Zurich_D10.pb',
  'Poland_Warszawa_2026_Blonia_Wilanowskie.pb',
];

// Without CONVITE_REFERENCE the published city files are not at hand.
describe.skipIf(referenceFiles.length === 0).each(CITIES)('%s', (name) => {
  it.each(['greedy', 'equal-shares', 'phragmen'] as const)('has switches with both sides as recounted: %s', (rule) => {
    const file = parsePabulib(readReference(name));
    invariant(file.ok, 'the city file can be read');
    const { instance, profile } = file.value;
    const ruleSet: RuleSet = { ...defaultRuleSet(rule, profile.kind), ties: ['project-id'] };
    const outcome = count(instance, profile, ruleSet);
    invariant(outcome.ok, 'the city file can be counted');
    const losers = outcome.value.notFunded.map(({ project }) => project).slice(0, 3);
    for (const project of [...losers, ...outcome.value.winners.slice(-1)]) {
      const found = counterfactuals(instance, profile, ruleSet, outcome.value, project, { scan: 0 });
      const { cost, ballots, expected } = bothSides(instance, profile, ruleSet, found);
      expect({ project, cost, ballots }).toEqual({ project, ...expected });
      expectNothingBetween(found, (value) => isFunded(withCost(instance, project, value), profile, ruleSet, project));
    }

    /** A few of the smaller changes that a claim says do not do. */
    function expectNothingBetween(
      { project, funded, cost: found }: ReturnType<typeof counterfactuals>,
      isFundedAt: (cost: bigint) => boolean,
    ): void {
      const given = instance.projects[project]?.cost ?? 0n;
      if (found.type === 'switch' ? found.claim !== 'smallest' : !found.proven) return;
      const end = found.type === 'switch' ? (funded ? found.funded : found.notFunded) : found.last;
      for (const part of [0n, 1n, 3n, 6n, 7n]) {
        expect(isFundedAt(given + ((end - given) * part) / 7n)).toBe(funded);
      }
    }
  });
});
