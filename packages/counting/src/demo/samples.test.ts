import { expect, test } from 'vitest';
import { declaredRuleSet } from '../formats/declared-rule-set.ts';
import { mustRead } from '../formats/small-file.fixture.ts';
import { count } from '../rules/count.ts';
import { SAMPLES } from './samples.ts';
import type { Outcome } from '../model/outcome.ts';

const LANGUAGES = ['es', 'en'] as const;

function counted(id: string) {
  const file = mustRead(SAMPLES.find((sample) => sample.id === id)?.text('es') ?? '');
  const ruleSet = declaredRuleSet(file);
  const outcome = ruleSet.ok ? count(file.instance, file.profile, ruleSet.value) : ruleSet;
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  const ids = (positions: Outcome['winners']) => positions.map((p) => `${file.instance.projects[p]?.id}`);
  return { file, outcome: outcome.value, ids };
}

test('every sample reads in both languages, means the same in both, and can be counted as declared', () => {
  for (const { id, text } of SAMPLES) {
    const [spanish, english] = LANGUAGES.map((language) => mustRead(text(language)));
    expect(spanish?.profile).toEqual(english?.profile);
    expect(spanish?.instance.projects.map(({ name }) => name)).not.toEqual(
      english?.instance.projects.map(({ name }) => name),
    );
    for (const file of [spanish, english]) {
      expect(file?.warnings.filter(({ code }) => code !== 'missing_column')).toEqual([]);
    }
    expect(counted(id).outcome.winners.length).toBeGreaterThan(0);
  }
});

test('samples have ids of their own, fit for an address', () => {
  const ids = SAMPLES.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/u);
});

test('the street of 40 funds three works and counts its blank ballot', () => {
  const { file, outcome, ids } = counted('calle-los-almendros');
  expect(file.profile).toMatchObject({ ballots: 40, blank: 1 });
  expect(ids(outcome.winners)).toEqual(['A1', 'A3', 'A4']);
  expect(outcome.cost).toBe(1_470n);
});

test('the village needs lots between the footbridge and the roof', () => {
  const { outcome, ids } = counted('vereda-el-sauce');
  expect(outcome.status).toBe('lots_required');
  expect(outcome.possible.map(ids)).toEqual([
    ['01', '02'],
    ['01', '03'],
  ]);
});

test('the school orders by places: the radio passes the fountain and the books', () => {
  const { file, outcome, ids } = counted('escuela-los-samanes');
  expect(file.profile.kind).toBe('ranked');
  expect(ids(outcome.winners)).toEqual(['cancha', 'radio']);
});

test('the cooperative shares out five points each', () => {
  const { file, outcome, ids } = counted('cooperativa-la-espiga');
  const { groups, start, points, votes } = file.profile;
  for (let g = 0; g < groups; g++) {
    expect(points?.subarray(start[g], start[g + 1]).reduce((sum, given) => sum + given, 0)).toBe(5);
  }
  expect(votes.reduce((sum, more) => sum + more, 0)).toBe(58);
  expect(ids(outcome.winners)).toEqual(['E-1', 'E-3', 'E-5', 'E-2']);
});
