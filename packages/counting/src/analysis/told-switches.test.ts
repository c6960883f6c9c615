import { expect, it } from 'vitest';
import { toldSwitches } from './told-switches.ts';

it('what would have changed an outcome is told in exact money and whole ballots, whatever was found of each', () => {
  const enough = { type: 'switch', claim: 'smallest' } as const;
  const none = { type: 'none_in_range', proven: true } as const;
  const cost = { ...enough, funded: 9_007_199_254_740_993n, notFunded: 9_007_199_254_740_994n };
  expect(toldSwitches({ decimals: 2 }, { cost, ballots: { ...none, last: -4 } })).toEqual({
    cost: { ...enough, funded: '90071992547409.93', notFunded: '90071992547409.94' },
    ballots: { ...none, last: -4 },
  });
  expect(
    toldSwitches({ decimals: 0 }, { cost: { ...none, last: 1n }, ballots: { ...enough, funded: 2, notFunded: 1 } }),
  ).toEqual({ cost: { ...none, last: '1' }, ballots: { ...enough, funded: 2, notFunded: 1 } });
});
