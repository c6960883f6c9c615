import { readFileSync } from 'node:fs';
import path from 'node:path';
import { rational, writeRational } from '@convite/kernel';
import { describe, expect, it } from 'vitest';
import { type Election, projectAt } from './election.ts';
import { recount } from './oracle.ts';
import { readPlainly } from './plain-reader.ts';
import { expectedOutcomes, referenceFolder } from './reference-files.ts';

const folder = referenceFolder();

/** The second counter is slow by design: it is asked where marks are few. */
const isSmall = (election: Election): boolean =>
  election.ballots.reduce((marks, { choices }) => marks + choices.length, 0) <= 600;

describe.skipIf(folder === undefined)(
  'the second counter on small reference elections (needs CONVITE_REFERENCE)',
  () => {
    const elections = new Map<string, Election>();
    const expected = folder === undefined ? [] : expectedOutcomes(folder);
    for (const { file } of expected) {
      if (elections.has(file)) continue;
      elections.set(file, readPlainly(readFileSync(path.join(folder ?? '', file), 'utf8')));
    }
    for (const { file, rule, ruleSet, winners, cost } of expected) {
      const election = elections.get(file);
      if (election === undefined || !isSmall(election)) continue;
      it(`${file} under ${rule}: the winners in order and the cost of the reference`, () => {
        const verdict = recount(election, ruleSet);
        expect(verdict.status).toBe('complete');
        expect(verdict.winners.map((p) => String(projectAt(election, p).id))).toEqual(winners);
        expect(writeRational(rational(verdict.cost, 10n ** BigInt(election.instance.decimals)))).toBe(cost);
      });
    }
  },
);
