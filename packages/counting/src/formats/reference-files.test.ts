import { describe, expect, test } from 'vitest';
import { count } from '../rules/count.ts';
import { declaredRuleSet } from './declared-rule-set.ts';
import { editPabulib } from './edit-pabulib.ts';
import type { PabulibFile } from './pabulib-file.ts';
import { parsePabulib } from './parse-pabulib.ts';
import { readReference, referenceFiles } from './reference-files.fixture.ts';
import { mustRead } from './small-file.fixture.ts';
import { withoutVoters } from './without-voters.ts';
import { writePabulib } from './write-pabulib.ts';

/** Files whose declared rule does not give what the city funded, and why. */
const KNOWN_DIFFERENCES: Readonly<Record<string, string>> = {
  'Poland_Gdynia_2020_Babie_Doly__small.pb': 'the city settled a tie; its choice is among those that lots can give',
  'Poland_Lodz_2020.pb': 'more money came in after the vote and was given out by no stated rule (comment #1)',
  'Poland_Wroclaw_2017_Rejon_nr_11_750.pb': 'a project withdrawn after the vote still stands in the file, at 999999999',
};

/** Rules that a file names and no rule set says, and files that name none. */
const UNDECLARED: Readonly<Record<string, string>> = {
  'Netherlands_Amsterdam_166.pb': 'leftover_after_parts',
  'Netherlands_Amsterdam_604.pb': 'leftover_after_parts',
};

function read(name: string): PabulibFile {
  const file = parsePabulib(readReference(name));
  if (!file.ok) throw new Error(`${name}: ${JSON.stringify(file.error)}`);
  return file.value;
}

function funded(file: PabulibFile): readonly number[] | undefined {
  const told = file.officialSelected.some((selected) => selected !== undefined);
  return told ? file.officialSelected.flatMap((selected, p) => (selected === 1 ? [p] : [])) : undefined;
}

const ascending = (positions: readonly number[]) => positions.toSorted((a, b) => a - b);

describe.skipIf(referenceFiles.length === 0)('the published city files (needs CONVITE_REFERENCE)', () => {
  test('are all 48 there', () => {
    expect(referenceFiles).toHaveLength(48);
  });

  test.each(referenceFiles)('%s reads, and is written back byte for byte', (name) => {
    const bytes = readReference(name);
    const file = read(name);
    expect(Buffer.compare(writePabulib(file), bytes)).toBe(0);
    expect(file.meta.get('num_projects')).toBe(String(file.instance.projects.length));
    expect(file.meta.get('num_votes')).toBe(String(file.profile.ballots));
  });

  test.each(referenceFiles)('%s gives the same profile without its voters', (name) => {
    const file = read(name);
    const derived = mustRead(withoutVoters(file));
    expect(derived.instance).toEqual(file.instance);
    expect(derived.profile).toEqual(file.profile);
    expect(derived.segments).toEqual([]);
  });

  test.each(referenceFiles)(
    '%s declares a rule that funds what the city funded, or differs for a known reason',
    (name) => {
      const file = read(name);
      const ruleSet = declaredRuleSet(file);
      if (!ruleSet.ok) {
        expect(ruleSet.error.reason).toBe(UNDECLARED[name] ?? 'no_rule');
        expect(ruleSet.error.rule).toBe(name in UNDECLARED ? 'greedy' : 'unknown');
        return;
      }
      expect(name in UNDECLARED).toBe(false);
      const outcome = count(file.instance, file.profile, ruleSet.value);
      const official = funded(file);
      if (official === undefined) return;
      const winners = outcome.ok ? ascending(outcome.value.winners) : [];
      if (name in KNOWN_DIFFERENCES) expect(winners).not.toEqual(official);
      else expect(winners).toEqual(official);
    },
  );

  test('Gdynia 2020 chose one of the sets that lots can give', () => {
    const file = read('Poland_Gdynia_2020_Babie_Doly__small.pb');
    const ruleSet = declaredRuleSet(file);
    const outcome = ruleSet.ok ? count(file.instance, file.profile, ruleSet.value) : ruleSet;
    expect(outcome.ok && outcome.value.status).toBe('lots_required');
    expect(outcome.ok && outcome.value.possible.map(ascending)).toContainEqual(funded(file));
  });

  test('Wrocław 2017 funds what the city funded once the withdrawn project is taken out', () => {
    const edited = editPabulib(read('Poland_Wroclaw_2017_Rejon_nr_11_750.pb'), {
      budget: undefined,
      costs: new Map(),
      withdrawn: ['150'],
    });
    if (!edited.ok) throw new Error(JSON.stringify(edited.error));
    const ruleSet = declaredRuleSet(edited.value);
    const outcome = ruleSet.ok ? count(edited.value.instance, edited.value.profile, ruleSet.value) : ruleSet;
    expect(outcome.ok && ascending(outcome.value.winners)).toEqual(funded(edited.value));
  });
});
