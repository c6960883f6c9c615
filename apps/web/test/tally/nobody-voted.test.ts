import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestSite, type TestSite } from '../open-test-site.ts';
import { closeVote, machineOf, trusteeTurn } from './opened-city.ts';
import { verified } from './verified-board.ts';
import { voteInCity } from './voted-city.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

test('contests in which nobody voted are opened where a waiver says so, and every board passes its checks', async () => {
  const voted = await voteInCity(site, 'obras', { 'PS-1': 0, 'PS-2': 0 });
  await closeVote(voted);
  for (const owner of [1, 2, 1, 2]) await trusteeTurn(voted, await machineOf(voted, owner), owner);
  const { rows } = await site.database.pool.query('select contest_id, state from elections');
  const states = Object.fromEntries(rows.map(({ contest_id, state }) => [contest_id, state]));
  expect(states).toEqual({ [voted.totals]: 'finished', [voted.whole]: 'finished', [voted.few]: 'tallied' });
  for (const contest of [voted.totals, voted.whole, voted.few]) {
    expect(await verified(site, contest)).toMatchObject({ answer: 'accepted', checks: { failures: [] } });
  }
}, 120_000);
