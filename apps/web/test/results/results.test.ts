import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { requestCount } from '../../src/features/results/index.ts';
import { inTransaction } from '../../src/persistence/database.ts';
import { openTestSite, type TestSite } from '../open-test-site.ts';
import { tallyConsultation, type TalliedConsultation } from './tallied-consultation.ts';

let site: TestSite;
let tallied: TalliedConsultation;
beforeAll(async () => {
  site = await openTestSite();
  tallied = await tallyConsultation(site.site.ballots.context);
}, 120_000);
afterAll(() => site.close());

const rows = async (statement: string, ...values: unknown[]): Promise<readonly Record<string, unknown>[]> =>
  (await site.database.pool.query(statement, values)).rows;

/** Waits until nothing waits for its count. */
async function counted(): Promise<void> {
  for (let i = 0; i < 600; i++) {
    if ((await rows('select from count_requests where refusal is null')).length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('contests still wait for their count');
}

describe('contests that were tallied', () => {
  test('are counted from their archives, and say where a tie needs lots', async () => {
    const { consultation, contests } = tallied;
    await inTransaction(site.site.accounts.database, (tx) =>
      requestCount(tx, { consultation, contests: tallied.tallied, now: new Date() }),
    );
    await counted();
    const states = new Map((await rows('select id, status from contests')).map(({ id, status }) => [id, status]));
    expect(contests.map((id) => states.get(id))).toEqual([
      ...['counted', 'counted', 'lots_required', 'withheld', 'counted', 'lots_required', 'annulled'],
    ]);
    expect(await rows('select refusal from count_requests')).toEqual([]);
  });
});
