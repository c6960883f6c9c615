import { readFileSync } from 'node:fs';
import path from 'node:path';
import { rational, writeRational } from '@convite/kernel';
import { afterAll, describe, expect, it } from 'vitest';
import { count, groupBallots, type Profile } from '../src/index.ts';
import { type Election, projectAt } from './election.ts';
import { readPlainly } from './plain-reader.ts';
import { expectedOutcomes, referenceFolder } from './reference-files.ts';

const folder = referenceFolder();

describe.skipIf(folder === undefined)('the engine on the reference elections (needs CONVITE_REFERENCE)', () => {
  const expected = folder === undefined ? [] : expectedOutcomes(folder);
  const read = new Map<string, { readonly election: Election; readonly profile: Profile }>();
  let compared = 0;

  const electionOf = (file: string): { readonly election: Election; readonly profile: Profile } => {
    const known = read.get(file);
    if (known !== undefined) return known;
    const election = readPlainly(readFileSync(path.join(folder ?? '', file), 'utf8'));
    const made = { election, profile: groupBallots(election.kind, election.ballots).profile };
    read.clear();
    read.set(file, made);
    return made;
  };

  it.each(expected)('$file under $rule: the winners in order and the cost of the reference', (outcome) => {
    const { election, profile } = electionOf(outcome.file);
    const counted = count(election.instance, profile, outcome.ruleSet);
    if (!counted.ok) throw new Error(counted.error.type);
    const { status, winners, cost } = counted.value;
    expect(status).toBe('complete');
    expect(winners.map((p) => String(projectAt(election, p).id))).toEqual(outcome.winners);
    expect(writeRational(rational(cost, 10n ** BigInt(election.instance.decimals)))).toBe(outcome.cost);
    compared += 1;
  });

  afterAll(() => {
    expect(compared).toBe(376);
  });
});
