import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { scheduleClosings } from '../../src/features/consultations/index.ts';
import { openTestSite, type TestSite } from '../open-test-site.ts';
import { machineOf, trusteeTurn, workOf } from './opened-city.ts';
import { verified } from './verified-board.ts';
import { comesTrue } from '../until.ts';
import { type VotedCity, voteInCity } from './voted-city.ts';

let site: TestSite;
let voted: VotedCity;
beforeAll(async () => {
  site = await openTestSite();
  voted = await voteInCity(site);
}, 120_000);
afterAll(() => site.close());

const rows = async (statement: string, ...values: unknown[]): Promise<readonly Record<string, unknown>[]> =>
  (await site.database.pool.query(statement, values)).rows;

describe('a consultation from the end of its vote to its results', () => {
  test('is closed by the clock, and every contest has its tally', async () => {
    await rows(
      'update consultations set closes_at = $2 where id = $1',
      voted.consultation,
      new Date(site.clock.now.getTime() + 1500),
    );
    // As when a server starts; nobody does anything more.
    await scheduleClosings(site.site.consultations);
    site.clock.now = new Date(site.clock.now.getTime() + 1500);
    await comesTrue(async () => (await rows(`select from consultations where status = 'tallying'`)).length === 1);
    const [told] = await rows(`select actor, is_public from audit_trail where event = 'clock.closed'`);
    expect(told).toEqual({ actor: null, is_public: true });
    const states = await rows('select k.id, k.status, e.state from contests k join elections e on e.contest_id = k.id');
    expect(
      Object.fromEntries(states.map(({ id, status, state }) => [id, `${String(status)} ${String(state)}`])),
    ).toEqual({
      [voted.totals]: 'closed tallied',
      [voted.whole]: 'closed tallied',
      [voted.few]: 'withheld tallied',
    });
  });

  test('two trustees shuffle and decrypt', async () => {
    const turn = async (owner: number) => trusteeTurn(voted, await machineOf(voted, owner), owner);
    expect(await turn(1)).toEqual({ [voted.totals]: 'taken', [voted.whole]: 'taken' });
    expect(await turn(2)).toEqual({ [voted.totals]: 'taken', [voted.whole]: 'taken' });
    expect(await turn(3)).toEqual({ [voted.whole]: 'taken' });
    expect(await turn(1)).toEqual({ [voted.whole]: 'taken' });
    expect(await workOf(voted, 2)).toBeUndefined();
    const states = await rows('select k.id, e.state from contests k join elections e on e.contest_id = k.id');
    expect(Object.fromEntries(states.map(({ id, state }) => [id, state]))).toEqual({
      [voted.totals]: 'finished',
      [voted.whole]: 'finished',
      [voted.few]: 'tallied',
    });
  });

  test('every board passes each check of strict mode with its side file', async () => {
    for (const contest of [voted.totals, voted.whole, voted.few]) {
      const checked = await verified(site, contest);
      expect(checked).toMatchObject({ answer: 'accepted', checks: { failures: [] } });
      expect(checked.checks.made['side.proofs'] ?? 0).toBe(contest === voted.few ? 0 : 2);
    }
  });

  test('asks for the count of what was opened, once each', async () => {
    const asked = await rows('select contest_id, status from contests left join count_requests on contest_id = id');
    expect(asked.filter(({ status }) => status === 'closed')).toEqual([]);
  });
});
