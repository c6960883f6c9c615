import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { compareCodePoints } from '@convite/kernel';
import { describe, expect, it } from 'vitest';
import {
  count,
  defaultRuleSet,
  makeReport,
  type Outcome,
  type PabulibFile,
  readPabulib,
  type RuleSet,
} from '../src/index.ts';
import { referenceFolder } from './reference-files.ts';
import { renamed, shuffled } from './altered-file.ts';

const folder = referenceFolder();

const read = (text: string): PabulibFile => {
  const file = readPabulib(text);
  if (!file.ok) throw new Error(JSON.stringify(file.error));
  return file.value;
};

const countOf = ({ instance, profile }: PabulibFile, ruleSet: RuleSet): Outcome => {
  const counted = count(instance, profile, ruleSet);
  if (!counted.ok) throw new Error(counted.error.type);
  return counted.value;
};

/** The whole outcome, rounds and payments included. */
const asText = (outcome: Outcome): string =>
  JSON.stringify(outcome, (_, value: unknown) => {
    if (typeof value === 'bigint') return `${value}n`;
    return value instanceof Uint32Array || value instanceof Uint8Array ? value.join() : value;
  });

/** All that a report says, but for what it says about the bytes and the clock. */
const reportOf = (file: PabulibFile, ruleSet: RuleSet, outcome: Outcome): string => {
  const counting = { file: { ...file, warnings: [] }, ruleSet, ruleSha256: '', outcome };
  return JSON.stringify(makeReport(counting, { sha256: '', bytes: 0 }, 0));
};

const ruleSetsFor = ({ profile: { kind } }: PabulibFile): readonly RuleSet[] => [
  ...(['greedy', 'equal-shares', 'phragmen'] as const).map((rule): RuleSet => ({
    ...defaultRuleSet(rule, kind),
    ties: ['project-id'],
  })),
  defaultRuleSet('greedy', kind),
];

describe.skipIf(folder === undefined)('a file with its lines in another order (needs CONVITE_REFERENCE)', () => {
  const names = folder === undefined ? [] : readdirSync(folder).filter((name) => name.endsWith('.pb'));
  const small = names
    .filter((name) => statSync(path.join(folder ?? '', name)).size < 60_000)
    .toSorted(compareCodePoints);

  it.each(small)('%s gives the same outcome and the same report', (name) => {
    const text = readFileSync(path.join(folder ?? '', name), 'utf8');
    const [file, other] = [read(text), read(shuffled(text))];
    expect(shuffled(text)).not.toBe(text);
    for (const ruleSet of ruleSetsFor(file)) {
      const [outcome, again] = [countOf(file, ruleSet), countOf(other, ruleSet)];
      expect(asText(again)).toBe(asText(outcome));
      expect(reportOf(other, ruleSet, again)).toBe(reportOf(file, ruleSet, outcome));
    }
  });

  it.each(small)('%s gives the same outcome under other ids of the same order', (name) => {
    const text = readFileSync(path.join(folder ?? '', name), 'utf8');
    const file = read(text);
    const other = read(
      renamed(
        text,
        file.instance.projects.map(({ id }) => id),
      ),
    );
    expect(other.instance.projects.map(({ id }) => id)).not.toEqual(file.instance.projects.map(({ id }) => id));
    for (const ruleSet of ruleSetsFor(file)) {
      expect(asText(countOf(other, ruleSet))).toBe(asText(countOf(file, ruleSet)));
    }
  });
});
