import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  count,
  defaultRuleSet,
  groupBallot,
  groupBallots,
  type Instance,
  LA_ENRAMADA_RULE_SET,
  parsePabulib,
  type Profile,
  readPabulib,
  type RuleSet,
  SAMPLES,
} from '../src/index.ts';
import { untrueNumbers } from './reasons-from-rounds.ts';
import { referenceFolder } from './reference-files.ts';
import { cases } from './town-arbitrary.ts';

function untrue(instance: Instance, profile: Profile, ruleSet: RuleSet): readonly string[] {
  const counted = count(instance, profile, ruleSet);
  if (!counted.ok) throw new Error(counted.error.type);
  if (counted.value.status !== 'complete') return [];
  const groups = Array.from({ length: profile.groups }, (_, g) => groupBallot(profile, g));
  const needsPoints = profile.kind === 'points' || profile.kind === 'scores';
  return untrueNumbers({ instance, groups, needsPoints, ruleSet, outcome: counted.value });
}

describe.each(['greedy', 'equal-shares', 'phragmen', 'majority-judgement'] as const)('%s', (rule) => {
  it('gives reasons and rounds whose numbers follow from the rounds alone', () => {
    fc.assert(
      fc.property(cases(rule), ({ election, ruleSet }) => {
        expect(untrue(election.instance, groupBallots(election.kind, election.ballots).profile, ruleSet)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

it.each(SAMPLES)('gives true numbers of the sample $id', (sample) => {
  const file = readPabulib(sample.text('en'));
  if (!file.ok) throw new Error(sample.id);
  const { instance, profile } = file.value;
  for (const rule of ['greedy', 'equal-shares', 'phragmen'] as const) {
    expect(untrue(instance, profile, { ...defaultRuleSet(rule, profile.kind), ties: ['project-id'] })).toEqual([]);
  }
});

it('gives true numbers of La Enramada under its own rule', () => {
  const file = readPabulib(SAMPLES[0]?.text('es') ?? '');
  if (!file.ok) throw new Error('La Enramada');
  expect(untrue(file.value.instance, file.value.profile, LA_ENRAMADA_RULE_SET)).toEqual([]);
});

const folder = referenceFolder();
const CITIES = [
  'Netherlands_Assen_2024.pb',
  'Poland_Swiecie_2023.pb',
  'Poland_Krakow_2020_Wzgorza_Krzeslawickie.pb',
  'France_Toulouse_2019.pb',
  'Poland_Warszawa_2026_Sady_Zoliborskie.pb',
];

describe.skipIf(folder === undefined).each(CITIES)('%s', (name) => {
  it.each(['greedy', 'equal-shares', 'phragmen'] as const)('gives true numbers under %s', (rule) => {
    const file = parsePabulib(Uint8Array.from(readFileSync(path.join(folder ?? '', name))));
    if (!file.ok) throw new Error(name);
    const { instance, profile } = file.value;
    expect(untrue(instance, profile, { ...defaultRuleSet(rule, profile.kind), ties: ['project-id'] })).toEqual([]);
  });
});
