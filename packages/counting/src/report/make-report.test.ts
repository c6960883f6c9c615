import { invariant } from '@convite/kernel';
import { describe, expect, it } from 'vitest';
import { mustRead, smallText } from '../formats/small-file.fixture.ts';
import { count } from '../rules/count.ts';
import type { EqualSharesRuleSet } from '../rules/equal-shares/rule-set.ts';
import { defaultEqualShares } from '../rules/equal-shares/rule-set.ts';
import { makeReport } from './make-report.ts';
import { countReportSchema } from './report-schema.ts';

function reportOf(text: string, changed: Partial<EqualSharesRuleSet>) {
  const file = mustRead(text);
  const ruleSet = { ...defaultEqualShares(file.profile.kind), ...changed };
  const outcome = count(file.instance, file.profile, ruleSet);
  invariant(outcome.ok, 'the small vote can be counted');
  const hash = '0'.repeat(64);
  const report = makeReport({ file, ruleSet, ruleSha256: hash, outcome: outcome.value }, { sha256: hash, bytes: 1 }, 0);
  expect(countReportSchema.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
  return report;
}

describe('the report of equal shares', () => {
  it('tells where Add1 began, what it reached and why it ended, in units of the currency', () => {
    const report = reportOf(
      smallText({
        meta: ['budget;10.0', 'vote_type;approval', 'rule;x', 'currency;XTS'],
        projects: ['project_id;cost;name', 'A;6.0;Well', 'C;4.0;Bridge', 'D;0.5;Bench'],
        votes: ['voter_id;vote', '1;A,C', '2;A,D', '3;C'],
      }),
      { completion: 'add1', add1Step: '0.1', ties: ['project-id'] },
    );
    // One more step would buy the bridge and the bench: 10.5 of 10.
    expect(report.endowment).toEqual({
      divisor: 3,
      start: '10/3',
      increments: 1,
      reached: '103/30',
      stopped: 'next_over_budget',
    });
    expect({ winners: report.winners, cost: report.cost }).toEqual({ winners: ['A'], cost: '6.0' });
    expect(report.properties.within_budget).toEqual({ holds: true, left: '4.0', from_reserve: '0.0' });
  });

  it('names what each vote paid only where all who paid the full price paid the same', () => {
    const votes = (second: number) =>
      smallText({
        meta: ['budget;100', 'vote_type;cumulative', 'rule;x', 'currency;XTS'],
        projects: ['project_id;cost;name', 'A;40;Well'],
        votes: ['voter_id;vote;points', '1;A;3', `2;A;${second}`],
      });
    const paid = (second: number) => reportOf(votes(second), { completion: 'none' }).rounds[0];
    expect(paid(3)).toMatchObject({ price: '20/3', paid_in_full: { votes: 2, each: '20', total: '40' } });
    expect(paid(1)).toMatchObject({ price: '10', paid_in_full: { votes: 2, each: null, total: '40' } });
  });
});
