import type { Outcome, Round } from '@convite/counting';
import { describe, expect, it } from 'vitest';
import { compareWithOfficial } from './compare.ts';

const considered = (project: number, decision: 'funded' | 'funded_from_reserve' | 'refused'): Round => ({
  type: 'considered',
  project,
  utility: 1n,
  votes: 1n,
  decision,
  reason: decision === 'refused' ? { type: 'does_not_fit', left: 0n } : undefined,
  left: 0n,
  completion: false,
});

const outcome = (rounds: readonly Round[], change: Partial<Outcome> = {}): Outcome => ({
  status: 'complete',
  winners: rounds.flatMap((round) =>
    round.type === 'considered' && round.decision !== 'refused' ? [round.project] : [],
  ),
  cost: 0n,
  rounds,
  notFunded: [],
  ties: [],
  possible: [],
  allBranchesFollowed: true,
  endowment: undefined,
  comparison: undefined,
  arithmetic: { filtered: 0, exact: 0 },
  ...change,
});

describe('comparison with the official result', () => {
  it('finds nothing to compare where the file is silent', () => {
    expect(compareWithOfficial(outcome([]), [undefined, undefined])).toBeUndefined();
  });

  it('names the first round that decided otherwise, whichever way', () => {
    const rounds = [considered(2, 'funded'), considered(0, 'refused'), considered(1, 'funded')];
    expect(compareWithOfficial(outcome(rounds), [1, 0, 1])).toMatchObject({
      onlyCounted: [1],
      onlyOfficial: [0],
      first: { round: 2, project: 0, fundedByCount: false },
    });
    expect(compareWithOfficial(outcome(rounds), [0, 1, 1])?.first).toBeUndefined();
  });

  it('says so where no round came to the project', () => {
    expect(compareWithOfficial(outcome([considered(0, 'funded')]), [1, 1])?.first).toEqual({
      round: undefined,
      project: 1,
      fundedByCount: false,
    });
  });

  it('takes money from elsewhere for no win, unless the rule itself took it from a reserve', () => {
    expect(compareWithOfficial(outcome([considered(0, 'funded'), considered(1, 'refused')]), [1, 2])).toMatchObject({
      onlyCounted: [],
      onlyOfficial: [],
    });
    const topped = outcome([considered(0, 'funded'), considered(1, 'funded_from_reserve')]);
    expect(compareWithOfficial(topped, [1, 3])?.first).toBeUndefined();
    expect(compareWithOfficial(topped, [1, 0])?.onlyCounted).toEqual([1]);
  });

  it('lets lots explain the official result only if they can give it', () => {
    const open = outcome([considered(0, 'funded'), considered(1, 'funded'), considered(2, 'refused')], {
      status: 'lots_required',
      winners: [0],
      possible: [
        [0, 1],
        [0, 2],
      ],
    });
    expect(compareWithOfficial(open, [1, 0, 1])).toMatchObject({ byLots: true, onlyOfficial: [], first: undefined });
    expect(compareWithOfficial(open, [1, 1, 1])).toMatchObject({ byLots: false, onlyOfficial: [1, 2] });
  });
});
